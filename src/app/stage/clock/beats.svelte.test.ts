import { describe, expect, it } from 'vitest';
import { FakeFrames } from '../../shared/testing.ts';
import { StepBeats } from './beats.svelte.ts';
import { Clock } from './clock.svelte.ts';

/** A clock of 30 trials that is stepped by hand, `ms` after its last step. */
function stepped({ still = false } = {}) {
  let now = 10_000;
  const clock = new Clock(30);
  const beats = new StepBeats(
    clock,
    () => still,
    () => now,
  );
  const seek = (t: number, ms = 1000) => {
    now += ms;
    clock.seek(t);
    beats.follow();
    return beats.ofNew();
  };
  return { clock, beats, seek, wait: (ms: number) => (now += ms) };
}

describe('the three beats of a trial', () => {
  it('are for the next trial only: what a jump shows stands at once', () => {
    const { beats, seek } = stepped();
    expect(seek(1)).toBeGreaterThan(0);
    expect(beats.wait).toBeGreaterThan(0);
    expect(seek(7)).toBe(0);
    expect(beats.wait).toBe(0);
    expect(beats.motion).toBeUndefined();
    expect(seek(6)).toBe(0);
    expect(seek(7)).toBeGreaterThan(0);
  });

  it('end within the trial’s time, however the clock is moved', () => {
    const { beats, seek } = stepped();
    for (const ms of [2000, 1000, 700, 500, 300, 210]) {
      seek(0);
      seek(1);
      expect(seek(2, ms)).toBeLessThanOrEqual(ms);
      expect(beats.ofNew()).toBeGreaterThan(0);
      expect(beats.wait + beats.motion!).toBeLessThan(ms);
    }
    // A key that is held down.
    expect(seek(3, 30)).toBe(0);
    expect(beats.motion).toBe(0);
  });

  it.each([
    [1, 1, 500],
    [2, 1, 250],
    [1, 20, 900],
    [8, 1, 0],
  ])('at %f× have the time of a trial that stays %f beats: %i ms at most', (speed, stays, most) => {
    const frames = new FakeFrames();
    const clock = new Clock(30, () => Infinity, frames);
    const beats = new StepBeats(clock, () => false);
    clock.speed = speed;
    clock.beats = () => stays;
    clock.play();
    while (clock.t === 0) frames.run(16);
    beats.follow();
    expect(beats.ofNew()).toBe(most);
    expect(beats.motion).toBeCloseTo(most * 0.4);
  });

  it('are none for what comes later for another reason, and none where nothing may move', () => {
    const { beats, seek, wait } = stepped();
    seek(1);
    wait(500);
    expect(beats.ofNew()).toBe(0);
    expect(stepped({ still: true }).seek(1)).toBe(0);
  });
});
