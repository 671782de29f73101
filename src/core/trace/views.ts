/**
 * What a picture in a trace file may say, beyond its shape: it speaks of the run that it stands in, and its numbers are
 * ones that a run of this scenario could have. Pictures are drawn from them without a further look.
 */
import { haltonBase } from '../sampling/halton.ts';
import type { ModelView, Trial, View } from '../types.ts';

/** The field, and what was expected there. */
type Fault = [field: string, expected: string];

/** Rounding of numbers that follow from others. */
const SLACK = 1e-6;
/** Of a covariance, in ranges: a step many times as wide as the search space says nothing more. */
const WIDEST = 1e6;
/** Settings of a model, on its standardised scale. */
const LEAST = 1e-12;
const MOST = 1e6;
/** A model's numbers, in standard deviations of what it was made from. */
const FAR = 1e6;

/**
 * @param seen how many trials there were when the picture was made
 * @returns the first number that cannot be, by its path within the view
 */
export function faultOf(
  view: View,
  trials: readonly Trial[],
  seen: number,
  { budget, dim }: { budget: number; dim: number },
): Fault | undefined {
  switch (view.kind) {
    case 'bracket': {
      const { lo, hi, cut } = view;
      const crossed = lo.findIndex((end, axis) => end > hi[axis]);
      if (crossed >= 0) return [`lo.${crossed}`, `≤ ${hi[crossed]}`];
      return cut && cut.lo > cut.hi ? ['cut.lo', `≤ ${cut.hi}`] : undefined;
    }
    case 'strata': {
      // A design cuts a dimension again, into as many parts as its base, only when every slice holds a trial.
      const most = (axis: number) => budget * haltonBase(axis);
      const wide = view.counts.findIndex((count, axis) => count > most(axis));
      return wide < 0 ? undefined : [`counts.${wide}`, `1 … ${most(wide)}`];
    }
    case 'step':
      return Math.abs(view.step) <= 1 ? undefined : ['step', '-1 … 1'];
    case 'gaussian':
      return faultOfNormal(view, dim);
    case 'parzen': {
      const { conditioned, good, priorWeight } = view;
      if (conditioned > seen) return ['conditioned', `≤ ${seen}`];
      const ahead = good.findIndex((index, k) => index >= conditioned || good.indexOf(index) < k);
      if (ahead >= 0) return [`good.${ahead}`, `< ${conditioned}`];
      return priorWeight >= LEAST && priorWeight <= MOST ? undefined : ['priorWeight', `${LEAST} … ${MOST}`];
    }
    case 'model':
      return faultOfModel(view, trials, seen);
    default:
      return undefined;
  }
}

/** The mean is that of points in the cube, and a covariance is one. */
function faultOfNormal(
  { mean, covariance }: { mean: number[]; covariance: number[] },
  dim: number,
): Fault | undefined {
  const out = mean.findIndex((m) => !(m >= -SLACK && m <= 1 + SLACK));
  if (out >= 0) return [`mean.${out}`, '0 … 1'];
  const variance = (j: number) => covariance[j * (dim + 1)];
  for (let i = 0; i < dim; i++) {
    if (!(variance(i) >= 0 && variance(i) <= WIDEST)) return [`covariance.${i * (dim + 1)}`, `0 … ${WIDEST}`];
    for (let j = 0; j < i; j++) {
      const [here, there] = [i * dim + j, j * dim + i];
      const most = Math.sqrt(variance(i) * variance(j)) * (1 + SLACK);
      if (!(Math.abs(covariance[here]) <= most)) return [`covariance.${here}`, `${-most} … ${most}`];
      if (!(Math.abs(covariance[there] - covariance[here]) <= most * SLACK))
        return [`covariance.${there}`, String(covariance[here])];
    }
  }
  return undefined;
}

const isNear = (value: number, mean: number, scale: number): boolean =>
  Math.abs(value / scale - mean / scale) <= FAR;

function faultOfModel(view: ModelView, trials: readonly Trial[], seen: number): Fault | undefined {
  const { conditioned, fantasies = [], acquisition, predicted, yMean, yScale } = view;
  if (conditioned > seen) return ['conditioned', `≤ ${seen}`];
  if (conditioned + fantasies.length > seen) return ['fantasies.length', `≤ ${seen - conditioned}`];
  const settings: [string, number, least?: number][] = [
    ...view.lengthscales.map((length, j): [string, number] => [`lengthscales.${j}`, length]),
    ['signalVariance', view.signalVariance],
    ['noiseVariance', view.noiseVariance, 0],
    ['jitter', view.jitter, 0],
    ['acquisition.xi', acquisition.xi, 0],
    ['acquisition.kappa', acquisition.kappa, 0],
  ];
  const wrong = settings.find(([, value, least = LEAST]) => !(value >= least && value <= MOST));
  if (wrong) return [wrong[0], `${wrong[2] ?? LEAST} … ${MOST}`];

  // What the model was made from: values of the run, or none yet.
  const known = trials.slice(0, seen).flatMap(({ y }) => (y === null ? [] : [Math.abs(y)]));
  const largest = Math.max(0, ...known) * (1 + SLACK);
  if (!(Math.abs(yMean) <= largest)) return ['yMean', `${-largest} … ${largest}`];
  const spread = Math.max(1, largest);
  if (!(yScale <= spread)) return ['yScale', `≤ ${spread}`];
  // In standard units, none of the values is out of sight.
  const wild = trials.slice(0, conditioned).findIndex(({ y }) => y !== null && !isNear(y, yMean, yScale));
  if (wild >= 0) return ['yScale', `≥ |trials.${wild}.y − yMean| / ${FAR}`];
  const near: [string, number][] = [
    ['acquisition.best', acquisition.best],
    ['predicted.mean', predicted.mean],
    ...fantasies.map((value, i): [string, number] => [`fantasies.${i}`, value]),
  ];
  const far = near.find(([, value]) => !isNear(value, yMean, yScale));
  if (far) return [far[0], `${yMean} ± ${FAR} · ${yScale}`];
  return predicted.sd / yScale <= FAR ? undefined : ['predicted.sd', `0 … ${FAR} · ${yScale}`];
}
