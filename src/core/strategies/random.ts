import { uniformPoint } from '../rng.ts';
import { say, type Strategy } from '../types.ts';

/** Random search: independent uniform points in the space's own scale (log where the space is log). */
export const random: Strategy = {
  id: 'random',
  params: {},
  oblivious: true,
  source: 'Bergstra & Bengio (2012), Random Search for Hyper-Parameter Optimization, JMLR 13',
  *search({ dim, stream }) {
    const rng = stream('draws');
    const why = say('random.draw');
    for (;;) yield { unit: uniformPoint(dim, rng), why };
  },
};
