/** What is known of a problem, as keys of the words that say exactly that. */
import type { Facts } from '#core/types.ts';
import type { TextKey } from '../i18n/index.svelte.ts';

export interface FactWords {
  /** What holds, and what does not. */
  stated: TextKey[];
  /** What nobody has looked into. */
  unknown: TextKey[];
}

/**
 * “Not one valley” says less in several dimensions than in one: a single valley that is curved has lines across which the value
 * rises and falls again. Of a single hyperparameter every function is a sum of functions of one.
 */
export function factWords(facts: Facts, dimensions: number): FactWords {
  const several = dimensions > 1;
  const all: readonly (readonly [boolean | null, yes: TextKey, no: TextKey])[] = [
    [facts.convex, 'problem.convex', 'problem.notConvex'],
    several
      ? [facts.unimodal, 'problem.unimodalLines', 'problem.notUnimodalLines']
      : [facts.unimodal, 'problem.unimodal', 'problem.notUnimodal'],
    ...(several ? [[facts.separable, 'problem.separable', 'problem.notSeparable'] as const] : []),
    [facts.smooth, 'problem.smooth', 'problem.notSmooth'],
  ];
  return {
    stated: all.flatMap(([holds, yes, no]) => (holds === null ? [] : [holds ? yes : no])),
    unknown: all.flatMap(([holds, yes]) => (holds === null ? [yes] : [])),
  };
}
