import { describe, expect, it, vi } from 'vitest';
import { oneByOne } from './one-by-one.ts';

describe('runs one by one', () => {
  /** A run of three trials. */
  function* steps(item: number): Generator<void, number, void> {
    yield;
    yield;
    return item * 2;
  }

  it('make at least one where the turn is over at once, and say how many', async () => {
    const handed: number[][] = [];
    const made = await oneByOne(
      [1, 2, 3],
      steps,
      (some) => handed.push(some),
      () => false,
      0,
    );
    expect([made, handed]).toEqual([1, [[2]]]);
  });

  it('hand over what is done, and stop when told', async () => {
    const handed: number[] = [];
    expect(
      await oneByOne(
        [1, 2, 3],
        steps,
        (some) => handed.push(...some),
        () => false,
      ),
    ).toBe(3);
    expect(handed).toEqual([2, 4, 6]);
    let cleaned = false;
    function* endless(): Generator<void, number, void> {
      try {
        for (;;) yield;
      } finally {
        cleaned = true;
      }
    }
    expect(
      await oneByOne(
        [1],
        endless,
        () => {},
        () => true,
      ),
    ).toBeUndefined();
    expect(cleaned).toBe(true);
  });

  it('are handed over rarely, and given up soon', async () => {
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
    function* slow(item: number): Generator<void, number, void> {
      now += 40;
      yield;
      return item;
    }
    const handed: number[][] = [];
    const asked: number[] = [];
    const made = await oneByOne(
      Array.from({ length: 20 }, (_, i) => i),
      slow,
      (some) => handed.push(some),
      () => {
        asked.push(now);
        return now >= 700;
      },
    );
    clock.mockRestore();
    expect(made).toBeUndefined();
    // A cancel waits no longer than LOOK_EVERY and a step; a message costs the page more than a look does the worker.
    expect(asked).toEqual([120, 240, 360, 480, 600, 720]);
    expect(handed.map(({ length }) => length)).toEqual([8, 9]);
  });
});
