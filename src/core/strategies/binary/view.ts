import type { BracketView } from '../../types.ts';

/**
 * The box that the brackets of all hyperparameters make.
 * @param brackets in unit coordinates, one per dimension
 * @param probes unit coordinates of what is compared along the axis
 * @param cut what the comparison before threw away
 */
export const bracketView = (
  axis: number,
  brackets: readonly { lo: number; hi: number }[],
  probes: number[],
  cut: BracketView['cut'],
): BracketView => ({
  kind: 'bracket',
  axis,
  lo: brackets.map(({ lo }) => lo),
  hi: brackets.map(({ hi }) => hi),
  probes,
  ...(cut && { cut }),
});
