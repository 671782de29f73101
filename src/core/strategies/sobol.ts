import { sobol as sequence } from '../sampling/sobol.ts';
import { say, type Message, type StrataView, type Strategy } from '../types.ts';

/**
 * Sobol’s sequence: every next point goes where the ones before left the largest gaps, in all dimensions at once.
 * Of the first 2ᵐ points each of 2ᵐ equal slices of every range holds one. The plain sequence begins in the corner
 * where every hyperparameter is lowest (dropping that point would break the promise; Owen 2020, On dropping the first
 * Sobol’ point); scrambling moves it, keeps the promise, and makes another design for every seed.
 */
export const sobol: Strategy = {
  id: 'sobol',
  params: {
    scramble: { kind: 'choice', options: ['owen', 'none'], default: 'owen' },
  },
  oblivious: true,
  source: 'Sobol’ (1967); Joe & Kuo (2008), SIAM J. Sci. Comput. 30; Owen (1998), scrambling',
  *search({ dim, dimensions, params, stream }) {
    const points = sequence(dim, params.scramble === 'owen' ? stream('scramble') : undefined);
    let slices = 1;
    let view = strata(slices);
    for (let point = 1; ; point++) {
      if (point > slices) view = strata((slices *= 2));
      yield { unit: points.next().value, why: because(point, slices, params.scramble as string), view };
    }

    /** Integers have slices of their own. */
    function strata(count: number): StrataView {
      return { kind: 'strata', counts: dimensions.map(({ kind }) => (kind === 'integer' ? 1 : count)) };
    }
  },
};

function because(point: number, slices: number, scramble: string): Message {
  if (point === 1) return say(`sobol.first-${scramble}`);
  if (point === slices) return say('sobol.complete', { point });
  return say('sobol.gap', { point, slices, empty: slices - point });
}
