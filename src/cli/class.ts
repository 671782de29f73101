/** `sim class FILE…`: results of a class, found in any text, replayed, as a table. */
import { readChallenge, type Challenge } from '#core/play/challenge.ts';
import { classCsv } from '#core/play/class-csv.ts';
import { classTable, lineOf } from '#core/play/class-table.ts';
import { readClass } from '#core/play/class-text.ts';
import { LARGEST_TEXT, readText } from './read-file.ts';
import { sentence } from './sentences.ts';
import { flags, reason, UsageError } from './usage.ts';

/** As many as a class may hand in, one by one. */
const MOST_FILES = 1000;

/**
 * What is wrong with a result is said on standard error, and its row stays, so that nobody is missed.
 * @returns the exit code
 */
export function classCommand(
  args: string[],
  print: (text: string) => void,
  tell: (text: string) => void,
): number {
  const { values, positionals: paths } = flags(args, { challenge: { type: 'string' } }, MOST_FILES);
  if (paths.length === 0)
    throw new UsageError('class needs a file with results, such as a chat that was copied: sim class FILE.');
  const expected = typeof values.challenge === 'string' ? challengeIn(values.challenge) : undefined;
  const { results } = readClass(
    paths.map((path) => ({ name: path, text: textOf(path) })),
    expected,
  );
  if (results.length === 0)
    throw new UsageError(
      `${paths.length === 1 ? `${paths[0]} holds` : 'These files hold'} no code of a game; one begins with TbT.`,
    );
  print(classCsv(classTable({ results }).map(lineOf)));
  for (const { name, source, line, problem } of results)
    if (problem) tell(`${source}, line ${line}${name === '' ? '' : ` (${name})`}: ${sentence(problem)}\n`);
  return 0;
}

function challengeIn(text: string): Challenge {
  const read = readChallenge(text);
  if ('challenge' in read) return read.challenge;
  throw new UsageError(`--challenge: ${sentence(read.problem)}`);
}

function textOf(path: string): string {
  try {
    return readText(path, LARGEST_TEXT);
  } catch (error) {
    throw new UsageError(`${path} could not be read: ${reason(error)}.`);
  }
}
