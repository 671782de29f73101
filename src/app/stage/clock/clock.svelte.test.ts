import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { Clock } from './clock.svelte.ts';
import { FakeFrames } from '../../shared/testing.ts';

function clockOf(length: number, available: () => number = () => Infinity) {
  const frames = new FakeFrames();
  return { frames, clock: new Clock(length, available, frames) };
}

describe('Clock', () => {
  it('plays two trials a second at 1×, and pauses at the end', () => {
    const { clock, frames } = clockOf(5);
    clock.play();
    frames.run(490);
    expect(clock.t).toBe(0);
    frames.run(30);
    expect(clock.t).toBe(1);
    frames.run(1000);
    expect(clock.t).toBe(3);
    frames.run(2000);
    expect([clock.t, clock.playing, clock.atEnd]).toEqual([5, false, true]);
    expect(frames.waiting).toBe(0);
  });

  it('plays from a trial that has still to come, and not at all from the end', () => {
    let there = 2;
    const { clock, frames } = clockOf(8, () => there);
    clock.playFrom(5);
    frames.run(1000);
    expect([clock.t, clock.wanted, clock.playing]).toEqual([2, 5, true]);
    there = 8;
    frames.run(1020);
    expect(clock.t).toBe(7);
    clock.playFrom(8);
    expect([clock.t, clock.playing]).toEqual([8, false]);
  });

  it.each([0.25, 0.5, 2, 4, 8] as const)('plays %f times as fast at that speed', (speed) => {
    const { clock, frames } = clockOf(1000);
    clock.speed = speed;
    clock.play();
    frames.run(16 * 1000);
    expect(Math.abs(clock.t - 32 * speed)).toBeLessThanOrEqual(1);
  });

  it('stays longer at trials that have more beats, at any speed', () => {
    for (const speed of [1, 8] as const) {
      const { clock, frames } = clockOf(20);
      clock.beats = (trial) => (trial === 4 ? 5 : 1);
      clock.speed = speed;
      clock.play();
      // Four beats to get there, five to stay.
      frames.run((500 / speed) * 8.5);
      expect(clock.t).toBe(4);
      frames.run(500 / speed);
      expect(clock.t).toBe(5);
      frames.run((500 / speed) * 10);
      expect(clock.t).toBe(15);
    }
  });

  it('restarts from 0 when played at the end', () => {
    const { clock } = clockOf(5);
    clock.toEnd();
    clock.play();
    expect([clock.t, clock.playing]).toEqual([0, true]);
  });

  it('waits for trials that are still being computed, without saving up time', () => {
    let available = 2;
    const { clock, frames } = clockOf(10, () => available);
    clock.play();
    frames.run(5000);
    expect([clock.t, clock.playing, clock.waiting]).toEqual([2, true, true]);
    available = 10;
    frames.run(100);
    expect(clock.t).toBe(2);
    frames.run(450);
    expect([clock.t, clock.waiting]).toEqual([3, false]);
  });

  it('shows what there is of the trial asked for, and follows until it is there', () => {
    let available = 4;
    const { clock } = clockOf(20, () => available);
    clock.seek(17);
    expect([clock.t, clock.wanted, clock.waiting]).toEqual([4, 17, true]);
    available = 20;
    expect([clock.t, clock.waiting]).toEqual([17, false]);
  });

  it('steps from the trial on screen, within its limits, and pauses', () => {
    const { clock } = clockOf(3);
    clock.step(-1);
    expect(clock.t).toBe(0);
    clock.play();
    clock.step(+1);
    expect([clock.t, clock.playing]).toEqual([1, false]);
    clock.seek(99);
    expect(clock.t).toBe(3);
    clock.seek(NaN);
    expect(clock.t).toBe(3);
    clock.seek(1.6);
    expect(clock.t).toBe(2);
  });

  it('does not leap ahead after the tab has slept', () => {
    const { clock, frames } = clockOf(100);
    clock.play();
    frames.run(16);
    frames.leap(60_000);
    expect(clock.t).toBeLessThanOrEqual(1);
  });

  it('moves along the speeds and takes the nearest one', () => {
    const { clock } = clockOf(3);
    clock.slower();
    expect(clock.speed).toBe(0.5);
    for (let i = 0; i < 9; i++) clock.faster();
    expect(clock.speed).toBe(8);
    clock.speed = 3.2;
    expect(clock.speed).toBe(4);
  });

  it('moves to the new end when the budget shrinks', () => {
    const { clock } = clockOf(30);
    clock.toEnd();
    clock.setLength(12);
    expect([clock.t, clock.length]).toEqual([12, 12]);
    clock.setLength(40);
    expect(clock.t).toBe(12);
  });

  it('is reactive: what reads t runs again when it changes', () => {
    const { clock } = clockOf(10);
    const seen: number[] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        seen.push(clock.t);
      });
    });
    flushSync();
    clock.step(+1);
    flushSync();
    clock.step(+2);
    flushSync();
    stop();
    expect(seen).toEqual([0, 1, 3]);
  });
});
