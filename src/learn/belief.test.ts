/** The belief that readers take hold of is the engine’s own: by hand, as the run had it, and where its bets go. */
import { describe, expect, it } from 'vitest';
import {
  believedAt,
  betOf,
  LENGTHSCALES,
  likelihoodAt,
  likeliest,
  places,
  processOf,
  stated,
  trialsOf,
} from './belief.ts';
import { runOf } from './facts.ts';
import { BETS, type BeliefFigure } from './figures.ts';

const LOOP = 'objective=forrester&budget=15&seed=2&strategies=bayes';
const figure = (more: Partial<BeliefFigure> = {}): BeliefFigure => ({
  ...{ kind: 'belief', lab: LOOP, points: [], draws: 0, values: [-10, 18] },
  ...{ dials: [], likelihood: false, bets: [], xi: 0, kappa: 2 },
  ...more,
});

describe('observations of its own', () => {
  it('condition two values as one does by hand', () => {
    const given = stated(figure({ points: [[0.4, -1]], noise: 0 }));
    // Correlation 0.8.
    const there = 0.4 + 0.2 * Math.sqrt(-2 * Math.log(0.8));
    const sure = believedAt(given, given, there);
    expect(sure.mean).toBeCloseTo(-0.8, 12);
    expect(sure.sd).toBeCloseTo(0.6, 12);
    const noisy = believedAt(given, { ...given, noise: 0.5 }, there);
    expect(noisy.mean).toBeCloseTo(-0.64, 12);
    expect(noisy.sd ** 2).toBeCloseTo(0.488, 12);
  });

  it('move the mean when they move up, and the band only when they move sideways', () => {
    const given = stated(
      figure({
        points: [
          [0.2, 0.5],
          [0.7, -1],
        ],
      }),
    );
    const [first, second] = given.seen;
    const before = believedAt(given, given, 0.5);
    const lifted = believedAt(given, { ...given, seen: [first, { ...second, y: 2 }] }, 0.5);
    expect(lifted.mean).not.toBeCloseTo(before.mean, 3);
    expect(lifted.sd).toBe(before.sd);
    const aside = believedAt(given, { ...given, seen: [first, { ...second, u: 0.9 }] }, 0.5);
    expect(aside.sd).toBeGreaterThan(before.sd + 0.1);
  });

  it('may be none, and may stand on each other', () => {
    const none = stated(figure());
    expect(believedAt(none, none, 0.3)).toEqual({ mean: 0, sd: 1 });
    for (const kind of BETS) expect(betOf(none, none, kind).u).toBeGreaterThanOrEqual(0);
    const twice = stated(
      figure({
        points: [
          [0.5, 0],
          [0.5, 1],
        ],
        noise: 0,
      }),
    );
    const { mean, sd } = believedAt(twice, twice, 0.5);
    expect(Number.isFinite(mean) && Number.isFinite(sd)).toBe(true);
  });
});

describe('observations of a run', () => {
  const given = stated(figure({ trials: 7 }));
  const next = runOf(LOOP).traces[0].trials[7];

  it('have the model that chose the next trial', () => {
    const view = next.view!;
    if (view.kind !== 'model') throw new Error('no model');
    const { mean, sd } = believedAt(given, given, next.unit[0]);
    expect(mean).toBeCloseTo(view.predicted.mean, 9);
    expect(sd).toBeCloseTo(view.predicted.sd, 9);
    expect(given.seen).toHaveLength(7);
  });

  it('make expected improvement go where the run went', () => {
    expect(betOf(given, given, 'ei').u).toBeCloseTo(next.unit[0], 3);
  });

  it('say that no model is there yet', () => {
    const going = trialsOf(figure({ trials: 2 }));
    expect(() => {
      while (!going.next().done);
    }).toThrow('2 trials');
  });
});

describe('bets', () => {
  const given = stated(figure({ trials: 7 }));

  it.each(BETS)('%s goes where its merit is highest', (kind) => {
    const { merits, u, value } = betOf(given, given, kind);
    const grid = places(merits.length);
    const top = grid[merits.indexOf(Math.max(...merits))];
    // Near what is known already, merits of PI leap within a step.
    expect(Math.abs(u - top)).toBeLessThanOrEqual(1.01 / (grid.length - 1));
    expect(Number.isFinite(value)).toBe(true);
  });

  it('go further as they are bolder', () => {
    const at = (kind: 'pi' | 'lcb', change: object) => betOf(given, { ...given, ...change }, kind).u;
    expect(at('pi', { xi: 0.3 })).toBeGreaterThan(at('pi', { xi: 0 }) + 0.02);
    expect(at('lcb', { kappa: 5 })).toBeGreaterThan(at('lcb', { kappa: 0 }) + 0.05);
    expect(at('lcb', { kappa: 0 })).toBe(betOf(given, given, 'mean').u);
  });
});

it('knows the likeliest lengthscale of the slider', () => {
  const given = stated(figure({ trials: 12, kernel: 'rbf', lengthscale: 0.2, noise: 0.01 }));
  const best = likeliest(given, given);
  expect(LENGTHSCALES).toContain(best);
  for (const other of LENGTHSCALES)
    expect(likelihoodAt(given, given, other)).toBeLessThanOrEqual(likelihoodAt(given, given, best));
  const { gp } = processOf(given, { ...given, lengthscale: best });
  expect(gp.logMarginalLikelihood()).toBe(likelihoodAt(given, given, best));
});
