/** Traces made by hand: what is said of each, to the word. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integer } from '../space.ts';
import { problem } from '../testing.ts';
import type { BracketView, ModelView, Trace } from '../types.ts';
import { complaint, omission } from './checking.ts';
import { momentAfter, momentBefore, momentsByTrial, momentsOf, type RunSoFar } from './index.ts';
import { brief, runOf, slope } from './testing.ts';

const of = (kind: string, given: readonly RunSoFar[], target = slope()) =>
  momentsOf(given, target)
    .filter((moment) => moment.kind === kind)
    .map(brief);

describe('a new leader', () => {
  it('is who has the lowest true value after all trials of a number, however many overtook', () => {
    const given = [runOf('grid', [5, 5, 5]), runOf('random', [8, 3, 3]), runOf('bayes', [9, 2, 2])];
    expect(of('leader', given)).toEqual([
      [1, 'leader-first', { strategy: 'grid', best: 5 }],
      [2, 'leader', { strategy: 'bayes', from: 'grid', best: 2, other: 5 }],
    ]);
  });

  it('is compared with what the former leader has by then', () => {
    expect(of('leader', [runOf('grid', [5, 4]), runOf('random', [6, 3])])[1]).toEqual([
      ...[2, 'leader', { strategy: 'random', from: 'grid', best: 3, other: 4 }],
    ]);
  });

  it('ties at the start, by drawing level, by overtaking together; and ties end', () => {
    const three = [runOf('bayes', [6, 4, 4]), runOf('grid', [6, 6, 4]), runOf('random', [7, 7, 2])];
    expect(of('leader', three)).toEqual([
      [1, 'leader-first-level', { strategy: 'grid,bayes', best: 6 }],
      [2, 'leader-alone', { strategy: 'bayes', from: 'grid', best: 4, other: 6 }],
      [3, 'leader', { strategy: 'random', from: 'bayes', best: 2, other: 4 }],
    ]);
    const level = [runOf('bayes', [4, 4, 3]), runOf('grid', [6, 4, 4]), runOf('binary', [9, 9, 3])];
    expect(of('leader', level)).toEqual([
      [1, 'leader-first', { strategy: 'bayes', best: 4 }],
      [2, 'leader-level', { strategy: 'grid', from: 'bayes', best: 4 }],
      [3, 'leader-level', { strategy: 'binary', from: 'bayes', best: 3 }],
    ]);
    const together = [runOf('bayes', [4, 4]), runOf('grid', [6, 1]), runOf('binary', [9, 1])];
    expect(of('leader', together)[1]).toEqual([
      ...[2, 'leader-tie', { strategy: 'grid,binary', from: 'bayes', best: 1 }],
    ]);
  });

  it('says the difference where values look the same', () => {
    const close = [runOf('grid', [5, 5]), runOf('random', [6, 5 - 2 ** -20])];
    expect(of('leader', close)[1]).toEqual([
      2,
      'leader-by',
      { strategy: 'random', from: 'grid', by: 2 ** -20 },
    ]);
    const tied = [runOf('grid', [5, 5]), runOf('random', [5, 5 - 2 ** -20])];
    expect(of('leader', tied)[1]).toEqual([
      ...[2, 'leader-alone-by', { strategy: 'random', from: 'grid', by: 2 ** -20 }],
    ]);
  });

  it('has found something feasible, and is not alone', () => {
    expect(of('leader', [runOf('grid', [null, null, 7]), runOf('random', [null, 8, 8])])).toEqual([
      [2, 'leader-first', { strategy: 'random', best: 8 }],
      [3, 'leader', { strategy: 'grid', from: 'random', best: 7, other: 8 }],
    ]);
    expect(of('leader', [runOf('grid', [null]), runOf('random', [null])])).toEqual([]);
    expect(of('leader', [runOf('grid', [3, 2])])).toEqual([]);
    expect(momentsOf([], slope())).toEqual([]);
  });

  it('waits for runs that go on, not for those that ended', () => {
    const going: RunSoFar = { strategy: { id: 'bayes', params: {} }, trials: runOf('bayes', [9, 9]).trials };
    const given = [runOf('grid', [5]), runOf('random', [6, 6, 1]), going];
    expect(of('leader', given)).toEqual([[1, 'leader-first', { strategy: 'grid', best: 5 }]]);
    expect(of('leader', given.slice(0, 2)).at(-1)?.[0]).toBe(3);
  });

  it('is told in the objective’s own sense', () => {
    const score = slope({ sense: 'maximise' });
    expect(of('leader', [runOf('grid', [5, 5]), runOf('random', [6, 0])], score)[1]).toEqual([
      ...[2, 'leader', { strategy: 'random', from: 'grid', best: 0, other: -5 }],
    ]);
  });
});

describe('near the minimum', () => {
  it('is said once a trial and strategy, of the nearest level; first of all, or too', () => {
    const given = [runOf('grid', [1, 1, 0.1, 0.1]), runOf('random', [5, 0.05, 0.05, 0.01])];
    expect(of('within', given)).toEqual([
      [1, 'within-first', { strategy: 'grid', share: '10', goal: 'minimum' }],
      [2, 'within-first', { strategy: 'random', share: '1', goal: 'minimum' }],
      [3, 'within', { strategy: 'grid', share: '1', goal: 'minimum' }],
      [4, 'within-first', { strategy: 'random', share: '0.1', goal: 'minimum' }],
    ]);
  });

  it('is not first within 10 % where another comes within 1 % at the same trial', () => {
    expect(of('within', [runOf('grid', [0.9]), runOf('random', [0.02])])).toEqual([
      [1, 'within-first', { strategy: 'random', share: '1', goal: 'minimum' }],
      [1, 'within', { strategy: 'grid', share: '10', goal: 'minimum' }],
    ]);
  });

  it('is shared by those who come there together; alone there is no first', () => {
    expect(of('within', [runOf('random', [0.9]), runOf('grid', [0.5])])).toEqual([
      [1, 'within-first-level', { strategy: 'grid,random', share: '10', goal: 'minimum' }],
    ]);
    expect(of('within', [runOf('grid', [9, 0])])).toEqual([
      [2, 'within-alone', { strategy: 'grid', share: '0.1', goal: 'minimum' }],
    ]);
  });

  it('names what is known where nothing proves a minimum, and nothing where all values are equal', () => {
    const { optimum } = slope();
    const open = slope({ optimum: { ...optimum, certified: false } });
    expect(of('within', [runOf('grid', [0])], open)[0]).toMatchObject([1, 'within-alone', { goal: 'known' }]);
    expect(of('within', [runOf('grid', [0])], slope({ value: () => 0 }))).toEqual([]);
  });

  it('leaves out of the range what exploded', () => {
    const exploded = slope({ pictured: [0, 1] });
    expect(of('within', [runOf('grid', [0.5, 0.1])], exploded)[0][0]).toBe(2);
  });
});

const bracket = (lo: number, hi: number, probes: number[] = []): BracketView => ({
  ...{ kind: 'bracket', axis: 0, lo: [lo], hi: [hi], probes },
});
/** Probes at 0.4 and 0.6 of a slope: the true values keep the left part; this search kept the right one. */
function losing(id: string, y: readonly [number, number]): Trace {
  const trace = runOf(id, [4, 6, 8]);
  const views = [bracket(0, 1, [0.4, 0.6]), bracket(0, 1, [0.4, 0.6]), bracket(0.4, 1, [0.8])];
  trace.trials.forEach((trial, i) => (trial.view = views[i]));
  trace.trials[0].y = y[0];
  trace.trials[1].y = y[1];
  return trace;
}

