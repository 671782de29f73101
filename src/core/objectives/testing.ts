/** For the objectives' tests: settings to try, and a search that looks for something below the stated optimum. */
import { pow } from '../math/elementary.ts';
import { defaults, type ParamDeclarations, type ParamValues } from '../params.ts';
import type { Rng } from '../rng.ts';
import type { Problem } from '../types.ts';

/** More corners than this are sampled. */
const MOST_CORNERS = 48;

/**
 * The defaults, every corner of the numeric ranges, every option, and `extra` settings drawn from inside the ranges. Of many
 * parameters, each end of each by itself and a sample of the corners.
 */
export function settings(declarations: ParamDeclarations, rng: Rng, extra: number): ParamValues[] {
  const drawn = Array.from({ length: extra }, () => defaults(declarations));
  for (const [name, { kind, min, max, logarithmic }] of numeric(declarations)) {
    for (const values of drawn) {
      const u = rng.next();
      const value = logarithmic ? min * pow(max / min, u) : min + u * (max - min);
      values[name] = kind === 'int' ? Math.round(value) : value;
    }
  }
  const options = Object.entries(declarations).flatMap(([name, declaration]) =>
    declaration.kind === 'choice'
      ? declaration.options.map((option) => ({ ...defaults(declarations), [name]: option }))
      : [],
  );
  return [...corners(declarations, rng), ...options, ...(extra > 0 ? drawn : [])];
}

const numeric = (declarations: ParamDeclarations) =>
  Object.entries(declarations).flatMap(([name, one]) =>
    one.kind === 'real' || one.kind === 'int'
      ? [[name, { ...one, logarithmic: one.kind === 'real' && one.scale === 'log' }] as const]
      : [],
  );

function corners(declarations: ParamDeclarations, rng: Rng): ParamValues[] {
  const standard = defaults(declarations);
  const numbers = numeric(declarations);
  const ends = ([name, { min, max }]: (typeof numbers)[number], values: ParamValues) => [
    { ...values, [name]: min },
    { ...values, [name]: max },
  ];
  if (pow(3, numbers.length) <= MOST_CORNERS) {
    return numbers.reduce((all, one) => all.flatMap((values) => [values, ...ends(one, values)]), [standard]);
  }
  const chosen = [standard, ...numbers.flatMap((one) => ends(one, standard))];
  while (chosen.length < MOST_CORNERS) {
    const corner = numbers.reduce((values, one) => [values, ...ends(one, values)][rng.below(3)], standard);
    chosen.push(corner);
  }
  return chosen;
}

/** The problem as a function on the unit cube. */
export const onUnitCube = ({ space, value }: Problem) => {
  return (unit: readonly number[]) => value(space.toReal(unit));
};

export const randomUnit = (d: number, rng: Rng): number[] => Array.from({ length: d }, () => rng.next());

/** Compass search inside the unit cube: only ever moves downhill. */
export function descend(
  f: (unit: readonly number[]) => number,
  start: readonly number[],
  { size: first = 0.02, most = 20_000 } = {},
) {
  const unit = [...start];
  let value = f(unit);
  let evaluations = 1;
  for (let size = first; size > 1e-8 && evaluations < most;) {
    let moved = false;
    for (let i = 0; i < unit.length; i++) {
      for (const change of [size, -size]) {
        const before = unit[i];
        unit[i] = Math.min(1, Math.max(0, before + change));
        const tried = f(unit);
        evaluations++;
        if (tried < value) {
          value = tried;
          moved = true;
        } else unit[i] = before;
      }
    }
    if (!moved) size /= 2;
  }
  return { unit, value, evaluations };
}

/** All points of a regular grid on the unit cube, edges included, with about `count` points. */
export function* gridOf(d: number, count: number): Generator<number[]> {
  const levels = Math.max(2, Math.floor(pow(count, 1 / d) + 1e-9));
  const digits = new Array<number>(d).fill(0);
  for (;;) {
    yield digits.map((digit) => digit / (levels - 1));
    // Counts up like an odometer.
    let i = 0;
    while (i < d && ++digits[i] === levels) digits[i++] = 0;
    if (i === d) return;
  }
}
