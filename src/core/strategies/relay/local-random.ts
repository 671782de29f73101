import type { Rng } from '../../rng.ts';
import type { Dimension } from '../../space.ts';
import { say, type Outcome, type Point, type Strategy } from '../../types.ts';
import { bestOf } from '../given.ts';

/**
 * Local random search: uniform in a box around the best point so far, cut off at the ends of the ranges; the box moves with
 * the best point, and halves after every so many trials. It has no sense without something to stand on, so it is no
 * strategy of its own: others hand over to it.
 */
export const localRandom: Strategy = {
  id: 'local-random',
  params: {
    /** Half the width of the box, as a share of each range. */
    reach: { kind: 'real', min: 0.01, max: 0.5, default: 0.15, step: 0.01 },
    /** Trials after which the box halves. */
    halving: { kind: 'int', min: 1, max: 100, default: 8 },
  },
  resumes: true,
  invariance: 'order',
  source:
    'Matyas (1965); Solis & Wets (1981), Minimization by Random Search Techniques, Math. Oper. Res. 6(1)',
  *search({ dim, dimensions, given, params, stream }) {
    const rng = stream('draws');
    const halving = params.halving as number;
    let best: Pick<Outcome, 'unit' | 'y'> = bestOf(given) ?? {
      unit: new Array<number>(dim).fill(0.5),
      y: Infinity,
    };
    let reach = params.reach as number;
    for (let spent = 0; ; spent++) {
      if (spent > 0 && spent % halving === 0) reach /= 2;
      const unit = near(best.unit, reach, dimensions, rng);
      const [outcome] = yield { unit, why: say('relay.local', { reach }) };
      if (!outcome.failed && outcome.feasible && outcome.y < best.y) best = outcome;
    }
  },
};

/** An integer reaches at least the next value on both sides. */
const near = (centre: Point, reach: number, dimensions: readonly Dimension[], rng: Rng): number[] =>
  centre.map((u, axis) => {
    const { kind, lo, hi } = dimensions[axis];
    const wide = kind === 'integer' ? Math.max(reach, 1 / (hi - lo + 1)) : reach;
    const from = Math.max(0, u - wide);
    return from + rng.next() * (Math.min(1, u + wide) - from);
  });