describe('the minimum thrown away', () => {
  it('is told at the trial whose observation led to the cut, with its cause', () => {
    expect(of('lost', [losing('binary', [7, 6])])).toEqual([[2, 'lost-noise', { strategy: 'binary' }]]);
    // Twice the same answer, and none for a shorter run.
    const trace = losing('k-section', [7, 6]);
    expect(of('lost', [trace])).toEqual(of('lost', [trace]));
    expect(of('lost', [{ ...trace, trials: trace.trials.slice(0, 2) }])).toEqual([]);
    expect(of('lost', [trace])).toHaveLength(1);
  });

  it('is not told where minima are not all known, or another is as good', () => {
    const { optimum } = slope();
    expect(of('lost', [losing('binary', [7, 6])], slope({ optimum: { ...optimum, more: true } }))).toEqual(
      [],
    );
    expect(
      of('lost', [losing('binary', [7, 6])], slope({ optimum: { ...optimum, certified: false } })),
    ).toEqual([]);
    const two = slope({ optimum: { ...optimum, at: [[0], [0.9]] } });
    expect(of('lost', [losing('binary', [7, 6])], two)).toEqual([]);
  });

  it('comes with the closing, where the last comparison did it', () => {
    const trace = losing('binary', [7, 6]);
    trace.trials.length = 2;
    const closing = { why: { key: 'binary.any', values: {} }, view: bracket(0.4, 1) };
    expect(of('lost', [{ ...trace, closing }])).toEqual([[2, 'lost-noise', { strategy: 'binary' }]]);
  });
});

it('a new start is told by the strategies that declare one', () => {
  const trace = runOf('babysit', [5, 6, 7]);
  trace.trials[2].why = { key: 'babysit.jump', values: { failures: 2 } };
  trace.trials[1].why = { key: 'nelder-mead.restart', values: {} };
  expect(of('restart', [trace])).toEqual([[3, 'restart', { strategy: 'babysit' }]]);
});

it('trials left unused are told at the last trial, once the run has ended', () => {
  const view = {
    kind: 'lattice' as const,
    levels: [
      [0.2, 0.8],
      [0.1, 0.5, 0.9],
    ],
  };
  const ended = runOf('grid', [5, 6], {
    unused: 3,
    closing: { why: { key: 'grid.complete', values: {} }, view },
  });
  expect(of('unused', [ended])).toEqual([[2, 'unused-grid', { strategy: 'grid', count: 3, size: '2 × 3' }]]);
  expect(of('unused', [runOf('binary', [5, 6], { unused: 4 })])).toEqual([
    [2, 'unused', { strategy: 'binary', count: 4 }],
  ]);
  expect(of('unused', [{ strategy: ended.strategy, trials: ended.trials }])).toEqual([]);
});

