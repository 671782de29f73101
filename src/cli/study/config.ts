/** The study file, taken as it is or refused. */
import { shorten } from '#core/params.ts';
import { readStudy } from '#core/study/read-study.ts';
import type { Study } from '#core/study/types.ts';
import { LARGEST_TEXT, readFile } from '../read-file.ts';
import { firstRefusal, withMore } from '../sentences.ts';
import { UsageError } from '../usage.ts';
import { doubledKey } from './doubled-key.ts';
import { cannotBeRead } from './files.ts';

/** @throws {UsageError} which names the file and the field */
export function readConfig(path: string): Study {
  let bytes: Buffer;
  try {
    bytes = readFile(path, LARGEST_TEXT);
  } catch (error) {
    throw cannotBeRead(path, error);
  }
  let text: string;
  try {
    // A byte that is no UTF-8 would change a name without a word. A byte order mark at the beginning is left out.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${path} is not in UTF-8: save it as text in this encoding.`);
  }
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}.`);
  }
  const doubled = doubledKey(text);
  if (doubled !== undefined)
    throw new UsageError(`${path}: ${shorten(doubled)} is there twice; keep the one that is meant.`);
  const read = readStudy(raw);
  if ('study' in read) return read.study;
  const more = read.problems.filter(({ key }) => key.startsWith('problem.study-')).length - 1;
  const first = firstRefusal(read.problems);
  throw new UsageError(`${path}: ${withMore(first, more)}`);
}
