/** The study file, taken as it is or refused. */
import { readFileSync } from 'node:fs';
import { readStudy } from '../../core/study/read-study.ts';
import type { Study } from '../../core/study/types.ts';
import { reason, UsageError } from '../usage.ts';
import { firstRefusal } from './sentences.ts';

/** @throws {UsageError} which names the file and the field */
export function readConfig(path: string): Study {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${path} could not be read: ${reason(error)}.`);
  }
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}.`);
  }
  const read = readStudy(raw);
  if ('study' in read) return read.study;
  const more = read.problems.filter(({ key }) => key.startsWith('problem.study-')).length - 1;
  throw new UsageError(
    `${path}: ${firstRefusal(read.problems)}${more > 0 ? ` (And ${more} more like this.)` : ''}`,
  );
}
