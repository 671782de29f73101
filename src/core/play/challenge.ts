/**
 * A challenge: one question for a class, short enough to be typed. Its code has eight symbols of five bits:
 *
 * | bits | what                                                                  |
 * | ---- | --------------------------------------------------------------------- |
 * | 2    | version, {@link VERSION}; no version is 0                             |
 * | 3    | problem, its place in {@link PROBLEMS}                                |
 * | 5    | trials − 1                                                            |
 * | 2    | help, its place in {@link HELPS}                                      |
 * | 20   | seed − 1                                                              |
 * | 3    | check: the low bits of the CRC-32 of the 32 bits before               |
 * | 5    | check symbol (`symbols.ts`): one wrong symbol, or two that changed places |
 *
 * Both checks are those of every version, so that a code of a later one is told from a damaged one.
 */
import { defaultNoiseOf, getObjective } from '../objectives/index.ts';
import { readParams } from '../params.ts';
import { crc32 } from '../study/results/crc32.ts';
import { say, type Choice, type Message, type Noise, type Scenario } from '../types.ts';
import { checkSymbol, symbolsOf, textOf } from './symbols.ts';

export const VERSION = 1;
/** Symbols of a code. */
export const LENGTH = 8;
export const MOST_TRIALS = 32;
export const MOST_SEED = 1_000_000;

export type ProblemName = 'one-knob' | 'tuner' | 'two-knobs' | 'three-knobs' | 'dropout';

/** In the order of their numbers in codes: a new one goes to the end, and none is taken away. */
export const PROBLEMS: readonly { name: ProblemName; objective: string; knobs?: number; trials: number }[] = [
  { name: 'one-knob', objective: 'landscape', knobs: 1, trials: 8 },
  // Learning rate and L2 penalty: the tuner's chair of codes that were handed out before `dropout` took its place.
  { name: 'tuner', objective: 'mlp-digits', trials: 12 },
  { name: 'two-knobs', objective: 'landscape', knobs: 2, trials: 15 },
  { name: 'three-knobs', objective: 'landscape', knobs: 3, trials: 20 },
  // The tuner's chair: learning rate and dropout, whose errors, and their noise, were measured.
  { name: 'dropout', objective: 'mlp-dropout', trials: 12 },
];

/** Those that new games are of, as they are listed. Codes of others are read, played and replayed all the same. */
export const OFFERED: readonly ProblemName[] = ['one-knob', 'dropout', 'two-knobs', 'three-knobs'];

/** What the player sees of a model: nothing, its mean, its uncertainty as well, its acquisition as well. */
export const HELPS = ['blind', 'mean', 'uncertainty', 'acquisition'] as const;
export type Help = (typeof HELPS)[number];

export interface Challenge {
  problem: ProblemName;
  /** 1 … {@link MOST_TRIALS}. */
  trials: number;
  help: Help;
  /** 1 … {@link MOST_SEED}: which landscape, where there are many; the seed of noise, and of strategies beside the player. */
  seed: number;
}

const entryOf = (name: ProblemName) => PROBLEMS.find((one) => one.name === name)!;

/** Trials of a problem as the game offers it. */
export const usualTrials = (problem: ProblemName): number => entryOf(problem).trials;

/** The challenge as the game offers it. */
export const usualChallenge = (problem: ProblemName, seed: number, help: Help = 'blind'): Challenge => ({
  problem,
  trials: usualTrials(problem),
  help,
  seed,
});

/** Code → challenge. `problem` says what is wrong with a code; nothing throws. */
export type ReadChallenge = { challenge: Challenge } | { problem: Message };

/** @throws {RangeError} where a number is none that a challenge can have */
export function challengeCode({ problem, trials, help, seed }: Challenge): string {
  const [kind, level] = [PROBLEMS.indexOf(entryOf(problem)), HELPS.indexOf(help)];
  const fits = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
  if (!fits(trials, MOST_TRIALS) || !fits(seed, MOST_SEED) || kind < 0 || level < 0)
    throw new RangeError(`No challenge has ${trials} trials, the seed ${seed} and the help ${help}.`);
  const head = VERSION * 8 + kind;
  const rest = level * 0x100000 + (seed - 1);
  const symbols = [head, trials - 1, ...inSymbols(rest * 8 + lowBits(head, trials - 1, rest))];
  return textOf([...symbols, checkSymbol(symbols)]);
}

/** 25 bits. */
const inSymbols = (bits: number): number[] => [20, 15, 10, 5, 0].map((shift) => (bits >>> shift) & 31);

/** @param rest 22 bits */
const lowBits = (head: number, trials: number, rest: number): number =>
  crc32(Uint8Array.of(head, trials, rest >>> 16, (rest >>> 8) & 255, rest & 255)) & 7;

/**
 * Reads what was typed.
 *
 * | key                          | values                   |
 * | ---------------------------- | ------------------------ |
 * | problem.challenge-short      | given, expected: symbols |
 * | problem.challenge-long       | given, expected: symbols |
 * | problem.challenge-character  | given                    |
 * | problem.challenge-damaged    | given                    |
 * | problem.challenge-version    | given, known             |
 * | problem.challenge-impossible | given                    |
 */
export function readChallenge(text: string): ReadChallenge {
  const typed = symbolsOf(text);
  if ('character' in typed) return refused(say('problem.challenge-character', { given: typed.character }));
  const { symbols } = typed;
  const count = { given: symbols.length, expected: LENGTH };
  if (symbols.length < LENGTH) return refused(say('problem.challenge-short', count));
  if (symbols.length > LENGTH) return refused(say('problem.challenge-long', count));
  const given = textOf(symbols);
  const [head, trials, ...others] = symbols;
  const bits = others.slice(0, 5).reduce((sum, symbol) => sum * 32 + symbol, 0);
  const rest = bits >>> 3;
  const whole = checkSymbol(symbols.slice(0, -1)) === symbols[LENGTH - 1];
  if (!whole || lowBits(head, trials, rest) !== (bits & 7))
    return refused(say('problem.challenge-damaged', { given }));
  const version = head >>> 3;
  if (version !== VERSION)
    return refused(say('problem.challenge-version', { given: version, known: VERSION }));
  const problem = PROBLEMS[head & 7] as (typeof PROBLEMS)[number] | undefined;
  const seed = (rest & 0xfffff) + 1;
  if (!problem || seed > MOST_SEED) return refused(say('problem.challenge-impossible', { given }));
  return { challenge: { problem: problem.name, trials: trials + 1, help: HELPS[rest >>> 20], seed } };
}

const refused = (problem: Message): { problem: Message } => ({ problem });

/** The problem that is played. */
export function objectiveOf({ problem, seed }: Challenge): { objective: Choice; noise: Noise } {
  const { objective: id, knobs } = entryOf(problem);
  const { params } = getObjective(id);
  const given = knobs === undefined ? {} : { knobs, number: seed };
  return { objective: { id, params: readParams(params, given, id).values }, noise: defaultNoiseOf(id) };
}

/** The question to the engine, with nobody to answer it yet. */
export const scenarioOf = (challenge: Challenge): Scenario => ({
  version: 1,
  ...objectiveOf(challenge),
  budget: challenge.trials,
  seed: challenge.seed,
  repeat: 0,
  strategies: [],
});
