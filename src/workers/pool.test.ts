import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scenario, Trial } from '#core/types.ts';
import { JobCancelled, JobError, type SpawnWorker } from './client.ts';
import { poolSize, WorkerPool } from './pool.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** A worker that does what the test says, and remembers what it was told. */
class FakeWorker {
  sent: ToWorker[] = [];
  terminated = false;
  constructor(
    readonly hear: (message: FromWorker) => void,
    readonly gone: (reason: string) => void,
  ) {}
  get job(): number {
    return this.sent.findLast((m) => m.type === 'ask')!.job;
  }
  accept() {
    this.hear({ type: 'ready' });
    this.hear({ type: 'accepted', job: this.job });
  }
  finish(job = this.job) {
    this.hear({ type: 'done', job, result: { unused: 0, thinkingSeconds: 0 } });
  }
}

const scenario = { budget: 5 } as Scenario;
const strategy = { id: 'random', params: {} };
const trial = (index: number) => ({ index }) as Trial;
const limits = { readyWithin: 10_000, acceptWithin: 2500, silentFor: 20_000, cancelWithin: 150 };

function poolOf(size: number) {
  const workers: FakeWorker[] = [];
  const spawn: SpawnWorker = ({ message, gone }) => {
    const worker = new FakeWorker(message, gone);
    workers.push(worker);
    return {
      send: (m) => worker.sent.push(m),
      terminate: () => {
        worker.terminated = true;
      },
    };
  };
  const pool = new WorkerPool({ size, spawn, limits });
  return { pool, workers };
}

