import { minimiserBoxes } from '../minimisers.ts';
import type { BracketView, Problem, Trace } from '../types.ts';

/** Rounding at the edge of a bracket is not a loss. */
const SLACK = 1e-9;

export interface FatalStep {
  /** 1-based number of the trial whose observation led to the cut. */
  trial: number;
  /** The dimension along which the cut was made. */
  axis: number;
}

/**
 * The trial after which the search’s box no longer held any global minimiser; null where it still does, or where
 * the strategy keeps no box. Once lost it stays lost: boxes only shrink.
 */
export function fatalStep(
  { trials, closing }: Pick<Trace, 'trials' | 'closing'>,
  problem: Problem,
): FatalStep | null {
  const holds = holdsOptimum(problem);
  for (const [i, { view }] of trials.entries()) {
    if (view?.kind === 'bracket' && !holds(view)) return { trial: i, axis: view.cut?.axis ?? view.axis };
  }
  const last = closing?.view;
  if (last?.kind === 'bracket' && !holds(last))
    return { trial: trials.length, axis: last.cut?.axis ?? last.axis };
  return null;
}

/** Whether a box (unit coordinates) still holds a global minimiser, as far as they are known. */
export function holdsOptimum(problem: Problem): (view: Pick<BracketView, 'lo' | 'hi'>) => boolean {
  if (problem.optimum.more) return () => true;
  const boxes = minimiserBoxes(problem);
  return ({ lo, hi }) =>
    boxes.some((box) => box.lo.every((low, j) => low <= hi[j] + SLACK && box.hi[j] >= lo[j] - SLACK));
}
