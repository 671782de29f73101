/** Real runs, turned into what charts take. */
import { lookUp } from '#core/look-up.ts';
import { lookOf } from '../app/shared/series.ts';
import { formatNumber } from '#charts/format.ts';
import type { Axis, Band, Curve, Field, Interval, Rung, Sample, Series } from '#charts/types.ts';
import { getObjective } from '#core/objectives/index.ts';
import { readParams, type ParamValues } from '#core/params.ts';
import { run } from '#core/run.ts';
import { toValue, type Dimension } from '#core/space.ts';
import { GaussianProcess } from '#core/surrogate/gp.ts';
import { acquisitionValue } from '#core/surrogate/acquisition.ts';
import { drawnFunction } from '#core/surrogate/sample-path.ts';
import type { ModelView, Problem, Trace, Trial } from '#core/types.ts';

const names: Record<string, string> = {
  babysit: 'Trial and error',
  grid: 'Grid',
  binary: 'Binary',
  random: 'Random',
  bayes: 'Bayesian',
};
export const seriesOf = (id: string): Series => ({ id, label: lookUp(names, id) ?? id, ...lookOf(id) });
export const strategyIds = Object.keys(names);

export interface Show {
  problem: Problem;
  dimensions: readonly Dimension[];
  axes: Axis[];
  traces: Map<string, Trace>;
}

export function show(objective: string, budget: number, params: ParamValues = {}, ids = strategyIds): Show {
  const definition = getObjective(objective);
  const problem = definition.create(readParams(definition.params, params, objective).values);
  const { traces } = run({
    version: 1,
    objective: { id: objective, params },
    noise: { kind: 'none' },
    budget,
    seed: 1,
    repeat: 0,
    strategies: ids.map((id) => ({ id, params: {} })),
  });
  const { dimensions } = problem.space;
  return {
    problem,
    dimensions,
    axes: dimensions.map(({ id, scale, lo, hi, kind }) => ({
      label: id,
      scale,
      lo,
      hi,
      integer: kind === 'integer',
    })),
    traces: new Map(traces.map((trace) => [trace.strategy.id, trace])),
  };
}

export const samplesOf = (trials: readonly Trial[]): Sample[] =>
  trials.map(({ index, x, y, feasible }) => ({
    number: index + 1,
    x,
    y,
    feasible,
    description: `Trial ${index + 1}: ${x.map((v) => formatNumber(v)).join(', ')} → ${y === null ? 'failed' : formatNumber(y)}`,
  }));

const steps = (n: number) => Array.from({ length: n + 1 }, (_, i) => i / n);

export function truthOf({ problem, dimensions }: Show, n = 300): Curve {
  const x = steps(n).map((u) => toValue(dimensions[0], u));
  return { x, y: x.map((v) => problem.value([v])) };
}

export function fieldOf(
  { problem, dimensions }: Show,
  label: string,
  spread: Field['spread'],
  n = 96,
): Field {
  const values = new Float64Array(n * n);
  for (let row = 0; row < n; row++)
    for (let column = 0; column < n; column++)
      values[row * n + column] = problem.value([
        toValue(dimensions[0], (column + 0.5) / n),
        toValue(dimensions[1], (row + 0.5) / n),
      ]);
  return { columns: n, rows: n, values, label, spread };
}

const lastView = <K extends string>(trials: readonly Trial[], kind: K) => {
  const view = trials.at(-1)?.view;
  return view?.kind === kind ? view : undefined;
};

export function bracketsOf({ dimensions, problem }: Show, trials: readonly Trial[]) {
  const view = lastView(trials, 'bracket');
  const value = (u: number, axis = 0) => toValue(dimensions[axis], u);
  const rungs: Rung[] = [];
  for (const { view: past, index } of trials) {
    if (past?.kind !== 'bracket') continue;
    const rung = { lo: value(past.lo[0]), hi: value(past.hi[0]) };
    const last = rungs.at(-1);
    if (last && last.lo === rung.lo && last.hi === rung.hi) continue;
    rungs.push({
      ...rung,
      number: index + 1,
      holds: problem.optimum.at.some(([x]) => x >= rung.lo && x <= rung.hi),
    });
  }
  const box: Interval[] | null =
    view?.kind === 'bracket'
      ? view.lo.map((lo, axis) => ({ lo: value(lo, axis), hi: value(view.hi[axis], axis) }))
      : null;
  return { rungs, box };
}

export function posteriorOf({ dimensions }: Show, trials: readonly Trial[], n = 200) {
  const view = lastView(trials, 'model');
  if (view?.kind !== 'model') return null;
  const { yMean, yScale } = view;
  const seen = trials.filter(({ y }) => y !== null).slice(0, view.conditioned);
  const gp = new GaussianProcess(
    view,
    Float64Array.from(seen.flatMap(({ unit }) => unit)),
    Float64Array.from(seen, ({ y }) => (y! - yMean) / yScale),
  );
  const us = steps(n);
  const x = us.map((u) => toValue(dimensions[0], u));
  const { mean, sd } = gp.predict(Float64Array.from(us));
  const band: Band = {
    x,
    mean: Array.from(mean, (m) => yMean + yScale * m),
    sd: Array.from(sd, (s) => yScale * s),
  };
  const paths = [1, 2, 3].map((k): Curve => {
    const path = drawnFunction(
      gp,
      Float64Array.from(seen, ({ y }) => (y! - yMean) / yScale),
      k,
    );
    return { x, y: us.map((u) => yMean + yScale * path([u])) };
  });
  return { band, paths, acquisition: acquisitionOf(view, x, mean, sd, trials.at(-1)!.x[0]) };
}

function acquisitionOf(view: ModelView, x: number[], mean: Float64Array, sd: Float64Array, argmax: number) {
  const settings = {
    kind: 'ei',
    xi: 0,
    kappa: 2,
    best: (view.acquisition.best - view.yMean) / view.yScale,
  } as const;
  return {
    label: 'Expected improvement',
    x,
    y: x.map((_, i) => acquisitionValue(settings, mean[i], sd[i])),
    argmax,
  };
}
