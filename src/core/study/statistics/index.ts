/** Everything that can be said of the results of a study, complete or under way. */
export { Accumulator, regretAt, regretFloor, regretTable } from './accumulator.ts';
export { deployedValues, type Judged } from './deployed.ts';
export { clusterOf, clustersOf } from './clusters.ts';
export { quantile } from './quantiles.ts';
export { averageRanks, rankTable, type RankTable } from './ranks.ts';
export {
  budgetUse,
  budgetUseOn,
  finalPoints,
  regretCurve,
  regretSummary,
  type BudgetUse,
  type FinalPoints,
  type RegretCurve,
  type Summary,
} from './regret.ts';
export {
  DEFAULT_TARGETS,
  expectedRunningTime,
  logTargets,
  regretScales,
  relativeTargets,
  runtimeProfile,
  runtimeTo,
  typicalRegret,
  type RuntimeProfile,
} from './runtime.ts';
export { scoreInterval, signFlipTest, type Scores } from './sign-flips.ts';
export { holm, signTest } from './sign-test.ts';
export {
  ALPHA,
  FEWEST_DECIDED,
  verdictOf,
  winMatrix,
  type Comparison,
  type Verdict,
  type WinOptions,
} from './wins.ts';
export { wilsonInterval } from './wilson.ts';
