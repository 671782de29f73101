/**
 * Results of a class, found in whatever they came in: a chat as it was copied, lists, links, files. Every code is found,
 * whatever stands around it, with the name before it; what is wrong with one is said of it alone.
 */
import { say, type Message } from '../types.ts';
import { challengeCode, type Challenge } from './challenge.ts';
import { nameBefore, nameInLink } from './names.ts';
import { gameCode, PREFIX, readGame, type Game } from './result-code.ts';

export interface Source {
  /** What messages call it: a file's name; absent where there is but one. */
  name?: string;
  text: string;
}

export type ResultStatus =
  /** All trials were made. */
  | 'whole'
  /** The game was left before its last trial: what was reached until then counts. */
  | 'unfinished'
  | 'doubled'
  | 'other-challenge'
  | 'other-version'
  | 'damaged';

export interface Result {
  /** As it stood there; what a line break had cut is put together. */
  code: string;
  /** Before the code, on its line or in its link; '' where there is none. */
  name: string;
  source?: string;
  /** 1-based, where the code begins. */
  line: number;
  status: ResultStatus;
  /** Where the code could be read. */
  game?: Game;
  /** Of what is damaged, where that much could be read. */
  challenge?: Challenge;
  /** What is wrong, where something is. */
  problem?: Message;
}

export interface ClassResults {
  /** The challenge that the class plays: as given, else that of most results, of equally many the first. */
  challenge: Challenge | undefined;
  /** Every result that was found, in the order of the text. */
  results: Result[];
}

/**
 * | key                              | values                           |
 * | -------------------------------- | -------------------------------- |
 * | problem.result-…                 | as `readGame` says it            |
 * | problem.class-other-challenge    | given, expected: codes           |
 * | problem.class-doubled            | first: line                      |
 * | problem.class-doubled-elsewhere  | first: line, source              |
 *
 * @param expected the challenge of the class, where it is known
 */
export const readClass = (sources: readonly Source[], expected?: Challenge): ClassResults =>
  asClass(sources.flatMap(resultsIn), expected);

/** Judges results against each other, as {@link readClass} does: which are doubled, which of another challenge. */
export function asClass(results: Result[], expected?: Challenge): ClassResults {
  const challenge = expected ?? mostPlayed(results);
  const playing = challenge && challengeCode(challenge);
  const first = new Map<string, Result>();
  for (const result of results) {
    if (!result.game) continue;
    const played = challengeCode(result.game.challenge);
    const before = first.get(result.code);
    if (before) {
      result.status = 'doubled';
      result.problem =
        before.source === undefined || before.source === result.source
          ? say('problem.class-doubled', { first: before.line })
          : say('problem.class-doubled-elsewhere', { first: before.line, source: before.source });
    } else if (played !== playing) {
      result.status = 'other-challenge';
      result.problem = say('problem.class-other-challenge', { given: played, expected: playing! });
    }
    if (!before) first.set(result.code, result);
  }
  return { challenge, results };
}

