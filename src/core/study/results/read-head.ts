/** The study that a results file says it answers. */
import { say } from '../../types.ts';
import { readStudy } from '../read-study.ts';
import type { Study } from '../types.ts';
import { damaged, Refusal } from './format.ts';

/** @throws {Refusal} */
export function readHead(json: string, name: string): Study {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    throw damaged(name, 'study (JSON)');
  }
  const read = readStudy(raw);
  if ('study' in read) return read.study;
  const { field = 'format', given = '–', expected = '–' } = read.problems[0].values;
  throw new Refusal(say('problem.results-study', { name, field, given, expected }));
}
