/**
 * What the page and a simulation worker say to each other. Three files, three contexts:
 *
 * | file                   | runs in | holds                                                        |
 * | ---------------------- | ------- | ------------------------------------------------------------ |
 * | `protocol.ts`          | both    | types and a few lines of constants                           |
 * | `simulation.worker.ts` | worker  | the core and everything heavy                                |
 * | `client.ts`, `pool.ts` | page    | sending, watching, cancelling, replacing; none of the core   |
 *
 * Everything is plain data. A job is named by a number that the page chose; every answer repeats it, so that
 * an answer that arrives after its job was given up is recognised and dropped.
 */
import type { PhaseQuestion } from '#core/assumptions/phase/index.ts';
import type { Diagnosis } from '#core/assumptions/diagnosis/index.ts';
import type { FatalRuns, FatalRunsQuestion } from '#core/assumptions/fatal-runs.ts';
import type { FatalCounts, FatalQuestion } from '#core/assumptions/fatal-share.ts';
import type { Minimum, ReadResult, Wanted } from '#core/objectives/own/index.ts';
import type { ParamValues } from '#core/params.ts';
import type { ClassAnswer, ClassRequest, Revealed, RevealRequest } from '#core/play/class-reading.ts';
import type { Dimension } from '#core/space.ts';
import type { CurseCounts, CurseQuestion } from '#core/study/curse.ts';
import type { PackedRuns } from '#core/study/packed.ts';
import type { RunKey, Study } from '#core/study/types.ts';
import type { Choice, Closing, Message, ModelView, ParzenView, Scenario, Trial } from '#core/types.ts';
import type { Ready } from './pool/watch.ts';

// ---------------------------------------------------------------- requests: what is asked → what is answered

export interface Requests {
  /** One strategy of a scenario: streams its trials in chunks as they happen. */
  run: { ask: RunRequest; part: Trial[]; result: RunResult };
  /** What a fitted model or a pair of densities says, on a grid of points: for drawing. Nothing is streamed. */
  picture: { ask: PictureRequest; part: never; result: Picture };
  /** What holds of a problem, with witnesses: streams a coarse diagnosis; null is a sign of life. */
  diagnose: { ask: DiagnosisRequest; part: Diagnosis | null; result: Diagnosis };
  /** Some runs of a study: streams those that are finished; an empty part is a sign of life. */
  study: { ask: StudyRequest; part: PackedRuns; result: { runs: number } };
  /** How often designs hit a small target: streams the counts so far. */
  curse: { ask: CurseQuestion; part: CurseCounts; result: CurseCounts };
  /** Some runs of a phase diagram: streams their outcomes; an empty part is a sign of life. May stop before the last. */
  phase: { ask: PhaseRequest; part: PhasePart; result: { runs: number } };
  /** How often binary search throws the minimum away: streams the counts so far. */
  fatal: { ask: FatalQuestion; part: FatalCounts; result: FatalCounts };
  /** One run of each of its rules, with the trial at which that happens; parts are signs of life. */
  'fatal-runs': { ask: FatalRunsQuestion; part: null; result: FatalRuns };
  /** What trials there are in a table that somebody exported, or why it cannot be read. Nothing is streamed. */
  table: { ask: TableRequest; part: never; result: ReadResult };
  /** What takes long about a formula: its minimum, or why it has none, and its surface. Parts are signs of life. */
  formula: { ask: FormulaRequest; part: null; result: FormulaAnswer };
  /** The results of a class, found in texts and replayed. Parts are signs of life. */
  class: { ask: ClassRequest; part: null; result: ClassAnswer };
  /** The landscape that a class searched. Parts are signs of life. */
  reveal: { ask: RevealRequest; part: null; result: Revealed };
}

export type RequestName = keyof Requests;
export type Ask<Name extends RequestName> = Requests[Name]['ask'];
export type Part<Name extends RequestName> = Requests[Name]['part'];
export type Result<Name extends RequestName> = Requests[Name]['result'];

export interface RunRequest {
  scenario: Scenario;
  strategy: Choice;
}

/** The trace without its trials, which have been streamed already. */
export interface RunResult {
  unused: number;
  closing?: Closing;
  /** Time inside the strategy, without evaluations, as measured in the worker. */
  thinkingSeconds: number;
}

/** The problem, and what an experimenter has who looks at it. */
export type DiagnosisRequest = Pick<Scenario, 'objective' | 'noise' | 'budget' | 'seed'>;

export interface StudyRequest {
  study: Study;
  keys: RunKey[];
}

export interface PhaseRequest {
  question: PhaseQuestion;
  /** Numbers of the runs. */
  runs: Uint32Array;
}

