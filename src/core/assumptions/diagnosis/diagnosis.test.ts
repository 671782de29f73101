import { describe, expect, it } from 'vitest';
import { cos, exp, sin } from '../../math/elementary.ts';
import { integer, log, real } from '../../space.ts';
import { diagnosisOf, problemFrom, both } from './testing.ts';
import type { ChordWitness, HumpWitness, InteractionWitness, JumpWitness, PlateauWitness } from './index.ts';

const holds = (problem: ReturnType<typeof problemFrom>) => {
  const { convex, unimodal, separable } = diagnosisOf(problem);
  return [convex.holds, unimodal.holds, separable.holds];
};

describe('one hyperparameter', () => {
  it('shows the chord that lies furthest below the curve', () => {
    // Two parabolas with minima 0: the common tangent is the axis, and the crest between them stands highest over it.
    const w = problemFrom((x) => Math.min((x - 0.21) * (x - 0.21), (x - 0.73) * (x - 0.73)));
    const { convex } = diagnosisOf(w);
    expect(convex.holds).toBe('no');
    const witness = (convex as { witness: ChordWitness }).witness;
    expect(witness.a.unit[0]).toBeCloseTo(0.21, 3);
    expect(witness.b.unit[0]).toBeCloseTo(0.47, 4);
    expect(witness.c.unit[0]).toBeCloseTo(0.73, 3);
    // Closer than the grid of 2049 points, none of which is the crest, can tell.
    expect(Math.abs(witness.violation - 0.0676)).toBeLessThan(1e-5);
    const { a, b, c, lambda, chord } = witness;
    expect((1 - lambda) * a.unit[0] + lambda * c.unit[0]).toBeCloseTo(b.unit[0], 12);
    expect((1 - lambda) * a.value + lambda * c.value).toBeCloseTo(chord, 12);
    expect(w.value(w.space.toReal(b.unit)) - chord).toBeCloseTo(witness.violation, 12);
  });

  it('shows three points that go up and then down, as high as there are any', () => {
    const { unimodal, minima } = diagnosisOf(problemFrom((x) => -cos(4 * Math.PI * x) + 0.1 * x));
    const { a, b, c, violation } = (unimodal as { witness: HumpWitness }).witness;
    expect(a.unit[0] < b.unit[0] && b.unit[0] < c.unit[0]).toBe(true);
    // The crest at about ¼ stands 2 − … above the second valley at about ½.
    expect(violation).toBeCloseTo(b.value - Math.max(a.value, c.value), 12);
    expect(violation).toBeGreaterThan(1.95);
    // Its lower end is the bottom of the valley, to the last digits that a value shows.
    expect(minima.spots.some(({ unit, value }) => unit[0] === c.unit[0] && value === c.value)).toBe(true);
    expect(minima.count).toBe(3);
    expect(minima.spots.map(({ unit: [u] }) => Math.round(u * 100) / 100)).toEqual([0, 0.5, 1]);
  });

  it('finds a valley between two points of its grid', () => {
    // Half a thousandth of the axis, and beside no grid point’s extremum: seen because the curve bends there.
    const at = 0.3 + 1e-5;
    const { minima, unimodal } = diagnosisOf(
      problemFrom((x) => (x - 0.6) * (x - 0.6) - 0.02 * Math.max(0, 1 - Math.abs(x - at) / 2.5e-4)),
    );
    expect([minima.count, unimodal.holds]).toEqual([2, 'no']);
  });

  it('takes a flat bottom for one valley, and a shelf on the way down for none', () => {
    const shelf = (x: number) => (x < 0.4 ? 1 - x : x < 0.6 ? 0.6 : x < 0.8 ? 1.2 - x : x - 0.4);
    expect(holds(problemFrom((x) => Math.max(0, Math.abs(x - 0.5) - 0.1)))).toEqual(['yes', 'yes', 'yes']);
    const { unimodal, minima } = diagnosisOf(problemFrom(shelf));
    const witness = (unimodal as { witness: PlateauWitness }).witness;
    expect(witness.kind).toBe('plateau');
    expect(witness.a.unit[0]).toBeCloseTo(0.4, 2);
    expect(witness.b.unit[0]).toBeCloseTo(0.6, 2);
    expect(witness.lower.value).toBeLessThan(0.41);
    expect(minima.count).toBe(1);
  });

  it('is not taken in by rounding', () => {
    for (const f of [
      (x: number) => (x - 0.3) * (x - 0.3) + 1e6,
      (x: number) => x / 3 + 1e6 - 1e6,
      (x: number) => 3 * x - 1 / 3,
      (x: number) => 0.3 + 0 * x,
      (x: number) => x * x - 2 * 0.3 * x + 0.09,
      (x: number) => 1e-12 * (x - 0.5) * (x - 0.5),
    ]) {
      expect(holds(problemFrom(f))).toEqual(['yes', 'yes', 'yes']);
    }
  });

  it('measures the steepest slope, and says where there is none', () => {
    const steep = diagnosisOf(problemFrom((x) => exp(3 * x))).lipschitz;
    expect(steep.holds === 'yes' && steep.constant).toBeCloseTo(3 * exp(3), 2);
    const jump = diagnosisOf(problemFrom((x) => (x < 1 / 3 ? 0 : 0.01))).lipschitz;
    const { a, b } = (jump as { witness: JumpWitness }).witness;
    expect(Math.abs(b.unit[0] - a.unit[0])).toBeLessThan(1e-9);
    expect(Math.abs(b.value - a.value)).toBe(0.01);
    expect(diagnosisOf(problemFrom((x) => Math.sqrt(Math.abs(x - 0.4)))).lipschitz.holds).toBe('no');
    expect(diagnosisOf(problemFrom((x) => 3 + 0 * x)).lipschitz).toMatchObject({ holds: 'yes', constant: 0 });
  });

  it('counts decades on a logarithmic axis, and whole numbers only on an integer one', () => {
    const decades = [log('rate', 1e-4, 1)];
    expect(holds(problemFrom((x) => Math.abs(Math.log10(x) + 2), decades))[0]).toBe('yes');
    expect(holds(problemFrom((x) => x * (1 - x), decades))[0]).toBe('no');
    const whole = [integer('k', 1, 9)];
    const { convex, unimodal, minima, resolution } = diagnosisOf(
      problemFrom((k) => (k - 4) * (k - 4) + sin(Math.PI * k), whole),
    );
    expect([convex.holds, unimodal.holds, minima.count, resolution.perLine]).toEqual(['yes', 'yes', 1, 9]);
    // Two neighbours as good as each other, above a better one: a comparison of the two says nothing.
    const tie = diagnosisOf(problemFrom((k) => [0, 5, 4, 4, 3, 2, 3, 4, 5, 6][k], whole)).unimodal;
    expect((tie as { witness: PlateauWitness }).witness.kind).toBe('plateau');
  });

  it('does not say yes where some values are missing, but says no where the others show it', () => {
    const failing = (f: (x: number) => number) =>
      diagnosisOf(
        problemFrom((x) => {
          if (x > 0.9) throw new Error('diverged');
          return x > 0.8 ? NaN : f(x);
        }),
      );
    const bowl = failing((x) => (x - 0.5) * (x - 0.5));
    expect([bowl.convex, bowl.unimodal]).toEqual([
      { holds: 'unknown', why: 'failed' },
      { holds: 'unknown', why: 'failed' },
    ]);
    expect(bowl.resolution.failed).toBeGreaterThan(300);
    expect(failing((x) => sin(20 * x)).unimodal.holds).toBe('no');
    const never = diagnosisOf(problemFrom((x) => x * NaN));
    expect([never.convex, never.minima.count, never.sensitivity]).toEqual([
      { holds: 'unknown', why: 'empty' },
      0,
      { unknown: 'empty' },
    ]);
  });
});

