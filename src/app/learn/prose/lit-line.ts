/**
 * Which line of a strategy's pseudocode the clock stands at: a pure function of its trials. A strategy without one has
 * pseudocode all the same; none of its lines is lit.
 */
import { lookUp } from '#core/look-up.ts';
import type { Trial } from '#core/types.ts';

/** @param shown trials on screen; @returns the line's id */
type Follow = (trials: readonly Trial[], shown: number, budget: number) => string;

/** Draws or takes the next point, trains, keeps the best: what searches have in common that do not learn. */
const oblivious =
  (before: string): Follow =>
  (trials, shown, budget) => {
    if (shown === 0) return before;
    if (shown >= budget) return 'return';
    const [last, previous] = [trials[shown - 1], trials[shown - 2]];
    return last?.best !== null && last?.best !== previous?.best ? 'keep' : 'train';
  };

/** A comparison of two probes, as its reason says it: `binary.<what>`. */
const comparing: Follow = (trials, shown, budget) => {
  if (shown === 0) return 'bracket';
  if (shown >= budget) return 'return';
  const key = trials[shown - 1]?.why.key ?? '';
  return /reuse|narrow|keep|compare/.test(key) ? 'cut' : 'probe';
};

/** A design to begin with, then belief by belief. */
const believing: Follow = (trials, shown, budget) => {
  if (shown >= budget) return 'return';
  return shown === 0 || trials[shown - 1]?.why.key.endsWith('.initial') ? 'design' : 'choose';
};

const FOLLOWS: Readonly<Record<string, Follow>> = {
  random: oblivious('draw'),
  sobol: oblivious('draw'),
  grid: oblivious('levels'),
  binary: comparing,
  bayes: believing,
};

export const litLine = (
  strategy: string,
  trials: readonly Trial[],
  shown: number,
  budget: number,
): string | undefined => lookUp(FOLLOWS, strategy)?.(trials, shown, budget);
