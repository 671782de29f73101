/** Moments as the clock meets them. */
import type { Moment } from './types.ts';

export interface MomentsAtTrial {
  /** Number of trials, as of {@link Moment}. */
  trial: number;
  /** The one that a caption says. */
  first: Moment;
  /** All of them, in the order in which they should be said. */
  moments: Moment[];
}

/** @param moments as `momentsOf` gives them, or some of these in their order */
export function momentsByTrial(moments: readonly Moment[]): MomentsAtTrial[] {
  const groups: MomentsAtTrial[] = [];
  for (const moment of moments) {
    const last = groups.at(-1);
    if (last?.trial === moment.trial) last.moments.push(moment);
    else groups.push({ trial: moment.trial, first: moment, moments: [moment] });
  }
  return groups;
}

/** The one to be said first at the nearest earlier trial that has any; undefined where none has. */
export const momentBefore = (moments: readonly Moment[], trial: number): Moment | undefined => {
  const earlier = moments.findLast((moment) => moment.trial < trial)?.trial;
  return moments.find((moment) => moment.trial === earlier);
};

/** The one to be said first at the nearest later trial that has any; undefined where none has. */
export const momentAfter = (moments: readonly Moment[], trial: number): Moment | undefined =>
  moments.find((moment) => moment.trial > trial);
