import { latinHypercube as design } from '../sampling/latin-hypercube.ts';
import { say, type StrataView, type Strategy } from '../types.ts';

/**
 * Latin hypercube: every range is cut into as many slices as there are trials, and every slice is used once. It needs
 * the budget in advance: half of a Latin hypercube is not one.
 */
export const latinHypercube: Strategy = {
  id: 'latin-hypercube',
  params: {
    placement: { kind: 'choice', options: ['random', 'centred'], default: 'random' },
    criterion: { kind: 'choice', options: ['none', 'maximin'], default: 'none' },
  },
  oblivious: true,
  source:
    'McKay, Beckman & Conover (1979), Technometrics 21; Johnson, Moore & Ylvisaker (1990), maximin distance',
  *search({ dim, dimensions, budget, params, stream }) {
    const points = design(budget, dim, stream('design'), {
      centred: params.placement === 'centred',
      maximin: params.criterion === 'maximin',
    });
    const counts = dimensions.map(({ kind }) => (kind === 'integer' ? 1 : budget));
    const view: StrataView = { kind: 'strata', counts };
    // Rounding to integers may move a point to another slice: the sentence prefers a range without, or says so.
    const firstReal = dimensions.findIndex(({ kind }) => kind !== 'integer');
    const axis = Math.max(0, firstReal);
    const rounded = dimensions.some(({ kind }) => kind === 'integer');
    const key = `latin-hypercube.slice${rounded ? '-rounded' : ''}`;
    for (const [i, unit] of points.entries()) {
      const slice = Math.floor(unit[axis] * budget) + 1;
      yield {
        unit,
        why: say(key, { axis, point: i + 1, total: budget, slice }),
        view,
      };
    }
  },
};
