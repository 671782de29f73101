/** The problem of a day: the same for everybody whose calendar shows it, with no server to ask. */
import { stream } from '../rng.ts';
import { MOST_SEED, usualChallenge, type Challenge } from './challenge.ts';

/** A day as it stands on a calendar: January is 1. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

/** @returns 1 … {@link MOST_SEED} */
export const seedOfDay = ({ year, month, day }: Day): number =>
  1 + stream('daily', year, month, day).below(MOST_SEED);

/** Two knobs in the dark, as the game offers them, on the landscape of the day. */
export const challengeOfDay = (day: Day): Challenge => usualChallenge('two-knobs', seedOfDay(day));
