import { describe, expect, it } from 'vitest';
import { getObjective } from '../../objectives/index.ts';
import { stream } from '../../rng.ts';
import { cdf } from '../../surrogate/normal.ts';
import { chordChance, conclude, humpChance, interactionChance } from './noise.ts';
import { diagnosisOf, problemFrom } from './testing.ts';

describe('the chance of seeing a witness', () => {
  it('has its closed forms', () => {
    // Three observations alike: each is the highest one time in three.
    expect(humpChance([1, 1, 1], [2, 2, 2])).toBeCloseTo(1 / 3, 8);
    expect(chordChance([1, 1, 1], [2, 2, 2], 0.3)).toBe(0.5);
    // One comparison of two: Φ(δ / σ√2).
    expect(humpChance([0, 1, -1e9], [0.5, 0.5, 0.5])).toBeCloseTo(cdf(1 / (0.5 * Math.SQRT2)), 8);
    expect(chordChance([0, 0.2, 0], [0.1, 0.1, 0.1], 0.5)).toBeCloseTo(cdf(0.2 / (0.1 * Math.sqrt(1.5))), 12);
    expect(interactionChance(-0.4, [0.1, 0.1, 0.1, 0.1])).toBeCloseTo(cdf(0.4 / 0.2), 12);
    // Noise of one observation alone, or next to alone: Φ of the nearer distance.
    for (const little of [0, 1e-7]) {
      expect(humpChance([0.3, 0.5, 0.1], [little, 0.4, little])).toBeCloseTo(cdf(0.5), 6);
      expect(humpChance([0.1, 0.5, 0.3], [little, 0.4, little])).toBeCloseTo(cdf(0.5), 6);
    }
    expect([humpChance([0, 1, 0], [0, 0, 0]), chordChance([0, 1, 0], [0, 0, 0], 0.5)]).toEqual([1, 1]);
  });

  it('is what chance does', () => {
    const [f, sd] = [
      [0.1, 0.5, 0.2],
      [0.4, 0.3, 0.2],
    ];
    const rng = stream('noise-test');
    const draws = 40_000;
    let [humps, chords] = [0, 0];
    for (let n = 0; n < draws; n++) {
      const [a, b, c] = f.map((value, i) => value + sd[i] * rng.normal());
      if (b > Math.max(a, c)) humps++;
      if (b > 0.7 * a + 0.3 * c) chords++;
    }
    expect(Math.abs(humps / draws - humpChance(f, sd))).toBeLessThan(0.01);
    expect(Math.abs(chords / draws - chordChance(f, sd, 0.3))).toBeLessThan(0.01);
  });
});

describe('a look at n noisy values', () => {
  /** P that n numbers in random order fall and then rise: 2ⁿ⁻¹ of n! orders. */
  const oneValley = (n: number) => {
    let share = 1;
    for (let k = 2; k <= n; k++) share *= 2 / k;
    return share;
  };
  it.each([2, 3, 4, 5, 6])('agrees as often as chance has it, on a constant: %s values', (budget) => {
    const { look } = diagnosisOf(
      problemFrom((x) => 1 + 0 * x),
      { budget, noise: { kind: 'gaussian', sd: 0.1 } },
    );
    const { unimodal, convex } = look!.noisy!;
    expect(unimodal!.draws).toBe(1000);
    // Within four standard errors; and the interval is Wilson’s.
    const p = oneValley(budget);
    expect(Math.abs(unimodal!.hits / 1000 - p)).toBeLessThanOrEqual(4 * Math.sqrt((p * (1 - p)) / 1000));
    if (budget === 3) expect(Math.abs(convex!.hits / 1000 - 0.5)).toBeLessThan(0.064);
    if (budget === 2) expect(convex!.hits).toBe(1000);
    expect(unimodal!.low <= unimodal!.hits / 1000 && unimodal!.hits / 1000 <= unimodal!.high).toBe(true);
  });

  it('agrees with the truth while noise is small, and not where it is large', () => {
    const bowl = problemFrom((x) => 4 * (x - 0.4) * (x - 0.4));
    const share = (sd: number) =>
      diagnosisOf(bowl, { budget: 20, noise: { kind: 'gaussian', sd } }).look!.noisy!.unimodal!.hits;
    expect(share(1e-6)).toBe(1000);
    expect(share(1)).toBeLessThan(20);
    // Several valleys: whatever the noise, most looks find some.
    const waves = getObjective('rippled-bowl').create({ minimum: 0.31, ripple: 0.3, frequency: 4 });
    const noisy = diagnosisOf(waves, { budget: 30, noise: { kind: 'gaussian', sd: 0.02 } });
    expect(noisy.look!.noisy!.unimodal!.hits).toBe(1000);
    expect(noisy.chances.unimodal).toBeGreaterThan(0.999);
    expect(noisy.look!.example!.observed).toHaveLength(30);
  });

  it('says what clean values show: too few of them step over the ripple', () => {
    const waves = getObjective('rippled-bowl').create({ minimum: 0.5, ripple: 0.2, frequency: 8 });
    // Probes at the ripple’s own period see a bowl.
    expect(diagnosisOf(waves, { budget: 9 }).look).toEqual({
      points: 9,
      clean: { convex: false, unimodal: false },
    });
    expect(diagnosisOf(waves, { budget: 60 }).look!.clean).toEqual({ convex: true, unimodal: true });
  });

  it('uses the noise that was measured, where there is no formula for it', () => {
    const { look, chances } = diagnosisOf(getObjective('knn-cancer').create({}), {
      noise: { kind: 'measured' },
      budget: 20,
    });
    expect(look!.noisy!.unimodal!.hits).toBeGreaterThan(900);
    expect(chances.unimodal).toBeNull();
  });

  it('concludes from values alone', () => {
    const t = [0, 1, 2, 3];
    expect(conclude(t, [3, 1, 0, 2], 1e-9)).toEqual({ convex: true, unimodal: true });
    expect(conclude(t, [0, 2, 3, 3.5], 1e-9)).toEqual({ convex: false, unimodal: true });
    expect(conclude(t, [1, 2, 0, 3], 1e-9)).toEqual({ convex: false, unimodal: false });
    // Two equal values above a lower one: a comparison of the two says nothing.
    expect(conclude(t, [3, 3, 0, 2], 1e-9).unimodal).toBe(false);
  });
});
