/** The question: plain data, structured-clone and JSON safe. */
import type { ParamValues } from '../params.ts';

export type Noise =
  | { kind: 'none' }
  /** Independent N(0, sd²) added to each observation, in the objective's own units. */
  | { kind: 'gaussian'; sd: number }
  /** Independent N(0, (sd |value|)²): sd is a share of the true value, 0.1 for 10 %. */
  | { kind: 'proportional'; sd: number }
  /** The run-to-run noise that was measured with the objective (measured landscapes only). */
  | { kind: 'measured' };

/** A registry id and its settings; settings left out take their declared defaults. */
export interface Choice {
  id: string;
  params: ParamValues;
}

/** A part of the objective's ranges: the ends of every one, as hyperparameter values. */
export interface Box {
  lo: number[];
  hi: number[];
}

/** The whole question. Same scenario, same traces: in the page, in a worker and in Node. */
export interface Scenario {
  version: 1;
  objective: Choice;
  /** Where the search may go, and no further; absent: everywhere in the objective's own ranges. */
  box?: Box;
  noise: Noise;
  /** Evaluations each strategy may spend. */
  budget: number;
  seed: number;
  /** Which repetition of the seed this is; 0 in the Lab. */
  repeat: number;
  strategies: Choice[];
}