describe('a model that was surprised', () => {
  const view = (mean: number, sd: number, more: Partial<ModelView> = {}): ModelView => ({
    ...{
      kind: 'model',
      kernel: 'rbf',
      lengthscales: [0.3],
      signalVariance: 1,
      noiseVariance: 0,
      yMean: 0,
      yScale: 1,
    },
    ...{ conditioned: 0, jitter: 0, logMarginalLikelihood: 0, predicted: { mean, sd } },
    ...{ acquisition: { kind: 'ei', xi: 0, kappa: 2, best: 0 }, ...more },
  });
  const seen = (y: number | null, made: ModelView): Trace => {
    const trace = runOf('bayes', [y]);
    trace.trials[0].view = made;
    return trace;
  };

  it('missed by more than 2 sd of an observation: of the function and the noise it believes in', () => {
    expect(of('surprise', [seen(5, view(3, 0.9))])).toEqual([
      [1, 'surprise', { strategy: 'bayes', y: 5, mean: 3, band: 1.8 }],
    ]);
    expect(of('surprise', [seen(5, view(3, 1))])).toEqual([]);
    // 0.6² + (4 · 0.2)² = 1²
    expect(of('surprise', [seen(5, view(3, 0.6, { noiseVariance: 0.04, yScale: 4 }))])).toEqual([]);
    expect(of('surprise', [seen(5, view(3, 0.6, { noiseVariance: 0.04, yScale: 3 }))])).toHaveLength(1);
  });

  it('is not told of failed trials, of pretended values, or of rounding', () => {
    expect(of('surprise', [seen(null, view(3, 0.1))])).toEqual([]);
    expect(of('surprise', [seen(5, view(3, 0.1, { fantasies: [1] }))])).toEqual([]);
    expect(of('surprise', [seen(5, view(5 - 1e-12, 0))])).toEqual([]);
  });

  it('says the miss where prediction and observation look the same, and values in their own sense', () => {
    expect(of('surprise', [seen(5, view(5 - 2 ** -14, 1e-9))])[0][2]).toEqual({
      ...{ strategy: 'bayes', by: 2 ** -14, band: 2e-9 },
    });
    const score = slope({ sense: 'maximise' });
    expect(of('surprise', [seen(5, view(3, 0.5))], score)[0][2]).toMatchObject({ y: -5, mean: -3, band: 1 });
  });
});

describe('for the clock', () => {
  const moments = momentsOf([runOf('grid', [1, 1, 1, 0.1]), runOf('random', [5, 0.05, 0.05, 0.05])], slope());

  it('they stand by trial, with the one to be said first', () => {
    const groups = momentsByTrial(moments);
    expect(groups.map(({ trial }) => trial)).toEqual([1, 2, 4]);
    expect(groups.flatMap((group) => group.moments)).toEqual(moments);
    for (const { first, moments: all } of groups) {
      expect(first).toBe(all[0]);
      expect(first.weight).toBe(Math.max(...all.map(({ weight }) => weight)));
    }
  });

  it('one is found before and after any trial, or none', () => {
    expect(momentBefore(moments, 1)).toBeUndefined();
    expect(momentBefore(moments, 4)).toBe(momentsByTrial(moments)[1].first);
    expect(momentBefore(moments, 99)?.trial).toBe(4);
    expect(momentAfter(moments, 0)).toBe(moments[0]);
    expect(momentAfter(moments, 2)?.trial).toBe(4);
    expect(momentAfter(moments, 4)).toBeUndefined();
  });
});

it('a space of one value has a range of nothing, and moments all the same', () => {
  const only = problem([integer('n', 3, 3)], () => 2);
  expect(of('within', [runOf('grid', [2])], only)).toEqual([]);
});

it('whatever fails, ties or is infeasible: what is said is so, whoever is named first', () => {
  const value = fc.oneof(
    fc.constant(null),
    fc.tuple(fc.integer({ min: 0, max: 5 })),
    fc.integer({ min: 0, max: 10 }),
    fc.constantFrom(0.1, 0.01, 0.001, 1 + 1e-9),
  );
  const trials = fc.array(value, { maxLength: 12 });
  const ids = fc.shuffledSubarray(['babysit', 'grid', 'binary', 'random', 'bayes', 'tpe'], { minLength: 1 });
  fc.assert(
    fc.property(
      ids.chain((chosen) =>
        fc.tuple(fc.constant(chosen), fc.tuple(...chosen.map(() => trials)), fc.boolean()),
      ),
      ([chosen, values, maximised]) => {
        const given = chosen.map((id, i) => runOf(id, values[i], { unused: 12 - values[i].length }));
        const target = slope(maximised ? { sense: 'maximise' } : {});
        const moments = momentsOf(given, target);
        for (const one of moments) expect(complaint(one, given, target)).toBeUndefined();
        expect(omission(moments, given, target)).toBeUndefined();
        expect(momentsOf(given.toReversed(), target)).toEqual(moments);
      },
    ),
    { numRuns: 500 },
  );
});