/** Entry i of all three belongs to one run. */
export interface PhasePart {
  runs: Uint32Array<ArrayBuffer>;
  /** `OUTCOME` of the core. */
  outcomes: Uint8Array<ArrayBuffer>;
  /** What theory says of the run: `makeTheory` of the core. */
  theory: Uint8Array<ArrayBuffer>;
}

export interface TableRequest {
  /** What was chosen, dropped or pasted. */
  file: Blob;
  /** Which columns are what; by default, whichever look like it. */
  /** What its reader chose in place of what is guessed. */
  wanted?: Wanted;
}

export interface FormulaRequest {
  /** Complete settings of the objective `formula`. */
  params: ParamValues;
  /** Cells of the surface that is drawn of a formula of two hyperparameters. */
  surface: { columns: number; rows: number };
}

export interface FormulaAnswer {
  minimum: Minimum;
  /** Values at the centres of the cells, as `surfaceSteps` of the core; absent where there is nothing of the kind. */
  surface?: Float64Array<ArrayBuffer>;
}

/** By the kind of the view that is to be drawn; a picture has the kind of its request. */
export type PictureRequest = ModelRequest | DensityRequest;
export type Picture = ModelPicture | DensityPicture;

export interface ModelRequest {
  kind: 'model';
  view: ModelView;
  /** The trials that the model knows, first to last (later ones may follow and are ignored). */
  trials: Trial[];
  grid: Grid;
  /** Draws from the posterior over the same points; only sensible on a line. */
  paths?: { count: number; seed: number };
}

export interface DensityRequest {
  kind: 'parzen';
  view: ParzenView;
  /** The trials that the densities are made from, first to last (later ones may follow and are ignored). */
  trials: Trial[];
  dimensions: readonly Dimension[];
  grid: DensityGrid;
}

/** Where a picture is wanted, in the unit cube. `through` fixes the dimensions that do not vary (else ½). */
export type Grid =
  /** `count` points along one dimension, both ends included. */
  | { kind: 'line'; axis: number; count: number; through?: readonly number[] }
  /** Centres of columns × rows cells, row-major, row 0 at the bottom (as the charts' `Field`). */
  | {
      kind: 'plane';
      axes: readonly [number, number];
      columns: number;
      rows: number;
      through?: readonly number[];
    };

/** Densities are asked for on a plane, or along every dimension: `count` points each, the others integrated out. */
export type DensityGrid = Extract<Grid, { kind: 'plane' }> | { kind: 'marginals'; count: number };

/** One number per point of the grid, in the objective's units (acquisition: in its own). */
export interface ModelPicture {
  kind: 'model';
  mean: Float64Array;
  /** Latent standard deviation, without observation noise. */
  sd: Float64Array;
  acquisition: Float64Array;
  /** Posterior draws, one array per draw; empty where none were asked for. */
  paths: Float64Array[];
}

/** ln l of the good trials and ln g of the rest, one number per point; marginals one dimension after the other. */
export interface DensityPicture {
  kind: 'parzen';
  good: Float64Array;
  rest: Float64Array;
}

// ---------------------------------------------------------------- on the wire

export type ToWorker =
  | { [Name in RequestName]: { type: 'ask'; job: number; request: Name; ask: Ask<Name> } }[RequestName]
  | { type: 'cancel'; job: number };

export type FromWorker =
  | Ready
  /** Sent at once on `ask`: somebody is there. */
  | { type: 'accepted'; job: number }
  | { type: 'part'; job: number; part: Part<RequestName> }
  | { type: 'done'; job: number; result: Result<RequestName> }
  | { type: 'failed'; job: number; error: JobFailure }
  | { type: 'cancelled'; job: number };

/** How an error crosses; never a lost exception. */
export interface JobFailure {
  code: 'run-failed' | 'worker-crashed' | 'worker-hung' | 'worker-unavailable';
  /** For the developer, in English; people read the text of `error.<code>`. */
  message: string;
  details: Record<string, number | string>;
  /** What to tell the reader instead, where the failure has its own words: a setting that does not fit the problem. */
  said?: Message;
}

/** Trials are sent at most this often, in milliseconds, so that the page gets no flood: one frame at 60 Hz. */
export const FLUSH_EVERY = 16;

/** Finished runs of a study are sent at most this often, in milliseconds: charts follow no faster. */
export const FLUSH_RUNS_EVERY = 250;

/** How often whoever makes many runs looks up for a cancel, in milliseconds. */
export const LOOK_EVERY = 100;

/**
 * After this long, in milliseconds, a worker leaves the rest of its runs of a phase diagram to a later turn: whatever else
 * the page asks for does not wait behind minutes of them.
 */
export const PHASE_TURN = 1000;
