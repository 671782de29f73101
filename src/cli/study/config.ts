/** The study file, taken as it is or refused. */
import { readFileSync } from 'node:fs';
import { readStudy } from '../../core/study/read-study.ts';
import type { Study } from '../../core/study/types.ts';
import { UsageError } from '../usage.ts';
import { cannotBeRead } from './files.ts';
import { firstRefusal } from './sentences.ts';

/** @throws {UsageError} which names the file and the field */
export function readConfig(path: string): Study {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw cannotBeRead(path, error);
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
  const first = firstRefusal(read.problems);
  throw new UsageError(
    `${path}: ${more > 0 ? first.replace(/\.$/, ` (and ${more} more like this).`) : first}`,
  );
}
