/** The most visible witnesses among all lines that were looked along. */
import type { Point } from '../../types.ts';
import type { Probe } from './probe.ts';
import { chordAt, widestPlateau, worstChord, worstHump, type Triple } from './sequence.ts';
import type { ChordWitness, HumpWitness, PlateauWitness, Spot, Verdict } from './types.ts';

/** Values on a line: fractions `t` along it, ascending. */
export interface Line {
  points: readonly Point[];
  t: readonly number[];
  values: readonly number[];
}

/** Equal values may differ by so many units in the last place. */
const EQUAL = 16 * 2.220446049250313e-16;

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
    const flat = widestPlateau({ t, y }, EQUAL, this.#probe.tolerance, rest - 1e-9);
    if (flat) {
      const a = spot(flat.from);
      const b = spot(flat.to);
      const width = distance(a.unit, b.unit);
      if (width > this.#plateauWidth) {
        this.#plateauWidth = width;
        this.plateau = { kind: 'plateau', a, b, lower: spot(flat.lowest) };
      }
    }
  }

  /** A triple that was found otherwise; λ: where b lies between a and c. */
  offer({ a, b, c }: { a: Spot; b: Spot; c: Spot }, lambda: number): void {
    if ([a, b, c].some(({ value }) => Number.isNaN(value))) return;
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

  /** Convex, at this resolution and within the tolerance as it is now? */
  get convex(): Verdict<ChordWitness> {
    return this.#verdict(this.chord && this.chord.violation > this.#probe.tolerance ? this.chord : undefined);
  }

  get unimodal(): Verdict<HumpWitness | PlateauWitness> {
    const { hump, plateau } = this;
    const tolerance = this.#probe.tolerance;
    if (hump && hump.violation > tolerance) return { holds: 'no', witness: hump };
    const rests = plateau && plateau.a.value > plateau.lower.value + tolerance;
    return this.#verdict(rests ? plateau : undefined);
  }

  #verdict<Witness>(witness: Witness | undefined): Verdict<Witness> {
    return witness ? { holds: 'no', witness } : unlessFailed(this.#probe);
  }

  #chord(triple: Triple | null, t: number[], y: number[], spot: (i: number) => Spot): void {
    if (!triple || triple.violation <= (this.chord?.violation ?? 0)) return;
    const { a, b, c, violation } = triple;
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
    this.hump = { kind: 'hump', a: spot(a), b: spot(b), c: spot(c), violation };
  }

  #steep({ points, values }: Line, seen: readonly number[]): void {
    let best = 0;
    let at = -1;
    for (let k = 1; k < seen.length; k++) {
      const [i, j] = [seen[k - 1], seen[k]];
      const slope = Math.abs(values[j] - values[i]) / distance(points[i], points[j]);
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

export function distance(a: Point, b: Point): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return Math.sqrt(sum);
}
