/** Points that a reader has placed in a chapter, to be used in another one. */
import { hasStrategy } from '#core/strategies/index.ts';
import { placedLab, readPlaces } from '../../learn/placements.ts';
import type { Figure } from '../../learn/figures.ts';
import type { Progress } from './progress.svelte.ts';

export const placements = {
  /**
   * What was committed to a prediction of the kind `plane`: `placements.read(progress, 'tuning', 'places')`.
   * @returns points in the problem's units, in the order in which they were placed; undefined where there are none
   */
  read: (progress: Progress, chapter: string, prediction: string): number[][] | undefined =>
    readPlaces(progress.prediction(chapter, prediction)),
};

/** What a figure's `points` names. */
export function pointsOf(progress: Progress, points: string | undefined): number[][] | undefined {
  const [chapter, prediction] = points?.split('/') ?? [];
  return chapter && prediction ? placements.read(progress, chapter, prediction) : undefined;
}

/** A figure whose run is the reader's points, or has them in it, where there are such and the engine can run them. */
export function withPlaced(figure: Figure, progress: Progress): Figure {
  if (figure.kind !== 'stage') return figure;
  const points = pointsOf(progress, figure.points);
  return points && hasStrategy('manual')
    ? { ...figure, lab: placedLab(figure.lab, points, figure.beside) }
    : figure;
}