function mostPlayed(results: readonly Result[]): Challenge | undefined {
  const counts = new Map<string, { challenge: Challenge; count: number }>();
  const seen = new Set<string>();
  for (const { game, code } of results) {
    if (!game || seen.has(code)) continue;
    seen.add(code);
    const key = challengeCode(game.challenge);
    const entry = counts.get(key) ?? { challenge: game.challenge, count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  let most: { challenge: Challenge; count: number } | undefined;
  for (const entry of counts.values()) if (!most || entry.count > most.count) most = entry;
  return most?.challenge;
}

/** Letters and digits in a row, but not after letters of other scripts only: these part words as blanks do. */
const WORD = /[0-9A-Za-z]+/g;
/** What chat programs put between characters, and nobody sees. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** Between the pieces of a code that was broken over lines: blanks, and signs of quotation. */
const BROKEN = /^[\s>|*_`]{1,40}$/;
/** No code has as many characters: words of any length are read in a time that grows no faster than they do. */
const LONGEST = 256;
/** Pieces at most of one code. */
const MOST_PIECES = 8;

interface Word {
  text: string;
  at: number;
}

/** A result that was found before, by its code alone: what is wrong with it is found again. */
export function resultAgain({ code, ...where }: Pick<Result, 'code' | 'name' | 'source' | 'line'>): Result {
  return { code, ...where, ...outcome(readGame(code)) };
}

/** All results of a text, each judged by itself. */
export function resultsIn({ name: source, text: given }: Source): Result[] {
  const text = given.replace(UNSEEN, '').replace(/\r\n?/g, '\n');
  const words = [...wordsIn(text)];
  const results: Result[] = [];
  let line = 1;
  let counted = 0;
  // Where the text begins that the next name may stand in.
  let free = 0;
  for (let w = 0; w < words.length; w++) {
    if (!isCandidate(words[w])) continue;
    const { at } = words[w];
    const { read, code, end, pieces } = whole(text, words, w);
    if ('problem' in read && code.startsWith(PREFIX) && !BEGUN.test(code)) continue;
    for (; counted < at; counted++) if (text.charCodeAt(counted) === 10) line += 1;
    const name = nameInLink(text.slice(end, end + 400)) ?? nameBefore(text, free, at);
    free = end;
    w += pieces - 1;
    const previous = results.at(-1);
    // A code and its link are one mention.
    if (previous && previous.code === code && (name === '' || name === previous.name)) continue;
    results.push({ code, name, ...(source !== undefined && { source }), line, ...outcome(read) });
  }
  return results;
}

type Read = ReturnType<typeof readGame>;

function outcome(read: Read): Pick<Result, 'status' | 'game' | 'challenge' | 'problem'> {
  if ('problem' in read)
    return { ...read, status: read.problem.key === 'problem.result-version' ? 'other-version' : 'damaged' };
  const { game } = read;
  return {
    game,
    challenge: game.challenge,
    status: game.moves.length < game.challenge.trials ? 'unfinished' : 'whole',
  };
}

/** Words, cut where a code is glued to what stands before it. */
function* wordsIn(text: string): Generator<Word> {
  for (const { 0: word, index } of text.matchAll(WORD)) {
    let from = 0;
    for (let cut = word.indexOf(PREFIX, 1); cut > 0; cut = word.indexOf(PREFIX, cut + 1)) {
      const { end } = firstCode(word.slice(cut));
      if (end === 0) continue;
      yield { text: word.slice(from, cut), at: index + from };
      from = cut;
    }
    yield { text: word.slice(from), at: index + from };
  }
}

/** The code that a word begins with, where something may be glued to its end; `end` is 0 where there is none. */
function firstCode(given: string): { read: Read; end: number } {
  const word = given.slice(0, LONGEST);
  const read = readGame(word);
  if ('game' in read) return { read, end: word.length };
  if (read.challenge)
    for (let end = word.length - 1; end > PREFIX.length; end--) {
      const part = readGame(word.slice(0, end));
      if ('game' in part) return { read: part, end };
    }
  return { read, end: 0 };
}

const isCandidate = ({ text }: Word): boolean => text.startsWith(PREFIX) || ALMOST.test(text);

/** What begins like a code and is one, or was: a short word may just begin so. */
const BEGUN = new RegExp(`^${PREFIX}(?:[0-9A-Z]{3}|.{9})`);
/** A prefix with one character wrong, missing or too many, or two exchanged, before what looks like no word. */
const ALMOST =
  /^(?=.*\d)(?=.*[A-Z])(?:[0-9A-Za-z]bT|T[0-9A-Za-z]T|Tb[0-9A-Za-z]|bT|TT|Tb|bTT|TTb|[0-9A-Za-z]TbT|T[0-9A-Za-z]bT|Tb[0-9A-Za-z]T)[0-9A-F][0-9A-Z]{5}/;

/** A code with what line breaks cut off it, where that makes it whole; `end` is where the text goes on. */
function whole(
  text: string,
  words: readonly Word[],
  first: number,
): { read: Read; code: string; end: number; pieces: number } {
  const { text: word, at } = words[first];
  const { read, end } = firstCode(word);
  // Of what is damaged no more is kept than what was looked at.
  const alone = { read, code: word.slice(0, end || LONGEST), end: at + (end || word.length), pieces: 1 };
  if (end > 0) return alone;
  let code = word;
  for (let pieces = 2; pieces <= MOST_PIECES && first + pieces <= words.length; pieces++) {
    const before = words[first + pieces - 2];
    const next = words[first + pieces - 1];
    const between = text.slice(before.at + before.text.length, next.at);
    if (!BROKEN.test(between) || next.text.startsWith(PREFIX)) break;
    code += next.text;
    if (code.length > LONGEST) break;
    const joined = readGame(code);
    if ('game' in joined) return { read: joined, code, end: next.at + next.text.length, pieces };
  }
  return alone;
}

/** A game as it is sent: the name before its code. */
export const gameText = (game: Game, name = ''): string =>
  name.trim() === '' ? gameCode(game) : `${name.trim()}: ${gameCode(game)}`;
