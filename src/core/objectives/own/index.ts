/** What pages and the command line need to know of functions of the reader's own, besides the objectives themselves. */
export { readCsvBytes, readCsvTable, LARGEST_TABLE, type CsvTable } from './read-csv-table.ts';
export type { CsvChoice, CsvColumn } from './csv-survey.ts';
export { CLOSEST_KNOTS, knotsProblem, MOST_KNOTS, TALLEST } from './drawn.ts';
export { formulaMinimum } from './formula.ts';
export type { Minimum } from './minimum.ts';
export { CONSTANTS, FUNCTIONS, MOST_VARIABLES, variableNames } from './operations.ts';
export { LONGEST_FORMULA, parseFormula } from './parse-formula.ts';
export { formatSpace, readSpace, variableSpace, type ScaleName, type SpaceEntry } from './space-text.ts';
export { MOST_POINTS } from './table.ts';
