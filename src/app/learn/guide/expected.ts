/** The order that a reader expected, for some answers: kept as any prediction, under a name that the answers are part of. */
import type { GuideFigure } from '../../../learn/figures.ts';
import { answersText } from '../../../learn/guide.ts';
import type { Answers } from '../../../learn/questions.ts';
import type { Block, Chapter } from '../../../learn/types.ts';
import type { Progress } from '../progress.svelte.ts';

/** The guide of the section that a block stands in. */
export function figureOf(chapter: Chapter, block: Block): GuideFigure | undefined {
  const figure = chapter.sections.find(({ blocks }) => blocks.includes(block))?.figure;
  return figure?.kind === 'guide' ? figure : undefined;
}

export const keptAs = (id: string, answers: Answers): string => `${id}@${answersText(answers)}`;

/** Strategies’ names, the one expected first at the front; undefined where nothing was expected for these answers. */
export function expectedIn(
  { id, sections }: Chapter,
  progress: Pick<Progress, 'prediction'>,
  answers: Answers,
): readonly string[] | undefined {
  const all = sections.flatMap(({ blocks }) => blocks);
  const asked = all.find((block) => block.kind === 'predict' && block.prediction.kind === 'order');
  if (asked?.kind !== 'predict') return undefined;
  const said = progress.prediction(id, keptAs(asked.id, answers));
  return typeof said === 'string' ? said.split(',') : undefined;
}
