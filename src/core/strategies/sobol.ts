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
    const rounded = dimensions.some(({ kind }) => kind === 'integer');
    let slices = 1;
    let view = strata(slices);
    for (let point = 1; ; point++) {
      if (point > slices) view = strata((slices *= 2));
      const why =
        point === 1 ? say(`sobol.first-${params.scramble as string}`) : because(point, slices, rounded);
      yield { unit: points.next().value, why, view };
    }

    /** Integers have slices of their own. */
    function strata(count: number): StrataView {
      return { kind: 'strata', counts: dimensions.map(({ kind }) => (kind === 'integer' ? 1 : count)) };
    }
  },
};

/** Which slices are filled is true of the sequence; rounding to integers may move a point to another slice. */
function because(point: number, slices: number, rounded: boolean): Message {
  const suffix = rounded ? '-rounded' : '';
  if (point === slices) return say(`sobol.complete${suffix}`, { point });
  return say(`sobol.gap${suffix}`, { point, slices, empty: slices - point });
}
