/**
 * `sim check FILE`: holds the core’s numbers against a file of reference values and says the largest errors. Two formats
 * are known (`shared/reference`, or the excerpts beside the tests), told apart by their outermost bracket: an object
 * holds golden values of the surrogate, a list holds values of BBOB functions.
 */
import { checkBbob, type BbobReport } from './bbob.ts';
import { checkGolden, type GoldenReport } from './golden.ts';

/** @throws {Error} one sentence, where the data are not in a known format */
export function checkFile(data: unknown): GoldenReport | BbobReport {
  if (Array.isArray(data)) return checkBbob(data);
  if (typeof data === 'object' && data !== null) return checkGolden(data);
  throw new Error(
    'This is not a file of reference values: expected an object of golden values or a list of BBOB values.',
  );
}
