/** A class as files. */
import { classCsv } from '#core/play/class-csv.ts';
import { objectiveOf } from '#core/play/challenge.ts';
import type { ClassRoom } from './class.svelte.ts';
import type { Listed } from './results.ts';

/** Without names nobody is named; a file may be called as its player. */
const named = ({ anonymous }: ClassRoom, listed: Listed, name: string): Listed =>
  anonymous ? { ...listed, name, source: null } : listed;

/** The table of `sim class`; the byte-order mark is for Excel. @param nameOf somebody in place of a name */
export const csvOf = (room: ClassRoom, nameOf: (one: Listed) => string): string =>
  `\uFEFF${classCsv(room.listed.map((one) => named(room, one, nameOf(one))))}`;

export function jsonOf(room: ClassRoom, nameOf: (one: Listed) => string): string {
  const { challenge, playing, dimensions } = room;
  const results = room.listed
    .map((one) => named(room, one, nameOf(one)))
    .map(
      ({ name, code, challenge: played, status, rank, best, gap, trial, points, course, source, line }) => ({
        ...{ name, code, challenge: played, status, rank, best, gap, trial, source, line },
        ...(points && { points, course }),
      }),
    );
  const file = {
    format: 'trial-by-trial/class',
    version: 1,
    challenge: playing ?? null,
    ...(challenge && { game: challenge, problem: objectiveOf(challenge) }),
    hyperparameters: dimensions.map(({ id, scale, lo, hi }) => ({ id, scale, lo, hi })),
    results,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** `trial-by-trial_class_AE0001JW.csv` */
export const classFile = ({ playing }: ClassRoom, format: string): string =>
  `trial-by-trial_class${playing === undefined ? '' : `_${playing}`}.${format}`;
