/** Phase diagrams: over two dials of a scenario, how often each strategy reaches a target, and who does so most often. */
export { placersOf } from '../../placing.ts';
export { gridOf, goalOf, placementsOf, cellScenario, cellSettings, type Grid } from './cells.ts';
export { checkQuestion, PHASE_LIMITS } from './check.ts';
export { dialsOf, limitsOf, paramOf, suggestAxis, TARGET_LIMITS } from './dials.ts';
export { cellOrder, countRuns, FIRST_ROUND, placeOf, planRuns, runAt, STRIDES } from './plan.ts';
export { makeTheory } from './promises.ts';
export { makeRunner, runOutcome, type Runner } from './run.ts';
export { SIGNIFICANCE, Tally, type Verdict } from './tally.ts';
export {
  OUTCOME,
  PROMISED,
  type Dial,
  type Outcome,
  type PhaseAxis,
  type PhaseQuestion,
  type Target,
} from './types.ts';
