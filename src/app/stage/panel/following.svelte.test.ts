import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Clock } from '../clock/clock.svelte.ts';
import { following } from './following.svelte.ts';

const PANELS = 7;
let clock: Clock;
let panels: { readonly time: number }[];
let end: () => void;
const times = () => panels.map(({ time }) => time);
function at(trial: number): number[] {
  clock.seek(trial);
  flushSync();
  return times();
}
function later(): number[] {
  vi.runAllTimers();
  flushSync();
  return times();
}
beforeEach(() => {
  vi.useFakeTimers();
  clock = new Clock(500);
  end = $effect.root(() => {
    panels = Array.from({ length: PANELS }, (_, turn) => following(clock, () => turn));
  });
  flushSync();
});
afterEach(() => {
  end();
  clock.dispose();
  vi.useRealTimers();
});
const all = (trial: number) => Array.from({ length: PANELS }, () => trial);

it('follows at once where panels are few and the way is short, but for the first trial', () => {
  expect(at(1)).toEqual([1, 0, 0, 0, 0, 0, 0]);
  expect(later()).toEqual(all(1));
  expect(at(60)).toEqual([60, 60, 60, 60, 60, 1, 1]);
  expect(later()).toEqual(all(60));
  expect(at(0)).toEqual([0, 0, 0, 0, 0, 60, 60]);
});

it('follows over hundreds of trials a panel a task, forwards and back', () => {
  at(1);
  later();
  expect(at(500)).toEqual([500, 1, 1, 1, 1, 1, 1]);
  vi.runOnlyPendingTimers();
  expect(later()).toEqual(all(500));
  expect(at(499)).toEqual([499, 499, 499, 499, 499, 500, 500]);
  later();
  expect(at(3)).toEqual([3, 499, 499, 499, 499, 499, 499]);
  // Further on before its turn: it goes there, not to where it was going.
  expect(at(400)).toEqual([400, 499, 499, 499, 499, 499, 499]);
  expect(later()).toEqual(all(400));
});
