/** Runs that are compared, trial by trial, in an order that does not depend on how they were given. */
import { strategies } from '../strategies/index.ts';
import type { Message } from '../types.ts';
import type { Moment, MomentKind, RunSoFar } from './types.ts';

const places = new Map(strategies.map(({ id }, place) => [id, place]));
const placeOf = (id: string): number => places.get(id) ?? places.size;

/** The order in which strategies are named: that of the registry, unknown ones behind it by their ids. */
export const byPlace = (a: string, b: string): number =>
  placeOf(a) - placeOf(b) || (a < b ? -1 : a > b ? 1 : 0);

export const inOrder = (runs: readonly RunSoFar[]): RunSoFar[] =>
  runs.toSorted((a, b) => byPlace(a.strategy.id, b.strategy.id));

/** Up to which trial runs can be compared: all have come so far, or have ended. */
export function comparableTrials(runs: readonly RunSoFar[]): number {
  const going = runs.filter(({ unused }) => unused === undefined).map(({ trials }) => trials.length);
  const longest = runs.reduce((most, { trials }) => Math.max(most, trials.length), 0);
  return Math.min(longest, ...going);
}

/**
 * The trials at which somebody's lowest feasible true value fell, as far as runs can be compared, with everybody's after it: ∞
 * while there is none. A run that ended keeps its last. The list of values is one, changed in place.
 */
export function* improvements(
  runs: readonly RunSoFar[],
): Generator<{ trial: number; values: readonly number[] }, void, void> {
  const until = comparableTrials(runs);
  const values = runs.map(() => Infinity);
  for (let trial = 1; trial <= until; trial++) {
    let changed = false;
    for (let i = 0; i < runs.length; i++) {
      const best = runs[i].trials[trial - 1]?.best ?? Infinity;
      if (!(best < values[i])) continue;
      values[i] = best;
      changed = true;
    }
    if (changed) yield { trial, values };
  }
}

export const idsOf = (runs: readonly RunSoFar[]): string => runs.map(({ strategy }) => strategy.id).join(',');

export const moment = (
  trial: number,
  { strategy }: RunSoFar,
  kind: MomentKind,
  message: Message,
  weight: number,
): Moment => ({ trial, strategy: strategy.id, kind, message, weight });

/** Digits that a sentence has for a value. */
const DIGITS = 4;
/** Whether two values look different in a sentence. */
export const tellable = (a: number, b: number): boolean => a.toPrecision(DIGITS) !== b.toPrecision(DIGITS);
