/** Slopes that are no more than what the values prove: rounding is taken off, and everything is rounded downwards. */
import { log } from '../../math/elementary.ts';
import type { Dimension } from '../../space.ts';
import { distance } from './cells.ts';
import type { Probe } from './probe.ts';
import type { Spot } from './types.ts';

const EPSILON = 2.220446049250313e-16;
/** Rounding of a value, in units of its last place: of sums and elementary functions, some twenty. */
const ULPS = 32 * EPSILON;
/** Steps to both sides at which the scatter of values around a point is looked at: 2⁻⁴⁴ of the cube. */
const TINY = 5.6843418860808015e-14;

/** How far two values may be wrong together, by their own size. */
const ownRounding = (a: Spot, b: Spot): number => ULPS * (Math.abs(a.value) + Math.abs(b.value));

/** How far the coordinates of a dimension's values may be from what they should be, in the unit cube. */
function shiftOf({ kind, scale, lo, hi }: Dimension): number {
  if (kind === 'integer') return 0;
  if (scale === 'log') return (8 * EPSILON) / Math.abs(log(hi / lo)) + 4 * EPSILON;
  return (4 * EPSILON * Math.max(Math.abs(lo), Math.abs(hi))) / (hi - lo) + 2 * EPSILON;
}

/** Value per length of the unit cube that two spots prove at least, whatever rounding did to them; 0 where it may be all. */
export function slopeAtLeast(probe: Probe, a: Spot, b: Spot, rounding = ownRounding(a, b)): number {
  const rise = Math.abs(b.value - a.value) - rounding;
  const shift = probe.problem.space.dimensions.reduce((sum, one) => sum + shiftOf(one), 0);
  const far = distance(a.unit, b.unit) * (1 + 4 * EPSILON) + 2 * shift;
  return rise > 0 && far > 0 ? (rise / far) * (1 - 4 * EPSILON) : 0;
}

/**
 * The same, where values may be wrong by more than their size tells: of a difference of large terms only the scatter of
 * neighbouring values shows it.
 */
export function provenSlope(probe: Probe, a: Spot, b: Spot): number {
  const scatter = scatterAt(probe, a) + scatterAt(probe, b);
  return slopeAtLeast(probe, a, b, Math.max(ownRounding(a, b), 2 * scatter));
}

/** Steps, in units of the smallest: rounding of a difference of large terms makes stairs, each many steps wide. */
const STRIDES = [1, 16, 256, 4096];

/** The largest second difference along the axes, at steps so small that a slope makes none. */
export function scatterAt(probe: Probe, { unit, value }: Spot, strides: readonly number[] = STRIDES): number {
  let most = 0;
  for (const [axis, { kind }] of probe.problem.space.dimensions.entries()) {
    if (kind === 'integer') continue;
    for (const stride of strides) {
      const values = [-2, -1, 0, 1, 2].map((k) => {
        const u = unit[axis] + k * stride * TINY;
        return k === 0 ? value : u < 0 || u > 1 ? NaN : probe.at(unit.with(axis, u));
      });
      most = Math.max(most, secondDifference(values));
    }
  }
  return most;
}

function secondDifference(values: readonly number[]): number {
  let most = 0;
  for (let k = 1; k + 1 < values.length; k++) {
    const second = Math.abs(values[k + 1] - 2 * values[k] + values[k - 1]);
    if (second > most) most = second;
  }
  return most;
}
