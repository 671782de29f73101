/**
 * Trial and error (“babysitting”): a *model* of how a person tunes by hand, not a measurement of one.
 *
 * Starts from a folklore guess; changes one knob at a time; keeps what helps and goes further the same way; turns
 * back when it does not; halves a knob's step after both directions failed; jumps elsewhere and starts anew after
 * `patience` rounds in which no knob helped.
 *
 * Remembers what it has tried, and tries nothing twice: a person who has seen a result takes it for what it is, noisy or not,
 * and does not pay for it again. Two points are the same to it where no knob differs by more than a hundredth of its first
 * step (of an integer: by nothing). A change that leads to a known point is passed over as one that did not help; so steps
 * end there, too: smaller changes are not worth a trial. Where a whole space of integers has been tried, it stops.
 *
 * The tuner's experience is modelled as a prior on where good values lie: starts and jumps are drawn from
 * folklore + (1 − experience) (uniform − folklore), the folklore value being the one textbooks suggest for that
 * hyperparameter (`Dimension.folklore`; the middle of the scale where there is none). At 0 the tuner guesses
 * uniformly, at 1 always says what the textbook says. The tuner never sees where the optimum is.
 */
import type { Rng } from '../rng.ts';
import { fromValue, toValue, type Dimension } from '../space.ts';
import { say, type Message, type Outcome, type Search, type Strategy, type StepView } from '../types.ts';
import { bestOf } from './given.ts';
import { Tried } from './tried.ts';

/** Even an experienced tuner looks elsewhere when stuck: jumps spread at least this far. */
const WIDEST_EXPERIENCE_OF_JUMPS = 0.7;
/** Points nearer to each other than this share of the first step are the same to a person. */
const SAME = 0.01;

export const babysit: Strategy = {
  id: 'babysit',
  params: {
    experience: { kind: 'real', min: 0, max: 1, default: 0.5, step: 0.05 },
    /** First change of a knob, as a share of its range. */
    step: { kind: 'real', min: 0.01, max: 0.5, default: 0.2, step: 0.01 },
    /** Rounds over all knobs, none of which helped, after which the tuner jumps. */
    patience: { kind: 'int', min: 1, max: 10, default: 2 },
  },
  resumes: true,
  invariance: 'order',
  heights: () => ['y', 'failed'],
  restarts: ['jump', 'known'],
  source:
    'A model of manual search; cf. “babysitting one model”, Ng (2017), Improving Deep Neural Networks, week 3',
  *search({ dim, dimensions, given, params, stream }): Search {
    const rng = stream('tuner');
    const experience = params.experience as number;
    const firstStep = params.step as number;
    const patience = params.patience as number;
    const memory = new Tried(dimensions, SAME * firstStep);

    let steps = new Array<number>(dim).fill(firstStep);
    /** Knobs in a row that did not help, and the trials they took. */
    let idle = 0;
    let failures = 0;

    for (const { unit } of given) memory.add(unit);
    let here: Outcome;
    const known = bestOf(given);
    if (known) here = known;
    else {
      const start = guess(dimensions, experience, rng);
      [here] = yield { unit: start, why: say('babysit.start'), role: 'initial' };
      memory.add(here.unit);
    }

    for (let axis = rng.below(dim); ; axis = (axis + 1) % dim) {
      const dimension = dimensions[axis];
      let direction = rng.next() < 0.5 ? -1 : 1;
      let helped = false;
      let last: Outcome | undefined;
      for (let attempt = 0; attempt < 2; attempt++, direction = -direction) {
        // The same way again and again, as long as it helps.
        for (;;) {
          const unit = moved(here.unit, axis, direction * steps[axis], dimension);
          if (!unit || memory.has(unit)) break;
          const change = {
            axis,
            from: toValue(dimension, here.unit[axis]),
            to: toValue(dimension, unit[axis]),
            y: sayable(here.y),
          };
          const [tried] = yield {
            unit,
            why: reason(change, helped, last, steps[axis] < firstStep),
            view: { kind: 'step', from: [...here.unit], axis, step: steps[axis] },
          };
          memory.add(tried.unit);
          last = tried;
          if (!(tried.y < here.y)) {
            failures += 1;
            break;
          }
          here = tried;
          helped = true;
          failures = 0;
        }
        if (helped) break;
      }
      if (!helped) steps[axis] /= 2;
      // A knob that cannot move at all counts too: without it a space of single values would never end.
      idle = helped ? 0 : idle + 1;
      if (idle >= patience * dim) {
        const spread = Math.min(experience, WIDEST_EXPERIENCE_OF_JUMPS);
        const unit = memory.untried(() => guess(dimensions, spread, rng), rng);
        if (!unit) return { why: say('babysit.exhausted', { tried: memory.size }) };
        const why = failures > 0 ? say('babysit.jump', { failures }) : say('babysit.known');
        [here] = yield { unit, why, view: jumpFrom(here, firstStep) };
        memory.add(here.unit);
        steps = steps.map(() => firstStep);
        idle = 0;
        failures = 0;
      }
    }
  },
};

const sayable = (y: number) => (y === Infinity ? '∞' : y);

const jumpFrom = ({ unit }: Outcome, step: number): StepView => ({
  kind: 'step',
  from: [...unit],
  axis: null,
  step,
});

function guess(dimensions: readonly Dimension[], experience: number, rng: Rng): number[] {
  return dimensions.map((dimension) => {
    const folklore = dimension.folklore === undefined ? 0.5 : fromValue(dimension, dimension.folklore);
    return folklore + (1 - experience) * (rng.next() - folklore);
  });
}

/** One knob changed, kept inside its range; undefined where it is at its end already. An integer moves by at least one. */
function moved(
  from: readonly number[],
  axis: number,
  change: number,
  dimension: Dimension,
): number[] | undefined {
  const cells = dimension.kind === 'integer' ? dimension.hi - dimension.lo + 1 : Infinity;
  const least = Math.max(Math.abs(change), 1 / cells);
  const target = Math.min(1, Math.max(0, from[axis] + Math.sign(change) * least));
  const lands = dimension.kind === 'integer' ? fromValue(dimension, toValue(dimension, target)) : target;
  return lands === from[axis] ? undefined : from.with(axis, lands);
}

function reason(
  change: { axis: number; from: number; to: number; y: number | string },
  helped: boolean,
  last: Outcome | undefined,
  halved: boolean,
): Message {
  if (!last) return say(halved ? 'babysit.smaller' : 'babysit.try', change);
  return helped
    ? say('babysit.further', change)
    : say('babysit.turn', { ...change, failed: sayable(last.y) });
}
