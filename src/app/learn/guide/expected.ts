/** The order that a reader expected, for some answers: kept as any prediction, under a name that the answers are part of. */
import { answersText } from '../../../learn/guide.ts';
import type { Answers } from '../../../learn/questions.ts';
import type { Chapter } from '../../../learn/types.ts';
import type { Progress } from '../progress.svelte.ts';

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
