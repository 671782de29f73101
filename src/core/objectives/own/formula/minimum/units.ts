/** A formula's values and enclosures in other units: divided by a power of two, outwards where that rounds. */
import type { Evaluate } from '../compile.ts';
import type { Enclose } from '../enclose.ts';
import type { Interval } from '../interval.ts';

/** What is a number stays one: a value is called infinite only where the formula is. */
const divided = (value: number, unit: number): number =>
  Number.isFinite(value) ? Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, value / unit)) : value;

export const valuesIn = (unit: number, evaluate: Evaluate): Evaluate =>
  unit === 1 ? evaluate : (x) => divided(evaluate(x), unit);

export function enclosureIn(unit: number, enclose: Enclose): Enclose {
  if (unit === 1) return enclose;
  return (box) => {
    const { values, slopes, tame } = enclose(box);
    return { values: outwards(values, unit), slopes: slopes.map((slope) => outwards(slope, unit)), tame };
  };
}

/** A quotient by a power of two is rounded only where it is subnormal, or no number any more. */
function outwards({ lo, hi }: Interval, unit: number): Interval {
  const [low, high] = [lo / unit, hi / unit];
  return {
    lo: low * unit === lo ? low : low === Infinity ? Number.MAX_VALUE : low - Number.MIN_VALUE,
    hi: high * unit === hi ? high : high === -Infinity ? -Number.MAX_VALUE : high + Number.MIN_VALUE,
  };
}
