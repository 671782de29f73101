import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { simulateFatal, type FatalCounts, type FatalQuestion } from '#core/assumptions/fatal-share.ts';
import { readScenario } from '#core/scenario.ts';
import type { Scenario } from '#core/types.ts';
import type { SpawnWorker } from '#workers/client.ts';
import { spawnInProcess } from '#workers/in-process.ts';
import { WorkerPool } from '#workers/pool.ts';
import type { FromWorker, ToWorker } from '#workers/protocol.ts';
import { Fatal } from './fatal.svelte.ts';

const read = (raw: object): Scenario => readScenario(raw).scenario;
const rippled = (ripple: number, more: object = {}) =>
  read({ objective: { id: 'morph', params: { ripple } }, budget: 12, seed: 3, ...more });
const until = (condition: () => unknown) =>
  vi.waitFor(() => expect(condition()).toBeTruthy(), { timeout: 20_000, interval: 5 });

describe('with real workers', () => {
  let pool: WorkerPool;
  let fatal: Fatal;
  beforeEach(() => {
    pool = new WorkerPool({ size: 2, spawn: spawnInProcess });
    fatal = new Fatal({ pool, runs: 61 });
  });
  afterEach(() => {
    fatal.dispose();
    pool.dispose();
  });

  it('counts what the core counts, in shares, and shows one run of each rule', async () => {
    const scenario = rippled(0.1, { noise: 0.05 });
    fatal.adopt(scenario);
    expect([fatal.status, fatal.current]).toEqual(['working', false]);
    await until(() => fatal.status === 'done' && fatal.runs);
    let expected: FatalCounts | undefined;
    for (const counts of simulateFatal(fatal.tally!.question, 61)) expected = counts;
    expect(fatal.tally!.counts).toEqual(expected);
    expect(fatal.current).toBe(true);
    expect(fatal.runs!.answer.rules.map(({ trials }) => trials.length)).toEqual([12, 12, 12, 12]);
    expect(fatal.runs!.question.scenario.objective).toEqual(scenario.objective);
  });

  it('takes the settings of binary search, whatever its rule, and asks nothing twice', async () => {
    const withGap = (rule: string, budget = 12) =>
      rippled(0.1, { budget, strategies: ['random', { id: 'binary', params: { rule, gap: 0.2 } }] });
    fatal.adopt(withGap('golden'));
    await until(() => fatal.status === 'done');
    expect(fatal.tally!.question.settings).toEqual({ gap: 0.2, comparisons: 3 });
    const { tally } = fatal;
    fatal.adopt(withGap('ternary'));
    expect([fatal.status, fatal.tally === tally]).toEqual(['done', true]);
    fatal.adopt(withGap('ternary', 13));
    expect(fatal.status).toBe('working');
    await until(() => fatal.status === 'done');
    expect(fatal.tally!.counts.rules.golden.trials).toHaveLength(13);
  });

  it('makes one run where nothing differs from run to run', async () => {
    fatal.adopt(read({ objective: 'forrester', budget: 10 }));
    await until(() => fatal.status === 'done');
    expect([fatal.tally!.question.runs, fatal.tally!.counts.runs]).toEqual([1, 1]);
  });

  it('says what went wrong, and tries again', async () => {
    const scenario = rippled(0.1);
    const broken = { ...scenario, objective: { id: 'gone', params: {} } };
    expect(() => fatal.adopt(broken)).toThrow(/gone/);
    const wrong = { ...scenario, budget: 0.5 };
    fatal.adopt(wrong);
    await until(() => fatal.status === 'failed');
    expect(fatal.error?.key).toBe('error.run-failed');
    fatal.retry();
    expect([fatal.status, fatal.error]).toEqual(['working', undefined]);
    await until(() => fatal.status === 'failed');
    fatal.adopt(scenario);
    await until(() => fatal.status === 'done');
    expect(fatal.error).toBeUndefined();
  });

  it('is reactive', async () => {
    const seen: (number | undefined)[] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        seen.push(fatal.tally?.counts.runs);
      });
    });
    flushSync();
    fatal.adopt(rippled(0.2));
    await until(() => fatal.status === 'done');
    flushSync();
    expect(seen[0]).toBeUndefined();
    expect(seen.at(-1)).toBe(61);
    stop();
  });
});

describe('while a dial moves', () => {
  /** Workers that answer when the test says so. */
  function setUp() {
    const asked: { job: number; request: string; ask: FatalQuestion; hear: (m: FromWorker) => void }[] = [];
    const cancelled: number[] = [];
    const spawn: SpawnWorker = ({ message: hear }) => {
      queueMicrotask(() => hear({ type: 'ready' }));
      return {
        terminate: () => {},
        send(message: ToWorker) {
          if (message.type === 'cancel') {
            cancelled.push(message.job);
            hear({ type: 'cancelled', job: message.job });
          } else {
            hear({ type: 'accepted', job: message.job });
            asked.push({ ...message, hear } as never);
          }
        },
      };
    };
    const pool = new WorkerPool({ size: 3, spawn });
    const fatal = new Fatal({ pool, runs: 30 });
    const counting = () => asked.filter(({ request }) => request === 'fatal');
    return { fatal, asked, counting, cancelled };
  }
  const ripples = (asked: { ask: FatalQuestion }[]) => asked.map(({ ask }) => ask.objective.params.ripple);
  const some = (question: FatalQuestion): FatalCounts =>
    simulateFatal({ ...question, count: 2 }, 2).next().value!;

  it('a question that is overtaken shows something, then makes room for the latest', async () => {
    const { fatal, counting, cancelled } = setUp();
    for (const ripple of [0.1, 0.2, 0.3]) fatal.adopt(rippled(ripple));
    // Two workers count a share each beside the one that makes the runs; the third share waits.
    await until(() => counting().length === 2);
    expect(new Set(ripples(counting()))).toEqual(new Set([0.1]));
    const [first] = counting();
    first.hear({ type: 'part', job: first.job, part: some(first.ask) });
    expect(fatal.tally!.counts.runs).toBe(2);
    expect([fatal.current, fatal.status]).toEqual([false, 'working']);
    await until(() => counting().length > 2);
    expect(cancelled).toContain(first.job);
    expect(new Set(ripples(counting().slice(2)))).toEqual(new Set([0.3]));
    // What comes late of the first question is not heard.
    first.hear({ type: 'done', job: first.job, result: some(first.ask) });
    expect(fatal.tally!.question.objective.params.ripple).toBe(0.1);
    fatal.dispose();
  });

  it('nothing goes on after the section is gone', async () => {
    const { fatal, asked, cancelled } = setUp();
    fatal.adopt(rippled(0.1));
    await until(() => asked.length === 3);
    fatal.dispose();
    expect(cancelled.sort()).toEqual(asked.map(({ job }) => job).sort());
  });
});
