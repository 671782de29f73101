/** Results as the page lists them, and what becomes of them when more are read. */
import { quote } from '#core/params.ts';
import { readChallenge, type Challenge } from '#core/play/challenge.ts';
import type { ClassAnswer, ClassEntry, KeptResult } from '#core/play/class-reading.ts';
import type { Source } from '#core/play/class-text.ts';
import { say, type Message } from '#core/types.ts';

/** A result on the page. */
export interface Listed extends ClassEntry {
  id: number;
}
/** One that counts. */
export interface Player extends Listed {
  points: number[][];
  course: number[];
  best: number;
  rank: number;
}

/** What the last texts brought. */
export interface Brought {
  /** New results that count, and others. */
  counted: number;
  wrong: number;
  /** That were there already. */
  known: number;
}

/** The challenge of a code, where it is one. */
export function challengeIn(code: string): Challenge | undefined {
  const read = readChallenge(code);
  return 'challenge' in read ? read.challenge : undefined;
}

export const isPlayer = (one: Listed): one is Player => one.points !== undefined;

/**
 * @param before what is kept by now: somebody may have been given another name meanwhile, or be gone
 * @param next gives ids
 */
export function merged(
  { entries, known }: ClassAnswer,
  before: readonly KeptResult[],
  next: () => number,
): { listed: Listed[]; kept: KeptResult[]; brought: Brought } {
  const brought: Brought = { counted: 0, wrong: 0, known };
  const kept = new Map(before.map((one) => [one.id, one]));
  const listed = entries.flatMap((entry): Listed[] => {
    const { id, code, name, source, line } = entry;
    if (id !== undefined) {
      const now = kept.get(id);
      return now ? [{ ...entry, id, name: now.name }] : [];
    }
    if (entry.points) brought.counted += 1;
    else brought.wrong += 1;
    const found = { id: next(), code, name, line, ...(source !== null && { source }) };
    kept.set(found.id, found);
    return [{ ...entry, id: found.id }];
  });
  return { listed, kept: [...kept.values()], brought };
}

export function nothingIn(sources: readonly Source[]): Message {
  const names = sources.flatMap(({ name }) => (name === undefined ? [] : [quote(name)]));
  return names.length > 0
    ? say('notice.class-none-in', { name: names.join(', ') })
    : say('notice.class-none');
}
