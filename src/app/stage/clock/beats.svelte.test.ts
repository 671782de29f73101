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
    // However soon after a jump.
    seek(20);
    expect(seek(21, 30)).toBeGreaterThan(0);
    expect(seek(22, 30)).toBe(0);
  });

  it('end before the next step: stepped faster than that, pictures change at once', () => {
    const { beats, seek } = stepped();
    seek(1);
    const ms = seek(2, 2000);
    expect(beats.wait + beats.motion!).toBeLessThan(ms);
    expect(seek(3, ms)).toBe(ms);
    expect(seek(4, ms - 1)).toBe(0);
    // A key that is held down.
    expect(seek(5, 30)).toBe(0);
    expect(beats.motion).toBe(0);
  });

  it.each([
    [0.25, 1, 500],
    [1, 1, 500],
    [1, 20, 500],
    [2, 1, 250],
    [8, 1, 0],
  ])('at %f×, of a trial that stays %f beats, have %i ms', (speed, stays, most) => {
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
    wait(1001);
    expect(beats.ofNew()).toBe(0);
    expect(stepped({ still: true }).seek(1)).toBe(0);
  });
});
