import { afterAll, describe, expect, it } from 'vitest';
import { fatalRuns } from '#core/assumptions/fatal-runs.ts';
import { simulateFatal, type FatalCounts, type FatalQuestion } from '#core/assumptions/fatal-share.ts';
import { CLASSIC, simulateCurse, type CurseCounts } from '#core/study/curse.ts';
import { unpack } from '#core/study/packed.ts';
import { planRuns } from '#core/study/plan.ts';
import { readStudy } from '#core/study/read-study.ts';
import { runOne } from '#core/study/run-study.ts';
import type { RunRecord, Study } from '#core/study/types.ts';
import { JobCancelled } from '../client.ts';
import { spawnInProcess } from '../in-process.ts';
import { WorkerPool } from '../pool.ts';

const pool = new WorkerPool({ size: 1, spawn: spawnInProcess });
afterAll(() => pool.dispose());

function study(raw: object): Study {
  const read = readStudy(raw);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.study;
}
const timeless = (records: RunRecord[]) => records.map((record) => ({ ...record, thinkingSeconds: 0 }));

describe('the study job', () => {
  it.each(['fixed', 'moved'])('gives the runs of the core, thinking times apart (%s)', async (instances) => {
    const given = study({
      problems: ['branin', 'embed'],
      strategies: ['bayes', 'binary'],
      budget: 9,
      repeats: 2,
      instances,
    });
    const keys = planRuns(given);
    const found: RunRecord[] = [];
    const { result } = pool.ask('study', { study: given, keys }, { onPart: (p) => found.push(...unpack(p)) });
    expect(await result).toEqual({ runs: 8 });
    expect(timeless(found)).toEqual(timeless(keys.map((key) => runOne(given, key, () => 0))));
    expect(found.every(({ thinkingSeconds }) => thinkingSeconds > 0)).toBe(true);
  });

  it('is alive within a long run, and stops there', async () => {
    const given = study({ problems: ['hartmann6'], strategies: ['bayes'], budget: 500, repeats: 1 });
    let parts = 0;
    const job = pool.ask(
      'study',
      { study: given, keys: planRuns(given) },
      {
        onPart: (part) => {
          expect(part.length.length).toBe(0);
          if (++parts === 2) job.cancel();
        },
      },
    );
    await expect(job.result).rejects.toBeInstanceOf(JobCancelled);
    expect(parts).toBe(2);
    // The worker is free again.
    const small = study({ problems: ['branin'], strategies: ['random'], budget: 3, repeats: 1 });
    expect(await pool.ask('study', { study: small, keys: planRuns(small) }).result).toEqual({ runs: 1 });
  });
});

describe('the fatal job', () => {
  const question: FatalQuestion = {
    objective: { id: 'morph', params: { ripple: 0.1 } },
    noise: { kind: 'gaussian', sd: 0.05 },
    budget: 20,
    seed: 3,
    runs: 400,
    first: 100,
    count: 150,
  };

  it('counts as the core does, and shows it on the way', async () => {
    const parts: number[] = [];
    const asked = { ...question, runs: 1500, first: 0, count: 1500 };
    const counts = await pool.ask('fatal', asked, { onPart: ({ runs }) => parts.push(runs) }).result;
    expect(counts.runs).toBe(1500);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.every((n, i) => n <= 1500 && (i === 0 || n > parts[i - 1]))).toBe(true);
    let expected: FatalCounts | undefined;
    for (const so of simulateFatal(question, 150)) expected = so;
    expect(await pool.ask('fatal', question).result).toEqual(expected);
  });

  it('shows one run of each rule as the core does', async () => {
    const scenario = { ...question, repeat: 4 };
    const asked = { scenario, settings: { gap: 0.2 } };
    const steps = fatalRuns(asked);
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(await pool.ask('fatal-runs', asked).result).toEqual(step.value);
  });

  it('stops when told, and says why it cannot begin', async () => {
    const job = pool.ask(
      'fatal',
      { ...question, runs: 1e6, count: 1e6, first: 0 },
      { onPart: () => job.cancel() },
    );
    await expect(job.result).rejects.toBeInstanceOf(JobCancelled);
    const wrong = pool.ask('fatal', { ...question, runs: 0 });
    await expect(wrong.result).rejects.toMatchObject({ code: 'run-failed' });
  });
});

describe('the curse job', () => {
  it('counts as the core does, and shows it on the way', async () => {
    const question = {
      ...CLASSIC,
      targets: 200,
      maxTrials: 128,
      dimensions: 3,
      shape: 'cube' as const,
      seed: 1,
    };
    const parts: number[] = [];
    const counts = await pool.ask('curse', question, { onPart: ({ targets }) => parts.push(targets) }).result;
    let expected: CurseCounts | undefined;
    for (const so of simulateCurse(question, 200)) expected = so;
    expect(counts).toEqual(expected);
    // On a busy machine the last counts are due as a part as well: who counts does not know that they are the last.
    expect(parts.every((n, i) => n <= 200 && (i === 0 || n > parts[i - 1]))).toBe(true);
  });
});
