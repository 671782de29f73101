/**
 * Simulated annealing (Kirkpatrick, Gelatt & Vecchi 1983): a walk that always accepts a step to a value no worse,
 * and a step that is worse by Δ with probability exp(−Δ / T), Metropolis’ rule. The temperature T cools from T₀ to
 * T₀ · `cooling` over the budget, by the same factor every trial, and the steps shrink with √T (Boltzmann annealing:
 * Szu & Hartley 1987) unless `narrowing` is off.
 *
 * T₀ is set so that a step of average size uphill would be accepted with probability `acceptance`:
 * T₀ = mean |Δ| / ln(1 / acceptance) (Johnson et al. 1989), the mean being over the first few steps. Until those have
 * been made it is over the steps so far. So the units of y do not matter.
 *
 * Steps are normal in every coordinate and reflected at the edges of the box. An integer’s standard deviation is half
 * a value at least, and a step that would leave every coordinate where it is moves one integer by one value.
 * A failed trial is never accepted; while the walk has nowhere to stand, it looks for a start at random.
 */
import { exp, log, pow } from '../math/elementary.ts';
import { uniformPoint, type Rng } from '../rng.ts';
import { fromValue, toValue, type Dimension } from '../space.ts';
import { say, type Message, type Outcome, type Point, type Search, type Strategy } from '../types.ts';
import { bestOf } from './given.ts';
import { snap } from './bayes/whole-numbers.ts';
import { telling } from './binary/wording.ts';

/** Steps whose differences set T₀. */
const CALIBRATION = 5;
/** So that their sum, over ln(1/0.99), is a number. */
const WIDEST = 1e305;

export const annealing: Strategy = {
  id: 'annealing',
  params: {
    /** Probability that an average step uphill is accepted in the beginning. */
    acceptance: { kind: 'real', min: 0.01, max: 0.99, default: 0.5, step: 0.01 },
    /** Last temperature over first. */
    cooling: { kind: 'real', min: 1e-6, max: 1, default: 1e-3, scale: 'log' },
    /** Standard deviation of the first steps, as a share of each range. */
    step: { kind: 'real', min: 0.01, max: 0.5, default: 0.3, step: 0.01 },
    narrowing: { kind: 'bool', default: true },
  },
  resumes: true,
  invariance: 'affine',
  heights: () => ['y', 'from'],
  source:
    'Kirkpatrick, Gelatt & Vecchi (1983), Optimization by simulated annealing, Science 220; Metropolis et al. (1953)',
  *search({ dim, dimensions, budget, given, params, stream }): Search {
    const moves = stream('moves');
    const chance = stream('acceptance');
    const cooling = params.cooling as number;
    const step = params.step as number;
    const thermometer = makeThermometer(params.acceptance as number);
    const randomPoint = () => uniformPoint(dim, moves);

    let here: Outcome;
    const known = bestOf(given);
    // What was given stands for the start, whose trial the cooling plan does not count as a step.
    let spent = 1;
    if (known) here = known;
    else [here] = yield { unit: randomPoint(), why: say('annealing.start'), role: 'initial' };
    for (; here.failed; spent++) [here] = yield { unit: randomPoint(), why: say('annealing.again') };

    for (let verdict: Verdict | undefined; ; spent++) {
      // 1 at the first step, `cooling` at the last trial of the budget.
      const cooled = pow(cooling, budget > 2 ? (spent - 1) / (budget - 2) : 0);
      const sd = step * (params.narrowing ? Math.sqrt(cooled) : 1);
      const unit = neighbour(here.unit, sd, dimensions, moves);
      const [tried] = yield {
        unit,
        why: verdict ? explain(verdict, sd) : say('annealing.first', { y: here.y, step: sd }),
        view: { kind: 'step', from: [...here.unit], axis: null, step: sd },
      };
      // Values of both signs may lie further apart than any number.
      const delta = tried.failed ? Infinity : Math.min(WIDEST, tried.y - here.y);
      const temperature = thermometer(tried.failed ? undefined : delta) * cooled;
      const probability = metropolis(delta, temperature);
      // Drawn in any case, so that the luck of later steps does not hang on this one.
      const accepted = chance.next() < probability;
      verdict = { before: here.y, tried, temperature, probability, accepted };
      if (accepted) here = tried;
    }
  },
};

/** Probability of accepting a step that changes the value by `delta`. */
export function metropolis(delta: number, temperature: number): number {
  if (delta <= 0) return 1;
  return temperature > 0 ? exp(-delta / temperature) : 0;
}

/** T₀ from the first few differences that are not 0; told each step’s, where there is one. */
function makeThermometer(acceptance: number): (delta: number | undefined) => number {
  let count = 0;
  let sum = 0;
  return (delta) => {
    if (delta !== undefined && delta !== 0 && count < CALIBRATION) {
      sum += Math.min(WIDEST, Math.abs(delta));
      count += 1;
    }
    return count === 0 ? 0 : sum / count / log(1 / acceptance);
  };
}

interface Verdict {
  before: number;
  tried: Outcome;
  temperature: number;
  probability: number;
  accepted: boolean;
}

/** What became of the step before, and with it where this one starts. */
function explain({ before, tried, temperature, probability, accepted }: Verdict, step: number): Message {
  const [y, from] = telling([tried.y, before]);
  if (tried.y <= before) return say('annealing.downhill', { y, from, step });
  const said = { y, from, probability, temperature, step };
  return say(accepted ? 'annealing.uphill' : 'annealing.rejected', said);
}

/** A normal step in every coordinate, folded back into the cube at its faces. */
function neighbour(from: Point, sd: number, dimensions: readonly Dimension[], rng: Rng): number[] {
  const unit = from.map((u, j) => {
    const { kind, lo, hi } = dimensions[j];
    const least = kind === 'integer' ? 0.5 / (hi - lo + 1) : 0;
    return fold(u + Math.max(sd, least) * rng.normal());
  });
  const lands = snap(dimensions, unit);
  if (lands.some((u, j) => u !== from[j])) return unit;
  const movable = dimensions.flatMap(({ kind, lo, hi }, j) => (kind === 'integer' && hi > lo ? [j] : []));
  if (movable.length === 0) return unit;
  const j = movable[rng.below(movable.length)];
  const { lo, hi } = dimensions[j];
  const value = toValue(dimensions[j], from[j]);
  const up = rng.next() < 0.5;
  const next = value === lo ? lo + 1 : value === hi ? hi - 1 : value + (up ? 1 : -1);
  return from.map((u, k) => (k === j ? fromValue(dimensions[j], next) : u));
}

/** Reflection at 0 and 1, as often as it takes. */
export function fold(u: number): number {
  const within = Math.abs(u) - 2 * Math.floor(Math.abs(u) / 2);
  return within > 1 ? 2 - within : within;
}
