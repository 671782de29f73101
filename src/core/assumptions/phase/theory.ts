/**
 * What theory promises of searches along one hyperparameter, in unit coordinates: how long binary search's bracket is
 * after n trials, and how near the nearest trial must then be to the minimum, wherever in [0, 1] that lies, for every
 * function that falls up to it and rises after it, observed without noise. Compare `strategies/binary`, which this file
 * does not use: here are the laws, there is the search.
 *
 * | search    | bracket after n trials      | nearest trial, at worst                       |
 * | --------- | --------------------------- | --------------------------------------------- |
 * | fibonacci | 1 / F(n + 1)                | 1 / F(n + 1)                                  |
 * | golden    | φⁿ⁻¹, φ = (√5 − 1) / 2      | φⁿ                                            |
 * | bisection | L = ((1 + g) / 2)^⌊n / 2⌋   | even n: (1 − g) / (1 + g) · L, odd: below     |
 * | ternary   | L = (2 / 3)^⌊n / 2⌋         | L / 2 (n ≥ 2)                                 |
 * | grid      | –                           | 1 / (2 (n − 1)); of cell centres 1 / (2n)     |
 *
 * Brackets: J. Kiefer (1953), Sequential minimax search for a maximum, Proc. AMS 4(3), 502–506, whose theorem is that no
 * search of n trials can promise a shorter one than Fibonacci's; D. E. Knuth (1998), The Art of Computer Programming 3,
 * § 6.2.1, Fibonaccian search. Nearest trials: the minimum may lie anywhere in the bracket, at its far end at worst, and
 * that end is an end of the range, where nobody has looked: for golden section the longer part of the bracket beside the
 * surviving probe, φ · φⁿ⁻¹; for Fibonacci all of it, since its last two probes fall on the same spot.
 */
import { pow } from '../../math/elementary.ts';

/** A search whose laws are known. */
export type LawfulSearch =
  | { rule: 'golden' }
  | { rule: 'fibonacci' }
  | { rule: 'ternary' }
  /** `gap`: distance of the two probes, as a share of the bracket, at most a half. */
  | { rule: 'bisection'; gap: number }
  | { rule: 'grid'; placement: 'endpoints' | 'centres' };

const PHI = (Math.sqrt(5) - 1) / 2;
/** Fibonacci's last two probes stand this far apart, as a share of the bracket; so does theory's promise. */
const SPLIT = 1e-6;
/** Fibonacci plans for more trials than this would be finer than floating-point numbers. */
const LONGEST_PLAN = 67;

/** Rules that begin each comparison with two new probes. */
type PairedSearch = { rule: 'ternary' } | { rule: 'bisection'; gap: number };

/** The share of the bracket that one of their comparisons keeps: up to the farther probe. */
const keptOf = (search: PairedSearch) => (search.rule === 'ternary' ? 2 / 3 : (1 + search.gap) / 2);

/** F(1) = F(2) = 1. */
function fibonacci(n: number): number {
  let [a, b] = [0, 1];
  for (let i = 0; i < n; i++) [a, b] = [b, a + b];
  return a;
}

/** Length of the bracket after `trials` trials of which all comparisons are made; 1 before the first. */
export function bracketLength(search: Exclude<LawfulSearch, { rule: 'grid' }>, trials: number): number {
  if (trials < 2) return 1;
  switch (search.rule) {
    case 'golden':
      return pow(PHI, trials - 1);
    case 'fibonacci':
      return (1 + SPLIT) / fibonacci(Math.min(trials, LONGEST_PLAN) + 1);
    default:
      return pow(keptOf(search), Math.floor(trials / 2));
  }
}

/** The largest distance between the minimum and the nearest of `trials` trials; approached by minima at an end of the range. */
export function worstDistance(search: LawfulSearch, trials: number): number {
  switch (search.rule) {
    case 'grid':
      if (search.placement === 'centres') return 1 / (2 * trials);
      return trials === 1 ? 0.5 : 1 / (2 * (trials - 1));
    case 'golden':
      return PHI * bracketLength(search, trials);
    case 'fibonacci':
      return trials === 1 ? (1 + SPLIT) / 2 : bracketLength(search, trials);
    default:
      return pairsDistance(search, trials);
  }
}

/** Rules that ask in pairs. */
function pairsDistance(search: PairedSearch, trials: number): number {
  const kept = keptOf(search);
  const left = 1 - kept;
  const pairs = Math.floor(trials / 2);
  // Whole pairs: from an end of the range to the nearer probe of the last pair.
  if (trials % 2 === 0) return pow(kept, pairs - 1) * left;
  // One trial more, the left probe of the next pair: no help to a minimum at the right end, where the nearest is that
  // probe or the last winner, which was the right one of its pair.
  const winner = pairs === 0 ? 0 : 1 - left / kept;
  return pow(kept, pairs) * (1 - Math.max(left, winner));
}

/** Two probes this equally near, as a share of the bracket, are told apart by rounding. */
const TIE = 1e-9;

/**
 * Distance from a minimum at `m` to the nearest of `trials` trials, where the function is symmetric about it: a comparison
 * is then won by the nearer probe, and the whole search follows from m alone. Undefined where two probes of a pair are
 * equally near: rounding decides on which side such a search goes on.
 */
export function nearestTrial(search: LawfulSearch, trials: number, m: number): number | undefined {
  if (search.rule === 'grid') return nearestLevel(search.placement, trials, m);
  let [lo, hi] = [0, 1];
  let nearest = Infinity;
  let survivor: number | undefined;
  let left = Math.min(trials, LONGEST_PLAN);
  for (let asked = 0; asked < trials && hi - lo > 1e-13; left--) {
    const width = hi - lo;
    const share = rightProbe(search, left);
    let [a, b] = [hi - share * width, lo + share * width];
    if (survivor === undefined) asked += 2;
    else {
      // The survivor takes the place of the nearer of the next two.
      if (Math.abs(survivor - a) <= Math.abs(survivor - b)) a = survivor;
      else b = survivor;
      asked += 1;
    }
    nearest = Math.min(nearest, Math.abs(a - m));
    // The budget ends between the probes of a pair.
    if (asked > trials) break;
    nearest = Math.min(nearest, Math.abs(b - m));
    if (asked === trials) break;
    const lead = Math.abs(b - m) - Math.abs(a - m);
    if (Math.abs(lead) < TIE * width) return undefined;
    if (lead > 0) hi = b;
    else lo = a;
    if (search.rule === 'golden' || search.rule === 'fibonacci') survivor = lead > 0 ? a : b;
  }
  return nearest;
}

function nearestLevel(placement: 'endpoints' | 'centres', levels: number, m: number): number {
  const centred = placement === 'centres' || levels === 1;
  let nearest = Infinity;
  for (let i = 0; i < levels; i++) {
    const level = centred ? (i + 0.5) / levels : i / (levels - 1);
    nearest = Math.min(nearest, Math.abs(level - m));
  }
  return nearest;
}

/** Where in a bracket the right probe stands; the left one mirrors it. */
function rightProbe(search: Exclude<LawfulSearch, { rule: 'grid' }>, left: number): number {
  switch (search.rule) {
    case 'golden':
      return PHI;
    case 'fibonacci':
      return left <= 2 ? (1 + SPLIT) / 2 : fibonacci(left) / fibonacci(left + 1);
    default:
      return keptOf(search);
  }
}
