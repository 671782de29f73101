import { describe, expect, it } from 'vitest';
import { drawParzen, drawParzenMarginals } from './parzen.ts';
import { problemOf, run } from '../run.ts';
import { integer, real } from '../space.ts';
import type { Choice, ParzenView, Trial } from '../types.ts';

function traceOf(objective: string, params: Choice['params'] = {}, budget = 40) {
  const choice = { id: objective, params: {} };
  const [trace] = run({
    version: 1,
    objective: choice,
    noise: { kind: 'none' },
    budget,
    seed: 5,
    repeat: 0,
    strategies: [{ id: 'tpe', params }],
  }).traces;
  const { dimensions } = problemOf({ objective: choice }).space;
  return { ...trace, dimensions };
}
function viewOf(from: Pick<Trial, 'view'> | undefined): ParzenView {
  if (from?.view?.kind !== 'parzen') throw new Error('no densities here');
  return from.view;
}

describe.each(['forrester', 'branin', 'knn-cancer', 'gbr-diabetes'])(
  'the picture of a run on %s',
  (objective) => {
    it.each([{}, { multivariate: 'no' }, { bandwidth: 'scott' }, { prior: 3, gamma: 0.3 }])(
      'shows at every trial the ratio that it was chosen for (%o)',
      (params: Choice['params']) => {
        const { trials, dimensions } = traceOf(objective, params);
        for (const trial of trials.slice(10)) {
          const { good, rest } = drawParzen(viewOf(trial), trials, dimensions, Float64Array.from(trial.unit));
          expect(Math.exp(good[0] - rest[0]) / Number(trial.why.values.ratio)).toBeCloseTo(1, 9);
        }
      },
    );

    it('looks at no trial later than its densities, and at no y', () => {
      const { trials, dimensions } = traceOf(objective);
      const view = viewOf(trials[20]);
      expect(view.conditioned).toBe(20);
      const points = Float64Array.from(trials.flatMap(({ unit }) => unit));
      const picture = drawParzen(view, trials, dimensions, points);
      expect(drawParzen(view, trials.slice(0, 20), dimensions, points)).toEqual(picture);
      const other = trials.map((trial) => ({ ...trial, y: null }));
      expect(drawParzen(view, other, dimensions, points)).toEqual(picture);
      expect(drawParzen(viewOf(trials[21]), trials, dimensions, points)).not.toEqual(picture);
    });
  },
);

describe('the two densities', () => {
  const dimensions = [real('a', 0, 1), integer('n', 1, 5)];
  const trials = [
    { unit: [0.2, 0.1], y: 1 },
    { unit: [0.9, 0.9], y: 4 },
    { unit: [0.3, 0.3], y: 2 },
    { unit: [0.6, 0.7], y: null },
  ];
  const view: ParzenView = {
    kind: 'parzen',
    conditioned: 4,
    good: [0, 2],
    multivariate: true,
    bandwidth: 'neighbours',
    priorWeight: 1,
  };

  it('are high where their own trials are', () => {
    const points = Float64Array.from(trials.flatMap(({ unit }) => unit));
    const { good, rest } = drawParzen(view, trials, dimensions, points);
    expect(Array.from(good, (value, i) => value > rest[i])).toEqual([true, false, true, false]);
  });

  it.each([true, false])('have marginals that are what remains of them (joint: %s)', (multivariate) => {
    const some = { ...view, multivariate };
    const columns = 400;
    for (const which of ['good', 'rest'] as const) {
      // Over the continuous dimension, at every integer.
      for (let value = 0; value < 5; value++) {
        const points = Float64Array.from({ length: 2 * columns }, (_, at) =>
          at % 2 ? (value + 0.5) / 5 : ((at >> 1) + 0.5) / columns,
        );
        const mean =
          drawParzen(some, trials, dimensions, points)[which].reduce((sum, log) => sum + Math.exp(log), 0) /
          columns;
        const [log] = drawParzenMarginals(some, trials, dimensions, 1, Float64Array.of((value + 0.5) / 5))[
          which
        ];
        expect(mean / Math.exp(log)).toBeCloseTo(1, 5);
      }
      // Over the integers, along the continuous dimension.
      for (const u of [0.05, 0.5, 0.93]) {
        const points = Float64Array.from({ length: 10 }, (_, at) => (at % 2 ? ((at >> 1) + 0.5) / 5 : u));
        const mean =
          drawParzen(some, trials, dimensions, points)[which].reduce((sum, log) => sum + Math.exp(log), 0) /
          5;
        const [log] = drawParzenMarginals(some, trials, dimensions, 0, Float64Array.of(u))[which];
        expect(mean / Math.exp(log)).toBeCloseTo(1, 12);
      }
    }
  });

  it('are the prior where there is no trial', () => {
    const { good, rest } = drawParzen(
      { ...view, conditioned: 0, good: [] },
      [],
      dimensions,
      Float64Array.of(0.5, 0.5),
    );
    expect(good).toEqual(rest);
    const middle = Math.exp(good[0]);
    // φ(0) / (Φ(½) − Φ(−½)) along a; five times the mass of a fifth of the range along n.
    expect(middle).toBeCloseTo((0.3989422804 / 0.3829249225) * ((5 * 0.0796556746) / 0.3829249225), 8);
  });
});
