/**
 * The vocabulary of the simulator, as plain data (structured-clone and JSON safe) and two interfaces:
 * `Strategy` and `ObjectiveDefinition`. A `Scenario` goes in, a `Trace` per strategy comes out.
 *
 * | name      | meaning                                                            |
 * | --------- | ------------------------------------------------------------------ |
 * | d         | number of hyperparameters (dimensions)                             |
 * | unit      | a point in the unit cube [0, 1]ᵈ: where strategies work            |
 * | x         | the same point as hyperparameter values: what objectives take      |
 * | y         | what the strategy is told: true value + observation noise          |
 * | trueValue | the noiseless value, which no strategy sees                        |
 * | best      | lowest feasible true value so far: what charts and regret use      |
 */
export * from './types/message.ts';
export type * from './types/objective.ts';
export type * from './types/point.ts';
export type * from './types/scenario.ts';
export type * from './types/strategy.ts';
export type * from './types/trace.ts';
export type * from './types/views.ts';
