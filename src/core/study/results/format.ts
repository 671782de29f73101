/** What both kinds of results files have in common. */
import { ENGINE } from '../../engine.ts';
import { say, type Message } from '../../types.ts';
import { RowError, type StudyColumns } from '../columns.ts';
import { FLAG, type RunRecord, type Study } from '../types.ts';

export const FORMAT = 'trial-by-trial/results';
/** Of how a file is written, less one. */
const FORM = 0;
/** Runs of another engine are not read: whoever went on with them would mix two. */
export const VERSION = FORM + ENGINE;

/** In the order of the files. */
export const COLUMN_NAMES = [
  'problem',
  'strategy',
  'repeat',
  'trial',
  'batch',
  'y',
  'value',
  'best',
  'regret',
  'status',
  'flags',
] as const satisfies readonly (keyof StudyColumns)[];

export interface Results {
  study: Study;
  /** In the order of the file; `thinkingSeconds` is NaN. */
  records: RunRecord[];
}

/** Why a file was not read; caught where reading began. */
export class Refusal extends Error {
  readonly said: Message;
  constructor(said: Message) {
    super(said.key);
    this.said = said;
  }
}

export const foreign = (name: string): Refusal => new Refusal(say('problem.results-foreign', { name }));

/** @param row complete rows that are there */
export const truncated = (name: string, row: number): Refusal =>
  new Refusal(say('problem.results-truncated', { name, row }));

export const altered = (name: string, given: string, expected: string): Refusal =>
  new Refusal(say('problem.results-altered', { name, given, expected }));

/** @param place a part of the file, by its technical name */
export const damaged = (name: string, place: string): Refusal =>
  new Refusal(say('problem.results-damaged', { name, place }));

export const atRow = (name: string, { place }: RowError): Refusal =>
  new Refusal(say('problem.results-row', { name, ...place }));

export const otherVersion = (name: string, given: string): Refusal =>
  new Refusal(say('problem.results-version', { name, given, known: VERSION }));

/** Most rows that results of the study can have. */
export const maxRows = ({ problems, strategies, repeats, budget }: Study): number =>
  problems.length * strategies.length * repeats * budget;

const BITS = Object.values(FLAG).reduce((all, bit) => all | bit, 0);

/**
 * Holds the columns that follow from others against these: a file can be intact and still say what no run can.
 * @throws {RowError}
 */
export function checkConsistent({ rows, trial, y, value, best, regret, status, flags }: StudyColumns): void {
  let lowest = NaN;
  for (let row = 0; row < rows; row++) {
    if (trial[row] === 1) lowest = NaN;
    const bits = flags[row];
    if ((bits & ~BITS) !== 0) throw new RowError(row, 'flags', bits, `0 … ${BITS}`);
    const failed = (bits & FLAG.failed) !== 0;
    const expected = failed ? 'failed' : bits & FLAG.infeasible ? 'infeasible' : 'ok';
    const said = status.names[status.codes[row]];
    if (said !== expected) throw new RowError(row, 'status', said, expected);
    checkEvaluated(row, 'y', y[row], failed);
    checkEvaluated(row, 'value', value[row], failed);
    if (expected === 'ok' && !(value[row] >= lowest)) lowest = value[row];
    if (!same(best[row], lowest)) throw new RowError(row, 'best', shown(best[row]), shown(lowest));
    // Its value rests on a minimum that may be known better by now.
    if (Number.isNaN(regret[row]) !== Number.isNaN(lowest))
      throw new RowError(row, 'regret', shown(regret[row]), Number.isNaN(lowest) ? '–' : '−∞ < · < ∞');
  }
}

/** A number where the evaluation gave one, nothing where it failed. */
function checkEvaluated(row: number, column: string, given: number, failed: boolean): void {
  if (Number.isFinite(given) === failed || (failed && !Number.isNaN(given)))
    throw new RowError(row, column, shown(given), failed ? '–' : '−∞ < · < ∞');
}

/** −0 and 0 are equal: of two equal values, either may have been the lower. */
const same = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));
const shown = (x: number): string => (Number.isNaN(x) ? '–' : String(x));
