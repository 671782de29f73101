/** The most visible witnesses among all lines that were looked along. */
import type { Point } from '../../types.ts';
import { cellsOf, distance } from './cells.ts';
import type { Probe } from './probe.ts';
import { chordAt, plateaus, worstChord, worstHump, type Triple } from './sequence.ts';
import { scatterAt, slopeAtLeast } from './slopes.ts';
import type { ChordWitness, HumpWitness, PlateauWitness, Spot, Verdict } from './types.ts';

/** Values on a line: fractions `t` along it, ascending. */
export interface Line {
  points: readonly Point[];
  t: readonly number[];
  values: readonly number[];
}

/** Equal values may differ by so many units in the last place. */
const EQUAL = 16 * 2.220446049250313e-16;
/** A level stretch ends where values, right beside it, differ by more than so many units in the last place. */
const DECIDED = 1000;
/** Steps of the way across a small violation, and the largest second difference on it, as a share of the violation. */
const FINE = 128;
const SMOOTH = 0.1;
/** A violation below this share of the range may still be rounding, in stairs as wide as some of these steps. */
const SMALL = 1e-6;
const STAIRS = [1 << 12, 1 << 16, 1 << 20, 1 << 22];
/** Right beside it: a share of its width. */
const BESIDE = 1 / 256;

export class Findings {
  chord: ChordWitness | undefined;
  hump: HumpWitness | undefined;
  plateau: PlateauWitness | undefined;
  lines = 0;
  /** Places, neighbouring on a line, between which the values differ most for their distance. */
  steepest: { a: Spot; b: Spot; slope: number }[] = [];

  #plateauWidth = 0;
  readonly #probe: Probe;

  constructor(probe: Probe) {
    this.#probe = probe;
  }

  /**
   * @param rest least width, as a fraction of the line, of a plateau: two steps of an even grid, or one step between whole
   *   numbers. Two equal values alone may lie on both sides of a minimum.
   */
  look(line: Line, rest: number): void {
    this.lines++;
    const seen = line.values.flatMap((value, i) => (Number.isNaN(value) ? [] : [i]));
    if (seen.length < 2) return;
    const t = seen.map((i) => line.t[i]);
    const y = seen.map((i) => line.values[i]);
    const spot = (i: number): Spot => ({ unit: line.points[seen[i]].slice(), value: y[i] });
    this.#steep(line, seen);
    this.#chord(worstChord({ t, y }), t, y, spot);
    this.#hump(worstHump({ t, y }), spot);
    for (const flat of plateaus({ t, y }, EQUAL, this.#probe.tolerance, rest - 1e-9)) {
      const a = spot(flat.from);
      const b = spot(flat.to);
      const width = distance(a.unit, b.unit);
      if (width <= this.#plateauWidth || !this.#ends(a, b, y[flat.from - 1], y[flat.to + 1])) continue;
      this.#plateauWidth = width;
      this.plateau = { kind: 'plateau', a, b, lower: spot(flat.lowest) };
    }
  }

  /**
   * Whether a level stretch ends as one does that is level, by rising or falling at once. A function that only falls ever
   * more slowly, as 1 − x⁶ towards 0, has equal values by rounding alone, and leaves them one last digit after the other.
   *
   * @param before, after the values of its neighbours; undefined at the end of the line
   */
  #ends(a: Spot, b: Spot, before: number | undefined, after: number | undefined): boolean {
    const probe = this.#probe;
    const least = DECIDED * Math.max(probe.scale * 2.220446049250313e-16, 0);
    const apart = (value: number) => Math.abs(value - a.value) > least;
    const whole = probe.problem.space.dimensions.some(
      (dimension, i) => cellsOf(dimension) !== Infinity && a.unit[i] !== b.unit[i],
    );
    // Between two whole numbers there is nothing.
    if (whole) return [before, after].some((value) => value !== undefined && apart(value));
    const beyond = (from: Spot, to: Spot) => to.unit.map((u, i) => u + (u - from.unit[i]) * BESIDE);
    return ([this.#edge(a, b), this.#edge(b, a)] as const).some((edge, k) => {
      const unit = beyond(k === 0 ? a : b, edge);
      return unit.every((u) => u >= 0 && u <= 1) && apart(probe.at(unit));
    });
  }

  /** Where the level stretch from a to b ends beyond b, to the last digit: what was met of it ends at a grid point. */
  #edge(a: Spot, b: Spot): Spot {
    const probe = this.#probe;
    const at = (share: number) => a.unit.map((u, i) => u + share * (b.unit[i] - u));
    let [inside, outside] = [1, 2];
    while (at(outside).some((u) => u < 0 || u > 1) && outside - 1 > 1e-6) outside = 1 + (outside - 1) / 2;
    for (let n = 0; n < 40; n++) {
      const middle = (inside + outside) / 2;
      if (Math.abs(probe.at(at(middle)) - a.value) <= EQUAL * Math.abs(a.value)) inside = middle;
      else outside = middle;
    }
    return { unit: at(inside), value: a.value };
  }

  /** A triple that was found otherwise; λ: where b lies between a and c. */
  offer({ a, b, c }: { a: Spot; b: Spot; c: Spot }, lambda: number): void {
    if ([a, b, c].some(({ value }) => Number.isNaN(value)) || distance(a.unit, c.unit) < NEAREST) return;
    const chord = (1 - lambda) * a.value + lambda * c.value;
    if (b.value - chord > (this.chord?.violation ?? 0)) {
      this.chord = { kind: 'chord', a, b, c, lambda, chord, violation: b.value - chord };
    }
    const rise = b.value - Math.max(a.value, c.value);
    if (rise > (this.hump?.violation ?? 0)) this.hump = { kind: 'hump', a, b, c, violation: rise };
  }

