/**
 * The worker's side without the worker: answers requests on any channel, so that tests run this very code.
 *
 * A run looks up between two trials, whenever a frame's time has passed: it hands over what it has and lets
 * the event loop deliver a cancel. A trial itself, and a picture, cannot be interrupted; whoever does not want
 * to wait for one terminates the worker.
 */
import { fatalRuns } from '#core/assumptions/fatal-runs.ts';
import { simulateFatal } from '#core/assumptions/fatal-share.ts';
import { drawModel, samplePaths } from '#core/pictures/model.ts';
import { drawParzen, drawParzenMarginals } from '#core/pictures/parzen.ts';
import { classSteps, revealSteps } from '#core/play/class-reading.ts';
import { runTrials } from '#core/run.ts';
import { getStrategy } from '#core/strategies/index.ts';
import { simulateCurse } from '#core/study/curse.ts';
import { watched, type Watch } from '#core/study/run-study.ts';
import { SettingsError, type Trial } from '#core/types.ts';
import { countJob } from './jobs/count.ts';
import { diagnosisJob } from './jobs/diagnosis.ts';
import { formulaSteps } from './jobs/formula.ts';
import { gridPoints, linePoints } from './grid.ts';
import { nextTask } from './next-task.ts';
import { phaseJob } from './jobs/phase.ts';
import {
  FLUSH_EVERY,
  type DensityPicture,
  type DensityRequest,
  type FromWorker,
  type ModelPicture,
  type ModelRequest,
  type Part,
  type Picture,
  type PictureRequest,
  type RequestName,
  type Result,
  type RunRequest,
  type RunResult,
  type ToWorker,
} from './protocol.ts';
import { stepJob } from './jobs/step.ts';
import { seconds, studyJob } from './jobs/study.ts';
import { tableJob } from './jobs/table.ts';

/** Sends to the page; buffers in `transfer` are handed over, not copied. */
export type Send = (message: FromWorker, transfer?: ArrayBuffer[]) => void;

/** @returns what to call with each message from the page */
export function serve(send: Send): (message: ToWorker) => void {
  const cancelled = new Set<number>();
  const open = new Set<number>();

  async function answer({ job, ...asked }: Extract<ToWorker, { type: 'ask' }>): Promise<void> {
    open.add(job);
    send({ type: 'accepted', job });
    try {
      const isCancelled = () => cancelled.has(job);
      const emit = (part: Part<RequestName>, transfer?: ArrayBuffer[]) =>
        send({ type: 'part', job, part }, transfer);
      const finish = (result: Result<RequestName> | undefined) =>
        send(result ? { type: 'done', job, result } : { type: 'cancelled', job });
      switch (asked.request) {
        case 'run':
          finish(await runJob(asked.ask, emit, isCancelled));
          break;
        case 'diagnose':
          finish(await diagnosisJob(asked.ask, emit, isCancelled));
          break;
        case 'study':
          finish(await studyJob(asked.ask, emit, isCancelled));
          break;
        case 'curse':
          finish(await countJob(simulateCurse(asked.ask, 1), emit, isCancelled));
          break;
        case 'fatal':
          finish(await countJob(simulateFatal(asked.ask, 1), emit, isCancelled));
          break;
        case 'fatal-runs':
          finish(await stepJob(fatalRuns(asked.ask), emit, isCancelled));
          break;
        case 'phase':
          finish(await phaseJob(asked.ask, emit, isCancelled));
          break;
        case 'table':
          finish(await tableJob(asked.ask));
          break;
        case 'formula':
          finish(await stepJob(formulaSteps(asked.ask), emit, isCancelled));
          break;
        case 'class':
          finish(await stepJob(classSteps(asked.ask), emit, isCancelled));
          break;
        case 'reveal':
          finish(await stepJob(revealSteps(asked.ask), emit, isCancelled));
          break;
        case 'picture': {
          const result = drawPicture(asked.ask);
          send({ type: 'done', job, result }, pictureBuffers(result));
        }
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const said = error instanceof SettingsError && { said: error.said };
      send({ type: 'failed', job, error: { code: 'run-failed', message, details: {}, ...said } });
    } finally {
      open.delete(job);
      cancelled.delete(job);
    }
  }

  return (message) => {
    if (message.type === 'ask') void answer(message);
    else if (open.has(message.job)) cancelled.add(message.job);
  };
}

/** @returns undefined where it was cancelled */
async function runJob(
  { scenario, strategy }: RunRequest,
  emit: (trials: Trial[]) => void,
  isCancelled: () => boolean,
): Promise<RunResult | undefined> {
  const watch: Watch = { seconds: 0, roles: [] };
  const trials = runTrials(scenario, strategy, undefined, watched(getStrategy(strategy.id), seconds, watch));
  let chunk: Trial[] = [];
  let sent = performance.now();
  for (;;) {
    const step = trials.next();
    if (step.done) {
      if (chunk.length > 0) emit(chunk);
      const { unused, closing } = step.value;
      return { unused, ...(closing && { closing }), thinkingSeconds: watch.seconds };
    }
    chunk.push(step.value);
    if (performance.now() - sent < FLUSH_EVERY) continue;
    emit(chunk);
    chunk = [];
    await nextTask();
    if (isCancelled()) {
      // Lets the strategy's generator clean up.
      trials.return(undefined as never);
      return undefined;
    }
    sent = performance.now();
  }
}

const drawPicture = (asked: PictureRequest): Picture =>
  asked.kind === 'model' ? modelPicture(asked) : densityPicture(asked);

function modelPicture({ view, trials, grid, paths }: ModelRequest): ModelPicture {
  const points = gridPoints(grid, view.lengthscales.length);
  const { mean, sd, acquisition } = drawModel(view, trials, points);
  return {
    kind: 'model',
    mean,
    sd,
    acquisition,
    paths: paths && paths.count > 0 ? samplePaths(view, trials, points, paths.count, paths.seed) : [],
  };
}

function densityPicture({ view, trials, dimensions, grid }: DensityRequest): DensityPicture {
  const d = dimensions.length;
  if (grid.kind === 'plane') {
    return { kind: 'parzen', ...drawParzen(view, trials, dimensions, gridPoints(grid, d)) };
  }
  const line = linePoints(grid.count);
  const [good, rest] = [new Float64Array(d * line.length), new Float64Array(d * line.length)];
  for (let axis = 0; axis < d; axis++) {
    const marginal = drawParzenMarginals(view, trials, dimensions, axis, line);
    good.set(marginal.good, axis * line.length);
    rest.set(marginal.rest, axis * line.length);
  }
  return { kind: 'parzen', good, rest };
}

function pictureBuffers(picture: Picture): ArrayBuffer[] {
  const arrays =
    picture.kind === 'model'
      ? [picture.mean, picture.sd, picture.acquisition, ...picture.paths]
      : [picture.good, picture.rest];
  return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))];
}
