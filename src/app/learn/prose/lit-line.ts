/**
 * Which line of a strategy's pseudocode the clock stands at: a pure function of its trials. A strategy without one has
 * pseudocode all the same; none of its lines is lit.
 */
import { lookUp } from '#core/look-up.ts';
import type { Trial } from '#core/types.ts';

/** @param shown trials on screen; @returns the line's id, or several with blanks between them */
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

/**
 * Comparisons of two probes. A trial that follows a comparison comes with its cut: then both lines are lit, the cut and what
 * is trained next, which tells the rules apart: `probe` beside a probe that serves again (golden section, Fibonacci), `first`
 * of a new pair (bisection, ternary). `knob`: another hyperparameter's turn.
 */
const comparing: Follow = (trials, shown, budget) => {
  if (shown === 0) return 'bracket';
  if (shown >= budget) return 'return';
  const trial = trials[shown - 1];
  if (trial?.view?.kind !== 'bracket') return '';
  const { axis, probes } = trial.view;
  const known = trials.slice(0, shown - 1);
  const before = known.at(-1)?.view;
  const turn = before?.kind === 'bracket' && before.axis !== axis ? 'knob ' : '';
  const cut = trial.view.cut ? 'cut ' : '';
  const onLine = (probe: number) => (other: Trial) =>
    trial.unit.every((u, j) => other.unit[j] === (j === axis ? probe : u));
  const partner = probes.find((probe) => probe !== trial.unit[axis]);
  if (partner === undefined || !known.some(onLine(partner))) return `${turn}${cut}first`;
  return cut ? `${cut}probe` : 'second';
};

/** A design to begin with, then belief by belief. */
const believing: Follow = (trials, shown, budget) => {
  if (shown >= budget) return 'return';
  return shown === 0 || trials[shown - 1]?.why.key.endsWith('.initial') ? 'design' : 'choose';
};

/** What a person did last, as the trial's own reason says. */
const STEPS: Readonly<Record<string, string>> = {
  'babysit.start': 'guess',
  'babysit.try': 'change',
  'babysit.further': 'keep',
  'babysit.turn': 'back',
  'babysit.smaller': 'back',
  'babysit.jump': 'jump',
  'babysit.known': 'jump',
};
const looking: Follow = (trials, shown, budget) => {
  if (shown === 0) return 'guess';
  if (shown >= budget) return 'return';
  return lookUp(STEPS, trials[shown - 1]?.why.key ?? '') ?? '';
};

const FOLLOWS: Readonly<Record<string, Follow>> = {
  random: oblivious('draw'),
  sobol: oblivious('draw'),
  grid: oblivious('levels'),
  binary: comparing,
  bayes: believing,
  babysit: looking,
};

export const litLine = (
  strategy: string,
  trials: readonly Trial[],
  shown: number,
  budget: number,
): string | undefined => lookUp(FOLLOWS, strategy)?.(trials, shown, budget);
