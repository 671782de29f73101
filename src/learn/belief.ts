/**
 * A Gaussian process over one knob that a reader takes hold of: the same in the page, in the facts and in their tests. All of
 * it is the engine’s own surrogate.
 *
 * | name         | meaning                                         | units                       |
 * | ------------ | ----------------------------------------------- | --------------------------- |
 * | u            | place on the knob                               | 0 … 1                       |
 * | y            | value there                                     | the objective's             |
 * | noise        | standard deviation of an observation            | of the standardised y       |
 * | ξ, κ         | dials of the bets                               | of the standardised y; none |
 *
 * Where observations are no run's, y is its own standard: mean 0, scale 1.
 */
import { problemOf, runTrials } from '#core/run.ts';
import { fromValue, real, toValue, type Dimension } from '#core/space.ts';
import { acquisitionValue, merit, type Merit } from '#core/surrogate/acquisition.ts';
import { GaussianProcess } from '#core/surrogate/gp.ts';
import type { KernelId } from '#core/surrogate/kernels.ts';
import { PosteriorGrid } from '#core/surrogate/posterior-grid.ts';
import { drawnFunction } from '#core/surrogate/sample-path.ts';
import { standardise } from '#core/surrogate/standardise.ts';
import type { ModelView, Trace, Trial } from '#core/types.ts';
import { scenarioOf } from './counting.ts';
import type { BeliefFigure, BetKind } from './figures.ts';

/** One observation. */
export interface Seen {
  readonly u: number;
  readonly y: number;
}

/** What a reader may change. */
export interface Held {
  readonly seen: readonly Seen[];
  readonly kernel: KernelId;
  readonly lengthscale: number;
  readonly noise: number;
  readonly xi: number;
  readonly kappa: number;
  /** The place that is looked at. */
  readonly at: number;
  /** Which functions are drawn. */
  readonly seed: number;
}

/** What a section states. */
export interface Stated extends Held {
  readonly dimension: Dimension;
  readonly signalVariance: number;
  /** y = mean + scale × standardised y. */
  readonly mean: number;
  readonly scale: number;
  /** The function behind a run, in its own units; null where there is none. */
  readonly truth: ((u: number) => number) | null;
}

/** Own observations are known to about a hundredth. */
const SURE = 0.01;

/** @param run what the figure's trials come from; left out where it has observations of its own */
export function statedBy(figure: BeliefFigure, run?: { trials: readonly Trial[]; view: ModelView }): Stated {
  const { kernel = 'rbf', lengthscale = 0.2, noise = SURE, at = 0.5, xi, kappa } = figure;
  const dials = { xi, kappa, at, seed: 1 };
  if (!run)
    return {
      ...{ ...dials, kernel, lengthscale, noise },
      ...{ dimension: real('x', 0, 1), signalVariance: 1, mean: 0, scale: 1, truth: null },
      seen: figure.points.map(([u, y]) => ({ u, y })),
    };
  const problem = problemOf(scenarioOf(figure.lab));
  const [dimension] = problem.space.dimensions;
  const { view, trials } = run;
  const { mean, scale } = standardise(trials.map(({ y }) => y));
  return {
    ...dials,
    seen: trials.map(({ unit, y }) => ({ u: unit[0], y: y! })),
    kernel: figure.kernel ?? (view.kernel as KernelId),
    lengthscale: figure.lengthscale ?? view.lengthscales[0],
    noise: figure.noise ?? Math.sqrt(view.noiseVariance),
    // A lengthscale of its own goes with a variance of its own.
    signalVariance: figure.lengthscale === undefined ? view.signalVariance : 1,
    ...{ dimension, mean, scale },
    truth: (u) => problem.value([toValue(dimension, u)]),
  };
}

/** The trials of a figure, one after another, so that a page can draw breath between them. */
export function* trialsOf({
  lab,
  trials: count = 0,
}: BeliefFigure): Generator<undefined, { trials: Trial[]; view: ModelView }, void> {
  const scenario = scenarioOf(lab);
  const trials: Trial[] = [];
  const going = runTrials(scenario, scenario.strategies[0]);
  for (;;) {
    const step = going.next();
    const view = step.done ? (step.value as Trace).closing?.view : step.value.view;
    if (trials.length >= count || step.done) {
      if (view?.kind !== 'model')
        throw new Error(`${lab}: no model has been fitted to the first ${count} trials.`);
      return { trials, view };
    }
    trials.push(step.value);
    yield;
  }
}

/** In one go. */
export function stated(figure: BeliefFigure): Stated {
  if (figure.trials === undefined) return statedBy(figure);
  const going = trialsOf(figure);
  for (;;) {
    const step = going.next();
    if (step.done) return statedBy(figure, step.value);
  }
}