describe('several hyperparameters', () => {
  it('shows the pair that interacts, with its four values', () => {
    const product = problemFrom((x, y) => x * y);
    const { separable } = diagnosisOf(product);
    const { axes, corners, difference } = (separable as { witness: InteractionWitness }).witness;
    expect(axes).toEqual([0, 1]);
    // The largest rectangle: the whole square.
    expect(Math.abs(difference)).toBeCloseTo(1, 12);
    const [f11, f21, f12, f22] = corners.map(({ value }) => value);
    expect(f11 + f22 - f12 - f21).toBeCloseTo(difference, 12);
    expect(corners.map(({ unit }) => unit)).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ]);
  });

  it('sees an interaction that only exists for some values of a third', () => {
    const { separable } = diagnosisOf(problemFrom((x, y, z) => x + y + (z > 0.5 ? x * y * (z - 0.5) : 0)));
    expect(separable.holds).toBe('no');
    expect(holds(problemFrom((x, y, z) => sin(9 * x) + y * y - Math.abs(z - 0.2)))[2]).toBe('yes');
  });

  it('tells a crease, which only stops searches along the axes, from a second valley', () => {
    // Convex, with level sets that are thin diamonds along the diagonal: no axis leads down from a point on the crease.
    const crease = (x: number, y: number) => Math.abs(x - y) + 0.05 * Math.abs(x + y - 0.9);
    const { convex, unimodal, minima, separable } = diagnosisOf(problemFrom(crease));
    expect([convex.holds, unimodal.holds, separable.holds]).toEqual(['yes', 'yes', 'no']);
    expect(minima).toMatchObject({ count: 1, more: false });
    expect(minima.spots[0].value).toBeLessThan(1e-6);
  });

  it('follows a curved valley to its one minimum, and counts the valleys of a landscape that has several', () => {
    const banana = diagnosisOf(
      problemFrom(
        (x, y) => 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x),
        [real('x', -2, 2), real('y', -1, 3)],
      ),
    );
    expect([banana.minima.count, banana.unimodal.holds, banana.convex.holds]).toEqual([1, 'no', 'no']);
    const eggs = diagnosisOf(problemFrom((x, y) => cos(4 * Math.PI * x) + cos(4 * Math.PI * y)));
    expect(eggs.minima).toMatchObject({ count: 4, more: false });
    // Finer than the lattice: it says that there may be more.
    expect(diagnosisOf(problemFrom((x, y) => cos(500 * x) + cos(700 * y))).minima.more).toBe(true);
  });

  it('gives witnesses that anybody can check', () => {
    const problem = problemFrom((x, y, z) => sin(5 * x) * y + z * z);
    const { convex, unimodal, profiles } = diagnosisOf(problem);
    const f = (unit: readonly number[]) => problem.value(problem.space.toReal(unit));
    const { a, b, c, lambda, violation } = (convex as { witness: ChordWitness }).witness;
    for (const spot of [a, b, c]) expect(spot.value).toBe(f(spot.unit));
    b.unit.forEach((u, i) => expect(u).toBeCloseTo((1 - lambda) * a.unit[i] + lambda * c.unit[i], 9));
    expect(b.value - (1 - lambda) * a.value - lambda * c.value).toBeCloseTo(violation, 9);
    const hump = (unimodal as { witness: HumpWitness }).witness;
    expect(hump.b.value - Math.max(hump.a.value, hump.c.value)).toBeCloseTo(hump.violation, 12);
    const { t, values } = profiles.unimodal!;
    expect(Math.max(...t)).toBeGreaterThanOrEqual(1);
    expect(Math.min(...t)).toBeLessThanOrEqual(0);
    expect(values.every(Number.isFinite)).toBe(true);
  });

  it('takes whole numbers as they are, beside real ones', () => {
    const mixed = [integer('k', 1, 12), real('x', 0, 1)];
    const steps = problemFrom((k, x) => (k - 4) * (k - 4) + 10 * (x - 0.3) * (x - 0.3), mixed);
    expect(holds(steps)).toEqual(['yes', 'yes', 'yes']);
    expect(diagnosisOf(steps).minima.count).toBe(1);
    expect(holds(problemFrom((k, x) => (k - 4) * (k - 4) * x, mixed))[2]).toBe('no');
    expect(holds(problemFrom((k, x) => (k % 2) + x, mixed)).slice(0, 2)).toEqual(['no', 'no']);
  });
});

it('gives a coarse answer first, and always the same', () => {
  const problem = problemFrom((x, y) => sin(9 * x) * y + x * x);
  const [coarse, fine] = both(problem);
  expect([coarse.coarse, fine.coarse]).toEqual([true, false]);
  expect(coarse.resolution.evaluations).toBeLessThan(fine.resolution.evaluations / 10);
  expect(both(problem)).toEqual([coarse, fine]);
});
