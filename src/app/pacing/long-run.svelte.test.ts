import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LongRun, type LongWork } from './long-run.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A computation whose pieces come in when the test says so. */
function work(total: number, patch: Partial<LongWork> = {}) {
  let finished = 0;
  let changed = () => {};
  let end!: () => void;
  const over = new Promise<void>((resolve) => (end = resolve));
  const cancel = vi.fn();
  const refresh = vi.fn();
  const begun: LongWork = {
    total,
    finished: () => finished,
    deal: (tell) => {
      changed = tell;
      return { over, cancel };
    },
    refresh,
    ...patch,
  };
  const come = (count: number) => {
    finished += count;
    changed();
  };
  return { begun, come, end, cancel, refresh };
}

describe('a long run', () => {
  it('shows the first of what is in at once, then no more often than it was told', () => {
    const run = new LongRun({ every: 100 });
    const { begun, come, refresh } = work(10);
    run.begin(begun);
    expect([run.running, run.finished, run.total, run.complete]).toEqual([true, 0, 10, false]);
    come(1);
    expect(run.finished).toBe(1);
    for (let i = 0; i < 5; i++) come(1);
    expect([run.finished, refresh.mock.calls.length]).toEqual([1, 1]);
    vi.advanceTimersByTime(100);
    expect([run.finished, refresh.mock.calls.length]).toEqual([6, 2]);
  });

  it('says how long the rest takes, from what this run has made, and not before it can be known', () => {
    const run = new LongRun({ every: 100 });
    const { begun, come } = work(110);
    come(10);
    run.begin(begun);
    come(5);
    expect(run.secondsLeft).toBeUndefined();
    vi.advanceTimersByTime(2000);
    come(15);
    expect(run.secondsLeft).toBeCloseTo((2 * 80) / 20, 6);
    run.stop();
    expect(run.secondsLeft).toBeUndefined();
  });

  it('stops with what is in, and hears no more of it', () => {
    const run = new LongRun({ every: 100 });
    const over = vi.fn();
    const { begun, come, cancel, refresh } = work(10, { over });
    run.begin(begun);
    come(1);
    come(1);
    run.stop();
    expect([run.running, run.finished, cancel.mock.calls.length]).toEqual([false, 2, 1]);
    const seen = refresh.mock.calls.length;
    come(1);
    vi.advanceTimersByTime(1000);
    expect([run.finished, refresh.mock.calls.length, over.mock.calls.length]).toEqual([2, seen, 0]);
  });

  it('is over once, with everything on screen', async () => {
    const run = new LongRun({ every: 100 });
    const over = vi.fn(() => expect([run.running, run.finished]).toEqual([false, 2]));
    const { begun, come, end } = work(2, { over });
    run.begin(begun);
    come(1);
    come(1);
    end();
    await vi.advanceTimersByTimeAsync(0);
    expect([run.complete, over.mock.calls.length]).toEqual([true, 1]);
  });

  it('gives up one computation for another', async () => {
    const run = new LongRun();
    const first = work(5);
    const second = work(3);
    run.begin(first.begun);
    run.begin(second.begun);
    first.come(4);
    first.end();
    await vi.advanceTimersByTimeAsync(1000);
    expect([first.cancel.mock.calls.length, run.running, run.finished, run.total]).toEqual([1, true, 0, 3]);
    run.hold(7, 9);
    expect([second.cancel.mock.calls.length, run.running, run.finished, run.total]).toEqual([1, false, 7, 9]);
  });
});
