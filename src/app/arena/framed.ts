/** One figure of the Arena alone in a frame of another page. */
import type { Study } from '#core/study/types.ts';
import { FIGURES } from '../address/figures.ts';
import { isEmbedded, type PageOptions } from '../address/options.ts';

/** Its name; empty where the whole page is shown. */
export const framedFigure = (options: PageOptions): string =>
  isEmbedded(options) && options.figure !== 'all' && FIGURES.includes(options.figure) ? options.figure : '';

/** Figures of one problem: its frame computes no other. */
const OF_ONE: readonly string[] = ['regret', 'final-values'];
/** Needs no study. */
const OF_NONE: readonly string[] = ['grid-cost', 'hitting-a-target'];

/** Whether a study is run for it: hours are computed of a study that nobody has run. */
export const needsRuns = (figure: string): boolean =>
  !['', ...OF_NONE, 'machines', 'regret-against-hours', 'makespans'].includes(figure);

/**
 * What a frame's address says of what a figure shows.
 * @param study on screen; undefined: the example
 * @param problem that is looked at, among the study's
 */
export function saidOfFigure(
  figure: PageOptions['figure'],
  study: Study | undefined,
  problem: number,
): Partial<PageOptions> {
  if (!study || OF_NONE.includes(figure)) return { figure, study: '' };
  const asked = OF_ONE.includes(figure) ? { ...study, problems: [study.problems[problem]] } : study;
  return { figure, study: JSON.stringify(asked) };
}
