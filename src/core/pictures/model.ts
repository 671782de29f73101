/**
 * Redraws a model from a trace. A trace stores what chose a point, not pictures of it; what was believed anywhere
 * follows from the hyperparameters and the trials before.
 */
import { acquisitionValue } from '../surrogate/acquisition.ts';
import { GaussianProcess } from '../surrogate/gp.ts';
import { PosteriorGrid } from '../surrogate/posterior-grid.ts';
import { drawnFunction } from '../surrogate/sample-path.ts';
import type { ModelView, Trial } from '../types.ts';

type Seen = Pick<Trial, 'unit' | 'y'>;

/**
 * @param trials the run's trials from the first; later ones than the model counts (`conditioned` and `fantasies`) are ignored
 * @param points m × d unit coordinates, row-major
 * @returns m numbers each. `mean` and `sd` (latent, without observation noise) in the objective's units;
 *   `acquisition` standardised: EI, log-EI, PI, LCB, or the drawn function of Thompson sampling
 */
export function drawModel(
  view: ModelView,
  trials: readonly Seen[],
  points: Float64Array,
): { mean: Float64Array; sd: Float64Array; acquisition: Float64Array } {
  const { gp, y } = rebuild(view, trials);
  const grid = new PosteriorGrid(gp, points);
  const sd = grid.sd();
  const { mean } = grid;
  const acquisition = new Float64Array(mean.length);
  const { kind, draw } = view.acquisition;
  if (kind === 'thompson') {
    const path = drawnFunction(gp, y, draw ?? 0);
    for (let p = 0; p < mean.length; p++) acquisition[p] = path(points.subarray(p * gp.d, (p + 1) * gp.d));
  } else {
    const settings = { ...view.acquisition, kind, best: (view.acquisition.best - view.yMean) / view.yScale };
    for (let p = 0; p < mean.length; p++) acquisition[p] = acquisitionValue(settings, mean[p], sd[p]);
  }
  return {
    mean: mean.map((value) => value * view.yScale + view.yMean),
    sd: sd.map((value) => value * view.yScale),
    acquisition,
  };
}

/** `count` functions drawn from the posterior, at the given points, in the objective's units. */
export function samplePaths(
  view: ModelView,
  trials: readonly Seen[],
  points: Float64Array,
  count: number,
  seed: number,
): Float64Array[] {
  const { gp, y } = rebuild(view, trials);
  const m = points.length / gp.d;
  return Array.from({ length: count }, (_, i) => {
    const path = drawnFunction(gp, y, seed + i);
    return Float64Array.from(
      { length: m },
      (_, p) => path(points.subarray(p * gp.d, (p + 1) * gp.d)) * view.yScale + view.yMean,
    );
  });
}

/** In the view's own standard units, so that it may be shown one trial further on, too. */
function rebuild(view: ModelView, trials: readonly Seen[]): { gp: GaussianProcess; y: Float64Array } {
  const { conditioned, fantasies = [] } = view;
  const observed = trials.slice(0, conditioned);
  const known = observed.flatMap(({ y }) => y ?? []);
  const worst = known.length > 0 ? Math.max(...known) : 0;
  const values = [...observed.map((trial) => trial.y ?? worst), ...fantasies];
  const y = Float64Array.from(values, (value) => (value - view.yMean) / view.yScale);
  const units = trials.slice(0, values.length).flatMap(({ unit }) => unit);
  return { gp: new GaussianProcess(view, Float64Array.from(units), y), y };
}
