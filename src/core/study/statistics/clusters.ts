/**
 * What shares luck, and so counts once.
 *
 * Random streams are labelled by seed, strategy, objective and repeat: on problems that have the objective's id in
 * common (the same parabola under more and more noise, say) a strategy meets the same random numbers in the same repeat,
 * and what it wins there by luck it wins on all of them. Different repeats, and different objectives, are independent.
 */
import type { StudyProblem } from '../types.ts';

/** Problems with the same key share the luck of a repeat. */
export const clusterOf = ({ objective }: StudyProblem): string => objective.id;

/** Places in the list of problems, those that share luck together. */
export function clustersOf(problems: readonly StudyProblem[]): number[][] {
  const together = new Map<string, number[]>();
  problems.forEach((problem, place) => {
    const key = clusterOf(problem);
    const known = together.get(key);
    if (known) known.push(place);
    else together.set(key, [place]);
  });
  return [...together.values()];
}