/** The model of what is held. @returns the process, and its observations in its own units */
export function processOf(
  { mean, scale, signalVariance }: Pick<Stated, 'mean' | 'scale' | 'signalVariance'>,
  { seen, kernel, lengthscale, noise }: Pick<Held, 'seen' | 'kernel' | 'lengthscale' | 'noise'>,
): { gp: GaussianProcess; y: Float64Array } {
  const y = Float64Array.from(seen, (one) => (one.y - mean) / scale);
  const gp = new GaussianProcess(
    { kernel, signalVariance, lengthscales: [lengthscale], noiseVariance: noise * noise },
    Float64Array.from(seen, ({ u }) => u),
    y,
  );
  return { gp, y };
}

export interface Believed {
  mean: number;
  sd: number;
}
/** The belief at one place, in the objective's units. */
export function believedAt(given: Stated, held: Held, u: number): Believed {
  const { mean, sd } = processOf(given, held).gp.predict(Float64Array.of(u));
  return { mean: given.mean + given.scale * mean[0], sd: given.scale * sd[0] };
}

/** Log marginal likelihood as the lengthscale goes; all else stays. */
export const likelihoodAt = (given: Stated, held: Held, lengthscale: number): number =>
  processOf(given, { ...held, lengthscale }).gp.logMarginalLikelihood();

/** The lengthscale, of those that a slider has, at which the observations are likeliest. */
export function likeliest(given: Stated, held: Held): number {
  let [best, value] = [NaN, -Infinity];
  for (const lengthscale of LENGTHSCALES) {
    const here = likelihoodAt(given, held, lengthscale);
    if (here > value) [best, value] = [lengthscale, here];
  }
  return best;
}
/** The stops of the slider: a hundredth of the range to all of it, evenly by ratio. */
export const LENGTHSCALES: readonly number[] = Array.from({ length: 81 }, (_, i) => 0.01 * 100 ** (i / 80));

/** Points of curves, ends included. */
export const CURVE = 241;
export const places = (count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => i / (count - 1));

export interface Bet {
  kind: BetKind;
  /** What it makes as large as it can, along {@link places}: the mean and the bound turned upside down. */
  merits: Float64Array;
  /** Where it would try next, and what it bets on there: probability, improvement in the objective's units, or a value. */
  u: number;
  value: number;
}

/** So near to an observation, another one says nothing new. */
const SAME = 1e-6;
/** Between two points of the curve, the highest is looked for in steps of a 20th, twice. */
const FINER = 20;

/** Four attitudes, and greed, on one posterior. */
export function betOf(given: Stated, held: Held, kind: BetKind): Bet {
  const { gp, y } = processOf(given, held);
  const best = gp.n > 0 ? Math.min(...gp.meansAtData()) : 0;
  const { xi, kappa } = held;
  const score: Merit = { value: 0, byMean: 0, bySd: 0 };
  const path = kind === 'thompson' ? drawnFunction(gp, y, held.seed) : undefined;
  /** What is drawn, and what is compared: the same order, where one of them underflows. */
  const meritsOf = (points: Float64Array): { shown: Float64Array; ranked: Float64Array } => {
    if (path) {
      const shown = points.map((u) => -path([u]));
      return { shown, ranked: shown };
    }
    const grid = new PosteriorGrid(gp, points);
    const sd = grid.sd();
    if (kind === 'mean') {
      const shown = grid.mean.map((value) => -value);
      return { shown, ranked: shown };
    }
    const settings = { kind: kind as 'pi' | 'ei' | 'lcb', best, xi, kappa };
    const sign = kind === 'lcb' ? -1 : 1;
    return {
      shown: grid.mean.map((value, i) => sign * acquisitionValue(settings, value, sd[i])),
      ranked: grid.mean.map((value, i) => {
        merit(settings, value, sd[i], score);
        return score.value;
      }),
    };
  };
  const isNew = (u: number) => held.seen.every((one) => Math.abs(one.u - u) > SAME);
  const highest = (points: Float64Array) => {
    const { shown, ranked } = meritsOf(points);
    let at = -1;
    for (let i = 0; i < points.length; i++)
      if (isNew(points[i]) && (at < 0 || ranked[i] > ranked[at])) at = i;
    return { u: points[at], shown: shown[at], merits: shown };
  };
  const rough = highest(places(path ? CURVE : 2 * CURVE - 1));
  let found = rough;
  for (let step = 1 / (CURVE - 1), round = 0; round < 2; round++, step /= FINER / 2) {
    const points = Float64Array.from({ length: 2 * FINER + 1 }, (_, i) =>
      Math.min(1, Math.max(0, found.u + ((i - FINER) * step) / FINER)),
    );
    const finer = highest(points);
    found = { ...finer, merits: rough.merits };
  }
  const { mean, scale } = given;
  const value =
    kind === 'pi' ? found.shown : kind === 'ei' ? found.shown * scale : mean - scale * found.shown;
  return { kind, merits: rough.merits, u: found.u, value };
}

/** A place on the knob as its value, and back. */
export const valueOf = ({ dimension }: Stated, u: number): number => toValue(dimension, u);
export const unitOf = ({ dimension }: Stated, x: number): number => fromValue(dimension, x);