  /** The ends of the hump as bottoms of valleys, where one has been followed to its bottom since. */
  settle(bottoms: readonly Spot[], within: number): void {
    if (!this.hump) return;
    const { a, b, c } = this.hump;
    const lower = (end: Spot) =>
      bottoms.find(({ unit, value }) => value <= end.value && distance(unit, end.unit) <= within) ?? end;
    const ends = [lower(a), lower(c)] as const;
    const violation = b.value - Math.max(ends[0].value, ends[1].value);
    this.hump = { kind: 'hump', a: ends[0], b, c: ends[1], violation };
  }

  /** Places that have come up: those given, and the points of witnesses. */
  spots(given: readonly Spot[]): Spot[] {
    const spots = [...given];
    for (const witness of [this.chord, this.hump]) if (witness) spots.push(witness.a, witness.b, witness.c);
    if (this.plateau) spots.push(this.plateau.a, this.plateau.b, this.plateau.lower);
    return spots;
  }

  /** Convex, at this resolution and within the tolerance as it is now? */
  get convex(): Verdict<ChordWitness> {
    return this.#verdict(this.chord && this.#counts(this.chord) ? this.chord : undefined);
  }

  get unimodal(): Verdict<HumpWitness | PlateauWitness> {
    const { hump, plateau } = this;
    const tolerance = this.#probe.tolerance;
    if (hump && this.#counts(hump)) return { holds: 'no', witness: hump };
    const rests = plateau && plateau.a.value > plateau.lower.value + tolerance;
    return this.#verdict(rests ? plateau : undefined);
  }

  /**
   * Whether a violation is more than rounding. A small share of the whole range may be much where values are small: it counts
   * as well where the way from a to c is smooth at a finer step, which rounding never is.
   */
  #counts({ a, b, c, violation }: ChordWitness | HumpWitness): boolean {
    const probe = this.#probe;
    if (violation > probe.tolerance) {
      // Of a difference of large terms the rounding shows only in how values scatter, everywhere.
      const small = violation < SMALL * (probe.highest - probe.lowest!.value);
      return !small || [a, b, c].some((spot) => scatterAt(probe, spot, STAIRS) < violation / 8);
    }
    const size = Math.max(...[a, b, c].map(({ value }) => Math.abs(value)));
    if (!(violation > DECIDED * 2.220446049250313e-16 * size)) return false;
    const { dimensions } = probe.problem.space;
    if (dimensions.some((dimension) => cellsOf(dimension) !== Infinity)) return false;
    const values = Array.from({ length: FINE + 1 }, (_, k) =>
      probe.at(a.unit.map((u, i) => Math.min(1, Math.max(0, u + (k / FINE) * (c.unit[i] - u))))),
    );
    // NaN is not smooth.
    for (let k = 1; k < FINE; k++) {
      if (!(Math.abs(values[k + 1] - 2 * values[k] + values[k - 1]) <= SMOOTH * violation)) return false;
    }
    return true;
  }

  #verdict<Witness>(witness: Witness | undefined): Verdict<Witness> {
    return witness ? { holds: 'no', witness } : unlessFailed(this.#probe);
  }

  #chord(triple: Triple | null, t: number[], y: number[], spot: (i: number) => Spot): void {
    if (!triple || triple.violation <= (this.chord?.violation ?? 0)) return;
    const { a, b, c, violation } = triple;
    if (distance(spot(a).unit, spot(c).unit) < NEAREST) return;
    this.chord = {
      kind: 'chord',
      a: spot(a),
      b: spot(b),
      c: spot(c),
      lambda: (t[b] - t[a]) / (t[c] - t[a]),
      chord: chordAt(t, y, a, b, c),
      violation,
    };
  }

  #hump(triple: Triple | null, spot: (i: number) => Spot): void {
    if (!triple || triple.violation <= (this.hump?.violation ?? 0)) return;
    const { a, b, c, violation } = triple;
    if (distance(spot(a).unit, spot(c).unit) < NEAREST) return;
    this.hump = { kind: 'hump', a: spot(a), b: spot(b), c: spot(c), violation };
  }

  #steep({ points, values }: Line, seen: readonly number[]): void {
    let best = 0;
    let at = -1;
    for (let k = 1; k < seen.length; k++) {
      const [i, j] = [seen[k - 1], seen[k]];
      const slope = slopeAtLeast(
        this.#probe,
        { unit: points[i] as number[], value: values[i] },
        { unit: points[j] as number[], value: values[j] },
      );
      if (slope > best) {
        best = slope;
        at = k;
      }
    }
    if (at < 0) return;
    const [i, j] = [seen[at - 1], seen[at]];
    const pair = {
      a: { unit: points[i].slice(), value: values[i] },
      b: { unit: points[j].slice(), value: values[j] },
      slope: best,
    };
    this.steepest = [...this.steepest, pair].sort((p, q) => q.slope - p.slope).slice(0, STEEPEST);
  }
}

/** Ends of a witness are farther apart than numbers that rounding tells apart, beside a cusp by much. */
const NEAREST = 1e-9;
/** Pairs that are followed to the steepest place near them. */
const STEEPEST = 6;

/** Nothing to the contrary was found; that says little where some values are missing. */
export function unlessFailed({
  failed,
  lowest,
}: Probe): { holds: 'yes' } | { holds: 'unknown'; why: 'failed' | 'empty' } {
  if (!lowest) return { holds: 'unknown', why: 'empty' };
  return failed > 0 ? { holds: 'unknown', why: 'failed' } : { holds: 'yes' };
}
