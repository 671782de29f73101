import { describe, expect, it } from 'vitest';
import { defaults, type ParamValues } from '../../params.ts';
import { stream } from '../../rng.ts';
import { rippledBowl } from '../one-valley.ts';
import { settings } from '../testing.ts';
import { boundsOn, dialledCurve, piecesOf, type Dials } from './curve.ts';
import { morph } from './index.ts';

const at = (params: Record<string, number>) => morph.create({ ...defaults(morph.params), ...params });
const dialsOf = (params: ParamValues) => params as unknown as Dials;
const grid = Array.from({ length: 20_001 }, (_, i) => i / 20_000);

describe('the curve', () => {
  it('is the perfect bowl with all dials at 0', () => {
    const { value, optimum, facts } = at({ minimum: 0.62 });
    for (const x of grid) expect(value([x])).toBe(4 * Math.abs(x - 0.62) * Math.abs(x - 0.62));
    expect(optimum).toMatchObject({ value: 0, at: [[0.62]], kind: 'exact' });
    expect(facts).toEqual({ convex: true, unimodal: true, separable: true, smooth: true });
  });

  it('jumps in no dial: a small turn changes it little, everywhere but at the cliff’s edge', () => {
    const rng = stream('morph-continuity');
    for (const params of settings(morph.params, rng, 60)) {
      const before = dialledCurve(dialsOf(params));
      for (const [name, declared] of Object.entries(morph.params)) {
        if (declared.kind !== 'real') throw new Error(name);
        const from = params[name] as number;
        const turned = from + 1e-7 <= declared.max ? from + 1e-7 : from - 1e-7;
        const after = dialledCurve(dialsOf({ ...params, [name]: turned }));
        for (let n = 0; n < 40; n++) {
          const x = rng.next();
          if (Math.abs(x - (params.minimum as number) - (params.edge as number)) < 1e-6) continue;
          // The steepest of all: ripples of 20 waves, under tails that narrow the bowl, and a dent.
          expect(Math.abs(after(x) - before(x)), `${name} of ${JSON.stringify(params)}`).toBeLessThan(3e-5);
        }
      }
    }
  });

  it('has its values, slopes and bends within their bounds, on every piece', () => {
    const rng = stream('morph-bounds');
    for (const params of settings(morph.params, rng, 60)) {
      const dials = dialsOf(params);
      const value = dialledCurve(dials);
      const pieces = piecesOf(dials);
      expect(pieces.reduce((sum, { lo, hi }) => sum + hi - lo, 0)).toBeCloseTo(1, 9);
      for (const piece of pieces) {
        if (piece.hi - piece.lo < 1e-3) continue;
        const draw = () => piece.lo + (0.05 + 0.9 * rng.next()) * (piece.hi - piece.lo);
        const [lo, hi] = [draw(), draw()].sort((a, b) => a - b);
        const bounds = boundsOn(dials, piece, lo, hi);
        for (let n = 0; n < 5; n++) {
          const x = lo + rng.next() * (hi - lo);
          const here = boundsOn(dials, piece, x, x);
          const h = 1e-6;
          const slope = (value(x + h) - value(x - h)) / (2 * h);
          const bend =
            (boundsOn(dials, piece, x + h, x + h).slope[0] - boundsOn(dials, piece, x - h, x - h).slope[0]) /
            (2 * h);
          const label = JSON.stringify({ params, piece, x });
          expect(Math.abs(here.value[0] - value(x)), label).toBeLessThan(1e-12);
          expect(Math.abs(here.slope[0] - slope), label).toBeLessThan(1e-4 * (1 + Math.abs(slope)));
          expect(Math.abs(here.bend[0] - bend), label).toBeLessThan(1e-3 * (10 + Math.abs(bend)));
          for (const which of ['value', 'slope', 'bend'] as const) {
            const slack = 1e-9 * (1 + Math.abs(here[which][0]));
            expect(bounds[which][0], `${which} ${label}`).toBeLessThanOrEqual(here[which][0] + slack);
            expect(bounds[which][1], `${which} ${label}`).toBeGreaterThanOrEqual(here[which][0] - slack);
          }
        }
      }
    }
  });
});

