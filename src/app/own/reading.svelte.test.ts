import { afterEach, describe, expect, it } from 'vitest';
import { spawnInProcess } from '#workers/in-process.ts';
import { WorkerPool } from '#workers/pool.ts';
import type { Message } from '#core/types.ts';
import { JobCancelled } from '#workers/client.ts';
import { FormulaReading, TableReading } from './reading.svelte.ts';

const open: TableReading[] = [];
afterEach(() => open.splice(0).forEach((reading) => reading.dispose()));
function readingOf(spawn = spawnInProcess) {
  const reading = new TableReading(new WorkerPool({ size: 1, spawn }));
  open.push(reading);
  return reading;
}
const good = new Blob(['lr,width,error\n0.1,8,0.5\n0.2,16,0.25\n']);
const bad = new Blob(['red,green\nblue,pink\n']);

describe('reading a table', () => {
  it('gives what was read, or why it is refused', async () => {
    const reading = readingOf();
    const read = reading.read(good, null);
    expect(reading.busy).toBe(true);
    expect((await read)?.names).toEqual(['lr', 'width']);
    expect([reading.busy, reading.problem]).toEqual([false, undefined]);
    expect(await reading.read(bad, null)).toBeUndefined();
    expect([reading.problem?.key, reading.table]).toEqual(['problem.csv-columns', undefined]);
  });

  it('keeps what was read while other columns are refused', async () => {
    const reading = readingOf();
    await reading.read(good, null);
    await reading.read(good, { hyperparameters: [0], objective: 0 });
    expect(reading.problem?.key).toBe('problem.csv-choice');
    expect(reading.table).toMatchObject({ hyperparameters: [0, 1], objective: 2 });
  });

  it('answers the latest question only, and none that was stopped', async () => {
    const reading = readingOf();
    const first = reading.read(bad, null);
    const second = reading.read(good, null);
    expect(await first).toBeUndefined();
    expect(await second).toBeDefined();
    expect(reading.problem).toBeUndefined();
    const third = reading.read(bad, null);
    reading.stop();
    expect(await third).toBeUndefined();
    expect([reading.busy, reading.problem, reading.table?.names]).toEqual([
      false,
      undefined,
      ['lr', 'width'],
    ]);
  });

  it('says so where the worker is lost', async () => {
    const reading = readingOf(({ gone }) => ({ send: () => gone('it was killed'), terminate: () => {} }));
    await reading.read(good, null);
    expect(reading.problem?.key).toBe('error.worker-crashed');
  });
});

describe('reading a formula', () => {
  /** Answers are given by hand, in any order, and as a worker that was too far to stop would: cancelled or not. */
  function setUp() {
    const asked: { answer: (said?: Message) => void; cancel: () => void; cancelled: boolean }[] = [];
    const learn = () => {
      let answer!: (said?: Message) => void;
      let cancel!: () => void;
      const result = new Promise<Message | undefined>((resolve, reject) => {
        answer = resolve;
        cancel = () => {
          one.cancelled = true;
          if (asked.indexOf(one) > 0) reject(new JobCancelled());
        };
      });
      const one = { answer, cancel: () => cancel(), cancelled: false };
      asked.push(one);
      return { result, cancel: one.cancel };
    };
    return { reading: new FormulaReading({ learn }), asked };
  }
  const said = { key: 'problem.formula-abyss', values: { place: 'x = 0' } };

  it('says that it can be used, or why it is refused', async () => {
    const { reading, asked } = setUp();
    const first = reading.read({ formula: 'x', space: '' });
    asked[0].answer();
    expect(await first).toEqual({ refused: undefined });
    const second = reading.read({ formula: 'log(x)', space: '' });
    asked[1].answer(said);
    expect(await second).toEqual({ refused: said });
  });

  it('gives up what is overtaken; an answer that comes late counts for nothing', async () => {
    const { reading, asked } = setUp();
    const [first, second, third] = ['x', 'x^2', 'x^3'].map((formula) => reading.read({ formula, space: '' }));
    expect(asked.map(({ cancelled }) => cancelled)).toEqual([true, true, false]);
    asked[2].answer();
    expect(await third).toEqual({ refused: undefined });
    asked[0].answer(said);
    expect([await first, await second]).toEqual([undefined, undefined]);
    const fourth = reading.read({ formula: 'x^4', space: '' });
    reading.stop();
    expect(await fourth).toBeUndefined();
  });
});
