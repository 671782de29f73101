import { describe, expect, it } from 'vitest';
import { fromColumns, toColumns, type StudyColumns } from './columns.ts';
import { planRuns, shardOf } from './plan.ts';
import { recordOf, runAll, study } from './testing.ts';
import { FLAG, type RunRecord } from './types.ts';

const given = study({
  problems: ['branin', 'face-detector'],
  strategies: ['random', { id: 'grid', name: 'a grid' }, 'binary'],
  repeats: 3,
  budget: 11,
});
const records = runAll(given);
const timeless = (all: RunRecord[]) => all.map((one) => ({ ...one, thinkingSeconds: NaN }));

describe('columns', () => {
  it('have a row per trial, in the order of the plan', () => {
    const columns = toColumns(given, records);
    expect(columns.rows).toBe(records.reduce((sum, { y }) => sum + y.length, 0));
    expect(columns.problem.names).toEqual(['branin', 'face-detector']);
    expect(columns.strategy.names).toEqual(['random', 'a grid', 'binary']);
    expect([...columns.trial.slice(0, 12)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1]);
    expect(columns.regret[3]).toBe(records[0].best[3] - 0.3978873577297384);
    const statuses = [...columns.status.codes].map((code) => columns.status.names[code]);
    expect(new Set(statuses)).toEqual(new Set(['ok', 'infeasible']));
  });

  it('say failed where a trial failed', () => {
    const flags = Uint8Array.from([FLAG.failed, FLAG.infeasible, FLAG.repeated]);
    const { status, regret } = toColumns(given, [
      recordOf({ problem: 0, strategy: 0, repeat: 0 }, [NaN, NaN, 2], { flags }),
    ]);
    expect([...status.codes].map((code) => status.names[code])).toEqual(['failed', 'infeasible', 'ok']);
    expect([...regret]).toEqual([NaN, NaN, 2 - 0.3978873577297384]);
  });

  it('give the records back, all but the time that was measured', () => {
    expect(fromColumns(given, toColumns(given, records))).toEqual(timeless(records));
  });

  it.each([2, 3, 5])('of %i merged shards are those of the whole, to the byte', (n) => {
    const whole = toColumns(given, records);
    const parts = Array.from({ length: n }, (_, k) => {
      const keys = shardOf(planRuns(given), k + 1, n);
      const mine = records.filter((one) =>
        keys.some((key) => JSON.stringify(key) === JSON.stringify(runKeyOf(one))),
      );
      return fromColumns(given, toColumns(given, mine));
    });
    const merged = toColumns(given, parts.reverse().flat());
    expect(bytes(merged)).toEqual(bytes(whole));
  });

  it.each<[string, (columns: StudyColumns) => void, RegExp]>([
    ['a missing trial', ({ trial }) => (trial[1] = 3), /Row 2, column trial: 3 was given, 2 expected/],
    [
      'a strange problem',
      ({ problem }) => (problem.codes[0] = 9),
      /Row 1, column problem: “code 9” was given/,
    ],
    ['too late a repeat', ({ repeat }) => repeat.fill(7, 0, 11), /Row 1, column repeat: 7 was given, 0 … 2/],
    [
      'a run twice',
      ({ strategy }) => strategy.codes.fill(0, 11, 22),
      /Row 12, column repeat: 0 .* each run once/,
    ],
  ])('with %s are refused', (_, spoil, message) => {
    const columns = toColumns(given, records);
    spoil(columns);
    expect(() => fromColumns(given, columns)).toThrow(message);
  });

  it('take a million rows', () => {
    const large = study({
      problems: ['branin', 'forrester'],
      strategies: ['random', 'grid'],
      repeats: 500,
      budget: 500,
    });
    const best = new Float64Array(500).fill(3);
    const many = planRuns(large).map((key) =>
      recordOf(key, [], {
        ...{ y: best, value: best, best, flags: new Uint8Array(500), batch: new Uint16Array(500) },
      }),
    );
    const columns = toColumns(large, many);
    expect(columns.rows).toBe(1_000_000);
    expect(fromColumns(large, columns)).toHaveLength(2000);
  });
});

const runKeyOf = ({ problem, strategy, repeat }: RunRecord) => ({ problem, strategy, repeat });

/** Everything in the columns as bytes or text. */
const bytes = (columns: StudyColumns): unknown =>
  JSON.stringify(columns, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)] : value,
  );
