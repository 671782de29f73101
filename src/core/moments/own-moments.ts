/** What matters in one run by itself: new starts, trials left unused, predictions that failed. */
import { turned } from '../sense.ts';
import { getStrategy, hasStrategy, strategies } from '../strategies/index.ts';
import { say, type ModelView, type Sense } from '../types.ts';
import { moment, tellable } from './field.ts';
import type { Moment, RunSoFar } from './types.ts';

/** At the first trial of each new start. */
export function restartMoments(run: RunSoFar): Moment[] {
  const { id } = run.strategy;
  const own = hasStrategy(id) ? [getStrategy(id)] : [];
  const speaking = own.some(({ relays }) => relays) ? strategies : own;
  const keys = new Set(speaking.flatMap(({ id, restarts = [] }) => restarts.map((name) => `${id}.${name}`)));
  return run.trials.flatMap(({ index, why }) =>
    keys.has(why.key) ? [moment(index + 1, run, 'restart', say('moment.restart', { strategy: id }), 45)] : [],
  );
}

/** At its last trial, once it is known that it was the last. */
export function unusedMoments(run: RunSoFar): Moment[] {
  const { trials, unused: count = 0, closing, strategy } = run;
  // Where nothing has been tried, nothing has ended.
  if (count === 0 || trials.length === 0) return [];
  const values = { strategy: strategy.id, count };
  const lattice = closing?.view?.kind === 'lattice' ? closing.view : undefined;
  const message = lattice
    ? say('moment.unused-grid', { ...values, size: lattice.levels.map(({ length }) => length).join(' × ') })
    : say('moment.unused', values);
  return [moment(trials.length, run, 'unused', message, 65)];
}

/** What may be rounding: of the model, in its own units, and of the observation. */
const MODEL_ROUNDING = 1e-9;
const ROUNDING = 1e-14;

/**
 * Observations outside of mean ± 2 sd of what the model predicted for them before the trial. The sd is that of an observation:
 * of the function, and of the noise that the model believes in. Later fits change nothing in that. Where a batch pretends
 * values for points that are still being evaluated, its sd is not what the model believes, so these are not judged; nor are
 * failed trials, of which there is no observation.
 * @param range of the problem's values: how large a miss looks
 */
export function surpriseMoments(
  run: RunSoFar,
  range: readonly [lo: number, hi: number],
  sense: Sense,
): Moment[] {
  return run.trials.flatMap(({ index, y, view }) => {
    if (view?.kind !== 'model' || view.fantasies || y === null) return [];
    const { mean } = view.predicted;
    const band = 2 * sdOfObservation(view);
    const by = Math.abs(y - mean);
    const rounding = MODEL_ROUNDING * view.yScale + ROUNDING * Math.abs(y);
    if (!(by > band + rounding) || !Number.isFinite(by)) return [];
    const strategy = run.strategy.id;
    if (!tellable(y, mean)) {
      return [moment(index + 1, run, 'surprise', say('moment.surprise-by', { strategy, by, band }), 8)];
    }
    const values = { strategy, y: turned(y, sense), mean: turned(mean, sense), band };
    const share = by / (range[1] - range[0]);
    const weight = share >= 0.1 ? 50 : share >= 0.01 ? 35 : 10;
    return [moment(index + 1, run, 'surprise', say('moment.surprise', values), weight)];
  });
}

/** In the objective's units. */
const sdOfObservation = ({ predicted: { sd }, noiseVariance, yScale }: ModelView): number =>
  yScale * Math.sqrt((sd / yScale) * (sd / yScale) + noiseVariance);
