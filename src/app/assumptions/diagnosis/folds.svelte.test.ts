import { expect, it } from 'vitest';
import { Folds } from './folds.svelte.ts';

it('keeps what the reader did, until a preset shows its dials', () => {
  const folds = new Folds();
  expect([folds.isOpen('valley', true), folds.isOpen('valley', false)]).toEqual([true, false]);
  folds.toggled('valley', false, true);
  expect(folds.isOpen('valley', true)).toBe(false);
  folds.clear();
  expect(folds.isOpen('valley', true)).toBe(true);
});

it('does not take for a wish what the page did itself', () => {
  const folds = new Folds();
  // The page unfolded it, the browser says so; later it folds up by itself again.
  folds.toggled('ripple', true, true);
  expect(folds.isOpen('ripple', false)).toBe(false);
});