const askRun = (pool: WorkerPool, options = {}) => {
  const job = pool.ask('run', { scenario, strategy }, options);
  const outcome = job.result.then(
    () => 'done',
    (error: unknown) =>
      error instanceof JobCancelled ? 'cancelled' : error instanceof JobError ? error.code : String(error),
  );
  return { ...job, outcome };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('WorkerPool', () => {
  it('has one worker per core but one, at least 2 and at most 6', () => {
    expect([1, 2, 4, 64].map(poolSize)).toEqual([2, 2, 3, 6]);
  });

  it('queues what does not fit, higher priority first, and reuses workers', async () => {
    const { pool, workers } = poolOf(1);
    const first = askRun(pool);
    const low = askRun(pool);
    const high = askRun(pool, { priority: 1 });
    workers[0].accept();
    expect(workers[0].sent.length).toBe(1);
    workers[0].finish();
    expect(await first.outcome).toBe('done');
    expect(workers[0].job).toBe(3);
    workers[0].finish();
    expect(await high.outcome).toBe('done');
    workers[0].finish();
    expect(await low.outcome).toBe('done');
    expect(workers.length).toBe(1);
  });

  it('has workers before it is asked where somebody will ask, and gives one up whose code does not come', async () => {
    const { pool, workers } = poolOf(2);
    pool.warm();
    pool.warm();
    expect(workers).toHaveLength(2);
    expect(pool.busy).toBe(false);
    workers[0].hear({ type: 'ready' });
    vi.advanceTimersByTime(limits.readyWithin);
    expect(workers.map(({ terminated }) => terminated)).toEqual([false, true]);
    const { outcome } = askRun(pool);
    expect(workers).toHaveLength(2);
    workers[0].accept();
    workers[0].finish();
    expect(await outcome).toBe('done');
  });

  it('streams parts in order', async () => {
    const { pool, workers } = poolOf(1);
    const seen: number[] = [];
    const job = askRun(pool, { onPart: (part: Trial[]) => seen.push(...part.map((t) => t.index)) });
    workers[0].accept();
    workers[0].hear({ type: 'part', job: 1, part: [trial(0), trial(1)] });
    workers[0].hear({ type: 'part', job: 1, part: [trial(2)] });
    workers[0].finish();
    expect(await job.outcome).toBe('done');
    expect(seen).toEqual([0, 1, 2]);
  });

  it('fails the job of a worker that crashes, lets the others go on, and replaces it', async () => {
    const { pool, workers } = poolOf(2);
    const lost = askRun(pool);
    const other = askRun(pool);
    workers.forEach((w) => w.accept());
    workers[0].gone('boom');
    expect(await lost.outcome).toBe('worker-crashed');
    expect(workers[0].terminated).toBe(true);
    const again = askRun(pool);
    expect(workers.length).toBe(3);
    workers[2].accept();
    workers[2].finish();
    workers[1].finish();
    expect([await again.outcome, await other.outcome]).toEqual(['done', 'done']);
  });

  it('gives the queue to the replacement', async () => {
    const { pool, workers } = poolOf(1);
    const lost = askRun(pool);
    const next = askRun(pool);
    workers[0].accept();
    workers[0].gone('boom');
    expect(await lost.outcome).toBe('worker-crashed');
    workers[1].accept();
    workers[1].finish();
    expect(await next.outcome).toBe('done');
  });

  it('gives up a worker that is silent for too long, but not one that is slow', async () => {
    const { pool, workers } = poolOf(2);
    const hung = askRun(pool);
    const slow = askRun(pool);
    workers.forEach((w) => w.accept());
    for (let s = 0; s < 3; s++) {
      vi.advanceTimersByTime(9_000);
      workers[1].hear({ type: 'part', job: 2, part: [trial(s)] });
    }
    expect(await hung.outcome).toBe('worker-hung');
    expect([workers[0].terminated, workers[1].terminated]).toEqual([true, false]);
    workers[1].finish();
    expect(await slow.outcome).toBe('done');
  });

  it('sends a job again, once, where a worker that was ready does not take it', async () => {
    const { pool, workers } = poolOf(1);
    const first = askRun(pool);
    workers[0].accept();
    workers[0].finish();
    await first.outcome;

    const second = askRun(pool); // To a worker that has silently closed itself since.
    vi.advanceTimersByTime(limits.acceptWithin);
    expect([workers.length, workers[0].terminated]).toEqual([2, true]);
    workers[1].accept();
    workers[1].finish();
    expect(await second.outcome).toBe('done');

    const third = askRun(pool);
    vi.advanceTimersByTime(limits.acceptWithin);
    workers[2].hear({ type: 'ready' });
    vi.advanceTimersByTime(limits.acceptWithin);
    expect(await third.outcome).toBe('worker-crashed');
    expect(workers.length).toBe(3);
  });

  it('is patient with a worker whose code is still loading, up to a limit', async () => {
    const { pool, workers } = poolOf(1);
    const job = askRun(pool);
    vi.advanceTimersByTime(limits.readyWithin - 1);
    expect(workers[0].terminated).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await job.outcome).toBe('worker-crashed');
  });

  it('does not restart a worker that cannot be loaded again and again', async () => {
    const { pool, workers } = poolOf(1);
    const job = askRun(pool);
    workers[0].gone('its code could not be loaded');
    expect(await job.outcome).toBe('worker-unavailable');
    vi.advanceTimersByTime(60_000);
    expect(workers.length).toBe(1);
  });

  it('tries a worker file that cannot be loaded less and less often, however much is asked', async () => {
    const { pool, workers } = poolOf(3);
    const outcomes: Promise<string>[] = [];
    // Ten questions a second for half a minute, as a page full of pictures asks them.
    for (let i = 0; i < 300; i++) {
      outcomes.push(askRun(pool).outcome);
      for (const worker of workers) if (!worker.terminated) worker.gone('its code could not be loaded');
      vi.advanceTimersByTime(100);
    }
    expect(new Set(await Promise.all(outcomes))).toEqual(new Set(['worker-unavailable']));
    expect(workers.length).toBeLessThanOrEqual(6);
  });

  it('tries at once where somebody asks by hand, one first, and goes on with all when it is there', async () => {
    const { pool, workers } = poolOf(3);
    const lost = askRun(pool);
    workers[0].gone('its code could not be loaded');
    expect(await lost.outcome).toBe('worker-unavailable');
    expect(await askRun(pool).outcome).toBe('worker-unavailable');
    pool.tryAgain();
    const jobs = [askRun(pool), askRun(pool), askRun(pool)];
    expect(workers.length).toBe(2);
    workers[1].accept();
    expect(workers.length).toBe(4);
    for (const worker of workers.slice(2)) worker.accept();
    for (const worker of workers.slice(1)) worker.finish();
    expect(await Promise.all(jobs.map(({ outcome }) => outcome))).toEqual(['done', 'done', 'done']);
  });

  it('does not take a start from before the network was back for news: the job is sent once more', async () => {
    const { pool, workers } = poolOf(1);
    const job = askRun(pool);
    pool.tryAgain();
    workers[0].gone('its code could not be loaded');
    expect(workers.length).toBe(2);
    workers[1].accept();
    workers[1].finish();
    expect(await job.outcome).toBe('done');
  });

  it('tells whoever shows such a failure when it may be over, until they no longer want to know', () => {
    const { pool } = poolOf(1);
    const heard: string[] = [];
    const stop = pool.onAgain(() => heard.push('one'));
    pool.onAgain(() => heard.push('other'));
    pool.tryAgain();
    expect(heard).toEqual(['one', 'other']);
    stop();
    pool.tryAgain();
    expect(heard).toEqual(['one', 'other', 'other']);
    pool.dispose();
    pool.tryAgain();
    expect(heard.length).toBe(3);
  });

  it('lets all that waits fail with the worker that could not be loaded', async () => {
    const { pool, workers } = poolOf(1);
    const jobs = [askRun(pool), askRun(pool), askRun(pool)];
    workers[0].gone('its code could not be loaded');
    expect(await Promise.all(jobs.map(({ outcome }) => outcome))).toEqual(
      new Array(3).fill('worker-unavailable'),
    );
    expect(workers.length).toBe(1);
  });

  it('cancels at once for the page, and keeps the worker where it reacts', async () => {
    const { pool, workers } = poolOf(1);
    const parts: Trial[][] = [];
    const job = askRun(pool, { onPart: (part: Trial[]) => parts.push(part) });
    workers[0].accept();
    job.cancel();
    expect(await job.outcome).toBe('cancelled');
    expect(workers[0].sent.at(-1)).toEqual({ type: 'cancel', job: 1 });
    const next = askRun(pool);
    workers[0].hear({ type: 'part', job: 1, part: [trial(0)] });
    workers[0].hear({ type: 'cancelled', job: 1 });
    expect(workers[0].job).toBe(2);
    workers[0].finish();
    expect(await next.outcome).toBe('done');
    expect([parts, workers.length]).toEqual([[], 1]);
  });

  it('stops a worker that does not react to a cancel, and drops its late answers', async () => {
    const { pool, workers } = poolOf(1);
    const job = askRun(pool);
    workers[0].accept();
    job.cancel();
    const next = askRun(pool);
    vi.advanceTimersByTime(limits.cancelWithin);
    expect([workers[0].terminated, workers.length]).toEqual([true, 2]);
    workers[0].hear({ type: 'done', job: 2, result: { unused: 7, thinkingSeconds: 0 } });
    workers[1].accept();
    workers[1].finish();
    expect(await next.result).toMatchObject({ unused: 0 });
  });

  it('does not mistake a late answer for that of the next job', async () => {
    const { pool, workers } = poolOf(1);
    const first = askRun(pool);
    workers[0].accept();
    workers[0].finish();
    await first.outcome;
    const second = askRun(pool);
    workers[0].hear({ type: 'done', job: 1, result: { unused: 7, thinkingSeconds: 0 } });
    workers[0].finish();
    expect(await second.result).toMatchObject({ unused: 0 });
  });

  it('passes on why a run failed, and keeps the worker', async () => {
    const { pool, workers } = poolOf(1);
    const { result } = pool.ask('run', { scenario, strategy });
    workers[0].accept();
    const error = { code: 'run-failed', message: 'Strategy x asked for [2].', details: {} } as const;
    workers[0].hear({ type: 'failed', job: 1, error });
    await expect(result).rejects.toMatchObject(error);
    expect(workers[0].terminated).toBe(false);
  });

  it('forgets a cancelled job that was still waiting', async () => {
    const { pool, workers } = poolOf(1);
    const first = askRun(pool);
    const second = askRun(pool);
    second.cancel();
    expect(await second.outcome).toBe('cancelled');
    workers[0].accept();
    workers[0].finish();
    await first.outcome;
    expect(workers[0].sent.length).toBe(1);
  });

  it('replaces an idle worker that is gone before the next job needs it', async () => {
    const { pool, workers } = poolOf(1);
    const first = askRun(pool);
    workers[0].accept();
    workers[0].finish();
    await first.outcome;
    workers[0].gone('it stopped without a word');
    expect(pool.workers).toBe(0);
    askRun(pool);
    expect(workers[1].sent.length).toBe(1);
  });

  it('stops everything when disposed', async () => {
    const { pool, workers } = poolOf(1);
    const running = askRun(pool);
    const queued = askRun(pool);
    pool.dispose();
    expect([await running.outcome, await queued.outcome]).toEqual(['cancelled', 'cancelled']);
    expect(workers[0].terminated).toBe(true);
    expect(await askRun(pool).outcome).toBe('cancelled');
  });
});
