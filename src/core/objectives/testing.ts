/** For the objectives' tests: settings to try, and a search that looks for something below the stated optimum. */
import { pow } from '../math/elementary.ts';
import { defaults, type ParamDeclarations, type ParamValues } from '../params.ts';
import type { Rng } from '../rng.ts';
import type { Problem } from '../types.ts';

/** The defaults, every corner of the numeric ranges, every option, and `extra` settings drawn from inside the ranges. */
export function settings(declarations: ParamDeclarations, rng: Rng, extra: number): ParamValues[] {
  let corners: ParamValues[] = [defaults(declarations)];
  const drawn = Array.from({ length: extra }, () => defaults(declarations));
  for (const [name, declaration] of Object.entries(declarations)) {
    if (declaration.kind !== 'real' && declaration.kind !== 'int') continue;
    const { kind, min, max } = declaration;
    corners = corners.flatMap((values) => [values, { ...values, [name]: min }, { ...values, [name]: max }]);
    const logarithmic = kind === 'real' && declaration.scale === 'log';
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
  return [...corners, ...options, ...(extra > 0 ? drawn : [])];
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