describe('what the dials do', () => {
  it('skew, tails and a cliff leave one valley, whatever their size', () => {
    const rng = stream('morph-harmless');
    for (let n = 0; n < 200; n++) {
      const params = {
        minimum: 0.05 + 0.9 * rng.next(),
        skew: 1.8 * rng.next() - 0.9,
        tails: 30 * rng.next(),
        cliff: rng.next(),
        edge: 0.02 + 0.48 * rng.next(),
      };
      expect(at(params).facts.unimodal, JSON.stringify(params)).toBe(true);
    }
  });

  it('tails bend the bowl down where 3 τ q > 1', () => {
    const rng = stream('morph-tails');
    for (let n = 0; n < 200; n++) {
      const [minimum, skew, tails] = [0.05 + 0.9 * rng.next(), 1.8 * rng.next() - 0.9, 1.5 * rng.next()];
      const widest = Math.max(4 * (1 + skew) * (1 - minimum) ** 2, 4 * (1 - skew) * minimum ** 2);
      expect(at({ minimum, skew, tails }).facts.convex).toBe(3 * tails * widest <= 1);
    }
  });

  it('ripples cost convexity and the single valley where the rippled bowl loses them', () => {
    const rng = stream('morph-ripple');
    for (let n = 0; n < 200; n++) {
      const frequency = 2 + 10 * rng.next();
      const params = {
        minimum: 0.2 + 0.6 * rng.next(),
        frequency,
        ripple: (9 * rng.next() * 8) / (2 * Math.PI * frequency) ** 2,
      };
      const { convex, unimodal } = rippledBowl.create({ ...defaults(rippledBowl.params), ...params }).facts;
      const { facts } = at(params);
      expect([facts.convex, facts.unimodal], JSON.stringify(params)).toEqual([convex, unimodal]);
    }
  });

  it('on the plateau all values are one number: its height', () => {
    for (const params of [{}, { skew: -0.4 }, { tails: 8 }, { ripple: 0.1 }]) {
      const { value, facts } = at({ minimum: 0.6, plateau: 0.2, height: 0.25, ...params });
      const values = grid.map((x) => value([x]));
      const rest = grid.findIndex((_, i) => values[i] === values[i + 1] && values[i] === values[i + 2]);
      expect(rest).toBeGreaterThan(0);
      const level = values[rest];
      expect(values.slice(rest, rest + 3998).every((y) => y === level)).toBe(true);
      if (!('ripple' in params)) expect(level).toBeCloseTo(0.25, 12);
      expect(facts).toMatchObject({ convex: false, unimodal: false, smooth: false });
    }
  });

  it('a second valley is as deep as the dial says, and at 1 there are two minima', () => {
    const floor = (valley: number) => at({ minimum: 0.3, distance: 0.4, valley }).value([0.7]);
    expect(floor(0)).toBeCloseTo(0.64, 12);
    expect(floor(0.5)).toBeCloseTo(0.32, 12);
    const { optimum } = at({ minimum: 0.3, distance: 0.4, valley: 1 });
    expect(optimum.at).toEqual([[0.3], [0.7]]);
    // Past the right end it comes in on the left; at the end it shows at both.
    const [[around]] = at({ minimum: 0.8, distance: 0.4, valley: 1 }).optimum.at;
    expect(around).toBeCloseTo(0.2, 12);
    expect(at({ minimum: 0.5, distance: 0.5, valley: 1 }).optimum.at).toEqual([[0], [0.5], [1]]);
    // Beyond a cliff its floor is lifted.
    expect(at({ minimum: 0.3, distance: 0.4, valley: 1, cliff: 0.2 }).optimum.at).toEqual([[0.3]]);
  });

  it('a deeper second valley holds the minimum, found to its tolerance', () => {
    const rng = stream('morph-deep');
    const drawn = settings(morph.params, rng, 60).map((params) => ({
      ...params,
      valley: 1.01 + 0.49 * rng.next(),
    }));
    for (const params of drawn) {
      const { value, optimum } = morph.create(params);
      expect(optimum.tolerance).toBeLessThanOrEqual(1e-12);
      let [lowest, where] = [Infinity, 0];
      for (const x of grid) if (value([x]) < lowest) [lowest, where] = [value([x]), x];
      expect(optimum.value, JSON.stringify(params)).toBeLessThanOrEqual(lowest);
      // As near as the grid's spacing lets it come.
      for (let step = 5e-5; step > 1e-9; step /= 2) {
        for (const x of [where - step, where + step]) {
          if (x >= 0 && x <= 1 && value([x]) < lowest) [lowest, where] = [value([x]), x];
        }
      }
      expect(lowest - optimum.value, JSON.stringify(params)).toBeLessThan(1e-6);
    }
  });
});
