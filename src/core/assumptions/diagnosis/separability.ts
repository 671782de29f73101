/** Whether the knobs can be set one by one: second differences over pairs of knobs. */
import { stream } from '../../rng.ts';
import type { Point } from '../../types.ts';
import { cellsOf, randomSpot, settle } from './cells.ts';
import { unlessFailed } from './findings.ts';
import type { Probe, Steps } from './probe.ts';
import type { InteractionWitness, Spot, Verdict } from './types.ts';

/**
 * A function is a sum of functions of one knob each if and only if, for every two knobs and whatever the others are,
 * f(x₁,y₁) + f(x₂,y₂) − f(x₁,y₂) − f(x₂,y₁) = 0. Looked at on all pairs of `levels` × `levels` values.
 *
 * What happens off these levels is seen where another verdict has met it: a sum is known everywhere by its values along the
 * axes through one point, and no `spots` may differ from that.
 *
 * @param bases places of the other knobs: these, and `random` more
 * @param spots places that other verdicts have come up with: minima, points of witnesses
 */
export function* separability(
  probe: Probe,
  {
    levels,
    bases,
    random,
    spots,
  }: { levels: number; bases: readonly Point[]; random: number; spots: readonly Spot[] },
): Steps<Verdict<InteractionWitness>> {
  const { dimensions } = probe.problem.space;
  const d = dimensions.length;
  if (d === 1) return unlessFailed(probe);
  const rng = stream('diagnosis', 'pairs');
  // With two knobs there are no others.
  const others =
    d === 2 ? [bases[0]] : [...bases, ...Array.from({ length: random }, () => randomSpot(dimensions, rng))];
  const places = dimensions.map((dimension) => {
    const count = Math.min(levels, cellsOf(dimension));
    const all = Array.from({ length: count }, (_, k) => settle(dimension, k / (count - 1 || 1)));
    return [...new Set(all)];
  });
  let best: InteractionWitness | undefined;
  for (const base of others) {
    for (let i = 0; i < d; i++) {
      for (let j = i + 1; j < d; j++) {
        const table: Spot[][] = [];
        for (const x of places[i]) {
          table.push(places[j].map((y) => probe.spot(base.map((u, k) => (k === i ? x : k === j ? y : u)))));
          yield;
        }
        const found = largest(table);
        if (found && Math.abs(found.difference) > Math.abs(best?.difference ?? 0)) {
          best = { kind: 'interaction', axes: [i, j], ...found };
        }
      }
    }
  }
  for (const spot of spots) {
    for (const base of others) {
      const found = offLevels(probe, base, spot);
      if (found && Math.abs(found.difference) > Math.abs(best?.difference ?? 0)) best = found;
      yield;
    }
  }
  // Four values, each with its own rounding.
  if (best && Math.abs(best.difference) > 4 * probe.tolerance) return { holds: 'no', witness: best };
  return unlessFailed(probe);
}

/**
 * From a base to a spot one knob after the other: were the function a sum, each step would change it as it does at the base.
 * The pair of knobs whose second difference on the way is largest; null where there is none.
 */
function offLevels(probe: Probe, base: Point, spot: Spot): InteractionWitness | null {
  const d = base.length;
  const moved = base.flatMap((u, i) => (u === spot.unit[i] ? [] : [i]));
  const mixed = (which: readonly number[]) =>
    probe.spot(base.map((u, i) => (which.includes(i) ? spot.unit[i] : u)));
  const home = mixed([]);
  const alone = moved.map((i) => mixed([i]).value - home.value);
  const whole = d === moved.length ? spot.value : mixed(moved).value;
  const off = whole - home.value - alone.reduce((sum, change) => sum + change, 0);
  if (!(Math.abs(off) > 4 * probe.tolerance)) return null;
  let best: InteractionWitness | null = null;
  for (const [k, j] of moved.entries()) {
    for (let n = 0; n < k; n++) {
      const i = moved[n];
      const before = moved.slice(0, n);
      const corners = [before, [...before, i], [...before, j], [...before, i, j]].map(mixed);
      const [f11, f21, f12, f22] = corners.map(({ value }) => value);
      const difference = f11 + f22 - f12 - f21;
      if (!(Math.abs(difference) > Math.abs(best?.difference ?? 0))) continue;
      const [one, two, three, four] = corners;
      best = { kind: 'interaction', axes: [i, j], corners: [one, two, three, four], difference };
    }
  }
  return best;
}

function largest(
  table: readonly (readonly Spot[])[],
): Pick<InteractionWitness, 'corners' | 'difference'> | null {
  const columns = table[0]?.length ?? 0;
  const value = table.map((row) => row.map((spot) => spot.value));
  let best = 0;
  let at: [number, number, number, number] | null = null;
  for (let a = 0; a < value.length; a++) {
    for (let b = a + 1; b < value.length; b++) {
      // For two values of x, the difference is largest between two columns where their values differ most and least.
      let [most, least] = [-1, -1];
      const gap = (k: number) => value[a][k] - value[b][k];
      for (let k = 0; k < columns; k++) {
        if (Number.isNaN(gap(k))) continue;
        if (most < 0 || gap(k) > gap(most)) most = k;
        if (least < 0 || gap(k) < gap(least)) least = k;
      }
      if (most < 0 || most === least) continue;
      const [one, other] = most < least ? [most, least] : [least, most];
      const difference = gap(one) - gap(other);
      if (Math.abs(difference) > Math.abs(best)) {
        best = difference;
        at = [a, b, one, other];
      }
    }
  }
  if (!at) return null;
  const [a, b, one, other] = at;
  // f(x₁,y₁) + f(x₂,y₂) − f(x₁,y₂) − f(x₂,y₁), with x₁ = a, x₂ = b, y₁ = one, y₂ = other.
  return {
    corners: [table[a][one], table[b][one], table[a][other], table[b][other]],
    difference: best,
  };
}
