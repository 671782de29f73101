/** What pages and the command line need to know of functions of the reader's own, besides the objectives themselves. */
export {
  LARGEST_TABLE,
  makerName,
  MOST_HYPERPARAMETERS,
  MOST_VALUES,
  readTable,
  readTableBytes,
  tableNames,
} from './reading/index.ts';
export type * from './reading/types.ts';
export { CLOSEST_KNOTS, knotsProblem, MOST_KNOTS, TALLEST } from './drawn.ts';
export { formulaMinimum } from './formula.ts';
export type { Minimum } from './formula/minimum/minimum.ts';
export { LONGEST_FORMULA, MOST_VARIABLES } from './formula/limits.ts';
export { CONSTANTS, FUNCTIONS, variableNames } from './formula/operations.ts';
export { parseFormula } from './formula/parse.ts';
export { formatSpace, readSpace, variableSpace, type ScaleName, type SpaceEntry } from './space-text.ts';
export { fallbackName, MOST_POINTS } from './table.ts';
