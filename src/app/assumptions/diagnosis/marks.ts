/** From the witness of a verdict to what the charts draw: on the curve, on the map, and along its own line. */
import type { LocalMinimum, Witness } from '#charts/types.ts';
import type { Diagnosis, Spot } from '#core/assumptions/diagnosis/index.ts';
import { toValue } from '#core/space.ts';
import { formatNumber } from '#charts/format.ts';
import type { Sense } from '#core/types.ts';
import { inSense, t } from '../../i18n/index.svelte.ts';
import { atLeast, describeSpot, placeOf, plain, type Subject } from './words.ts';
import { apart } from '../../shared/labels.ts';

export type VerdictId = 'unimodal' | 'convex' | 'minima' | 'lipschitz' | 'separable' | 'sensitivity';

type Place = readonly [number, number];
type Lines = Witness['lines'][number][];

/** Half the length of a line that shows a slope, as a share of the axis. */
const REACH = 0.07;

/** Height of the worse of two: of two in a valley, the higher. */
const worse = (a: Spot, b: Spot, sense: Sense) =>
  sense === 'maximise' ? Math.min(a.value, b.value) : Math.max(a.value, b.value);

/**
 * A witness over a line.
 * @param at a spot’s place along the axis
 */
function alongLine(
  diagnosis: Diagnosis,
  id: VerdictId,
  subject: Subject,
  at: (spot: Spot) => number,
): Witness | null {
  const named = (name: string, spot: Spot) => ({
    x: at(spot),
    y: spot.value,
    name,
    description: describeSpot(subject, name, spot),
  });
  const place = (spot: Spot): Place => [at(spot), spot.value];
  if (id === 'convex' && diagnosis.convex.holds === 'no') {
    const { a, b, c, chord } = diagnosis.convex.witness;
    return {
      points: [named('a', a), named('b', b), named('c', c)],
      lines: [
        { from: place(a), to: place(c), role: 'chord' },
        { from: [at(b), chord], to: place(b), role: 'gap' },
      ],
    };
  }
  if (id === 'unimodal' && diagnosis.unimodal.holds === 'no') {
    const { witness } = diagnosis.unimodal;
    if (witness.kind === 'plateau') {
      const { a, b, lower } = witness;
      return {
        points: [named('a', a), named('b', b), named('c', lower)],
        lines: [{ from: place(a), to: place(b), role: 'gap' }],
      };
    }
    const { a, b, c } = witness;
    const level = worse(a, c, subject.sense);
    return {
      points: [named('a', a), named('b', b), named('c', c)],
      lines: [
        { from: [at(a), level], to: [at(c), level], role: 'level' },
        { from: [at(b), level], to: place(b), role: 'gap' },
      ],
    };
  }
  return null;
}

/** One hyperparameter. */
export function curveWitness(diagnosis: Diagnosis, id: VerdictId, subject: Subject): Witness | null {
  const [dimension] = subject.dimensions;
  const at = ({ unit }: Spot) => toValue(dimension, unit[0]);
  const { lipschitz } = diagnosis;
  if (id !== 'lipschitz') return alongLine(diagnosis, id, subject, at);
  if (lipschitz.holds === 'no') {
    const { a, b } = lipschitz.witness;
    const named = (name: string, spot: Spot) => ({
      x: at(spot),
      y: spot.value,
      name,
      description: describeSpot(subject, name, spot),
    });
    return {
      points: [named('a', a), named('b', b)],
      lines: [{ from: [at(a), a.value], to: [at(b), b.value], role: 'gap' }],
    };
  }
  if (lipschitz.holds !== 'yes' || lipschitz.constant === 0) return null;
  const { a, b, constant } = lipschitz;
  const rises = (b.value - a.value) * (b.unit[0] - a.unit[0]) > 0 ? 1 : -1;
  const end = (far: number): Place => [
    toValue(dimension, Math.min(1, Math.max(0, a.unit[0] + far))),
    a.value + (Math.min(1, Math.max(0, a.unit[0] + far)) - a.unit[0]) * rises * constant,
  ];
  return {
    points: [
      { x: at(a), y: a.value, name: steepnessShort(constant), description: describeSpot(subject, '', a) },
    ],
    lines: [{ from: end(-REACH), to: end(REACH), role: 'chord' }],
  };
}

export const steepnessShort = (constant: number): string =>
  t('assumptions.steepness', { constant: atLeast(constant) });

