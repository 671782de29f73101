/**
 * All verdicts of a diagnosis, made to say one thing. Each is found by a search of its own, at places of its own; what one
 * of them has met the others may have missed. A pure function: nothing is evaluated here.
 *
 * | what was found                          | what follows                                                      |
 * | --------------------------------------- | ----------------------------------------------------------------- |
 * | values rise and fall along a line       | not convex: the same three points                                 |
 * | a level stretch above a lower point     | not convex: its far end stands above the chord                    |
 * | one valley along every line             | one minimum                                                       |
 * | rise and fall, one hyperparameter       | two minima at least                                               |
 * | a value below the lowest minimum listed | that is where the lowest minimum is                               |
 * | different values                        | a slope, and not “the same everywhere”                            |
 * | a sum of functions of one knob each     | what a knob explains alone is all that it explains                |
 */
import { distance } from './cells.ts';
import type {
  ChordWitness,
  Diagnosis,
  HumpWitness,
  Minima,
  PlateauWitness,
  Sensitivity,
  Spot,
} from './types.ts';

export type Verdicts = Pick<
  Diagnosis,
  'convex' | 'unimodal' | 'separable' | 'lipschitz' | 'minima' | 'sensitivity'
>;

export interface Known {
  /** Of hyperparameters. */
  dimensions: number;
  /** What counts as rounding. */
  tolerance: number;
  /** Undefined where no value was met. */
  lowest: Spot | undefined;
  highest: Spot | undefined;
  /** The problem says that it has one valley. */
  oneValley: boolean;
}

export function consistent(found: Verdicts, known: Known): Verdicts {
  const { separable } = found;
  const convex = convexBy(found);
  const unimodal = found.unimodal;
  return {
    convex,
    unimodal,
    separable,
    minima: minimaBy(found, known),
    lipschitz: lipschitzBy(found, known),
    sensitivity: sensitivityBy(found, known),
  };
}

/** A witness against one valley is one against convexity as well. */
function convexBy({ convex, unimodal }: Verdicts): Verdicts['convex'] {
  if (convex.holds === 'no' || unimodal.holds !== 'no') return convex;
  const witness = chordOf(unimodal.witness);
  return witness ? { holds: 'no', witness } : convex;
}

function chordOf(witness: HumpWitness | PlateauWitness): ChordWitness | null {
  if (witness.kind === 'hump') return chordThrough(witness.a, witness.b, witness.c);
  const { a, b, lower } = witness;
  const [near, far] = distance(a.unit, lower.unit) < distance(b.unit, lower.unit) ? [a, b] : [b, a];
  return chordThrough(far, near, lower);
}

function chordThrough(a: Spot, b: Spot, c: Spot): ChordWitness | null {
  const lambda = distance(a.unit, b.unit) / (distance(a.unit, b.unit) + distance(b.unit, c.unit));
  const chord = (1 - lambda) * a.value + lambda * c.value;
  const violation = b.value - chord;
  return violation > 0 ? { kind: 'chord', a, b, c, lambda, chord, violation } : null;
}

function minimaBy(
  { minima, unimodal }: Verdicts,
  { dimensions, tolerance, lowest, highest, oneValley }: Known,
): Minima {
  if (!lowest || minima.count === 0) return minima;
  const spots = withLowest(minima.spots, lowest);
  if (highest && highest.value - lowest.value <= tolerance)
    return { ...minima, count: 1, more: false, spots: spots.slice(0, 1), level: true };
  if (unimodal.holds === 'yes') {
    return { ...minima, count: 1, more: false, proved: minima.proved || oneValley, spots: spots.slice(0, 1) };
  }
  if (dimensions === 1 && minima.count < 2 && unimodal.holds === 'no' && unimodal.witness.kind === 'hump') {
    const { a, c } = unimodal.witness;
    const ends = withLowest(
      [a, c].sort((p, q) => p.value - q.value),
      lowest,
    );
    return { ...minima, count: 2, more: true, proved: false, spots: ends };
  }
  return { ...minima, spots };
}

/** What is lower than all minima belongs to the one that it is nearest to: none is counted twice. */
function withLowest(spots: readonly Spot[], lowest: Spot): Spot[] {
  if (spots.length > 0 && spots[0].value <= lowest.value) return [...spots];
  const nearest = [...spots].sort((a, b) => distance(a.unit, lowest.unit) - distance(b.unit, lowest.unit))[0];
  return [lowest, ...spots.filter((spot) => spot !== nearest)];
}

/** Values that differ by more than rounding have a slope between them. */
function lipschitzBy({ lipschitz }: Verdicts, { lowest, highest, tolerance }: Known): Verdicts['lipschitz'] {
  if (lipschitz.holds !== 'yes' || !lowest || !highest) return lipschitz;
  const rise = highest.value - lowest.value - tolerance;
  const far = distance(lowest.unit, highest.unit);
  if (!(rise > 0 && far > 0) || lipschitz.constant >= rise / far) return lipschitz;
  return { holds: 'yes', constant: rise / far, a: lowest, b: highest };
}

function sensitivityBy(
  { sensitivity, separable }: Verdicts,
  { lowest, highest, tolerance }: Known,
): Verdicts['sensitivity'] {
  if ('unknown' in sensitivity) {
    const changes = lowest && highest && highest.value - lowest.value > tolerance;
    return sensitivity.unknown === 'constant' && changes ? { unknown: 'narrow' } : sensitivity;
  }
  const total = sensitivity.total.map((index) => Math.max(0, index));
  const all = total.reduce((sum, index) => sum + index, 0);
  // Estimates of a sum’s indices scatter; the indices themselves are equal, and make up all of the variance.
  if (separable.holds === 'yes' && all > 0) {
    const shares = total.map((index) => index / all);
    return { ...sensitivity, first: shares, total: [...shares] };
  }
  const first: Sensitivity['first'] = sensitivity.first.map((index, i) =>
    Math.min(Math.max(0, index), total[i]),
  );
  return { ...sensitivity, first, total };
}