/** Two hyperparameters, from above. */
export function fieldWitness(diagnosis: Diagnosis, id: VerdictId, subject: Subject): Witness | null {
  const [across, up] = subject.dimensions;
  const place = (unit: readonly number[]): Place => [toValue(across, unit[0]), toValue(up, unit[1])];
  const named = (name: string, spot: Spot) => {
    const [x, y] = place(spot.unit);
    return { x, y, name, description: describeSpot(subject, name, spot) };
  };
  const line = (a: Spot, b: Spot, role: Lines[number]['role']): Lines[number] => ({
    from: place(a.unit),
    to: place(b.unit),
    role,
  });
  const { convex, unimodal, separable, lipschitz } = diagnosis;
  if (id === 'convex' && convex.holds === 'no') {
    const { a, b, c } = convex.witness;
    return { points: [named('a', a), named('b', b), named('c', c)], lines: [line(a, c, 'chord')] };
  }
  if (id === 'unimodal' && unimodal.holds === 'no') {
    const { witness } = unimodal;
    const [a, b, c] =
      witness.kind === 'hump' ? [witness.a, witness.b, witness.c] : [witness.a, witness.b, witness.lower];
    const ends: [Spot, Spot] = witness.kind === 'hump' ? [a, c] : [a, b];
    return { points: [named('a', a), named('b', b), named('c', c)], lines: [line(...ends, 'chord')] };
  }
  if (id === 'separable' && separable.holds === 'no') {
    const { corners } = separable.witness;
    const values = apart(corners.map(({ value }) => plain(value, subject)));
    const [one, two, three, four] = corners;
    return {
      points: corners.map((spot, i) => named(values[i], spot)),
      lines: [
        line(one, two, 'chord'),
        line(three, four, 'chord'),
        line(one, three, 'level'),
        line(two, four, 'level'),
      ],
    };
  }
  if (id === 'lipschitz') {
    const pair = lipschitz.holds === 'no' ? lipschitz.witness : lipschitz.holds === 'yes' ? lipschitz : null;
    if (!pair || pair.a.value === pair.b.value) return null;
    const length = Math.hypot(...pair.b.unit.map((u, i) => u - pair.a.unit[i]));
    const end = (far: number) =>
      pair.a.unit.map((u, i) => Math.min(1, Math.max(0, u + (far * (pair.b.unit[i] - u)) / length)));
    const name = lipschitz.holds === 'yes' ? steepnessShort(lipschitz.constant) : 'a';
    return {
      points: [named(name, pair.a)],
      lines: [{ from: place(end(-REACH)), to: place(end(REACH)), role: 'chord' }],
    };
  }
  return null;
}

/** Over its own line, two and more hyperparameters: 0 at a, 1 at the other end. */
export function profileWitness(
  diagnosis: Diagnosis,
  id: 'convex' | 'unimodal',
  subject: Subject,
): Witness | null {
  const verdict = diagnosis[id];
  if (verdict.holds !== 'no') return null;
  const from = verdict.witness.a.unit;
  const to = farEnd(verdict.witness).unit;
  const way = to.map((u, i) => u - from[i]);
  const length = way.reduce((sum, step) => sum + step * step, 0);
  return alongLine(diagnosis, id, subject, ({ unit }) =>
    unit.reduce((sum, u, i) => sum + ((u - from[i]) * way[i]) / length, 0),
  );
}

type LineWitness =
  | Extract<Diagnosis['convex'], { holds: 'no' }>['witness']
  | Extract<Diagnosis['unimodal'], { holds: 'no' }>['witness'];

/** The spot at 1 along the witness’s line, and what it is called. */
export const farEnd = (witness: LineWitness): Spot => (witness.kind === 'plateau' ? witness.b : witness.c);
export const farName = (witness: LineWitness): string => (witness.kind === 'plateau' ? 'b' : 'c');

/** Valleys on the curve, or on the map. */
export function minimaMarks({ minima }: Diagnosis, subject: Subject): LocalMinimum[] {
  const [across, up] = subject.dimensions;
  return minima.spots.map(({ unit, value }) => ({
    x: toValue(across, unit[0]),
    y: up ? toValue(up, unit[1]) : value,
    description: t('assumptions.minimumAt', {
      ...inSense(subject.sense),
      at: placeOf(subject, unit),
      value: formatNumber(plain(value, subject), 4),
    }),
  }));
}
