/** The numbers of the chapter on random search. */
import { problemOf } from '#core/run.ts';
import { sobol } from '#core/sampling/sobol.ts';
import { toValue } from '#core/space.ts';
import { scenarioOf } from '../counting.ts';
import { aheadOf, fromRun, fromRuns, mean, median, type FactDeclaration, type Facts } from '../facts.ts';
import type { ShareFigure } from '../figures.ts';

const KNOBS = 'objective=important-unimportant&budget=9&seed=1';
const ONE_RUN = `${KNOBS}&strategies=grid,random`;
const REPEATS = 2000;
/** So many runs `npm test` makes again. */
const few = { sample: 100 };

/** What no figure of the chapter shows, counted all the same. */
const counted = (
  figure: Pick<ShareFigure, 'lab' | 'of' | 'against'> & Partial<ShareFigure>,
): ShareFigure => ({
  ...{ kind: 'share', repeats: REPEATS, placed: 'fixed' },
  ...figure,
});
const DROPOUT = counted({
  lab: 'objective=dropout-learning-rate&budget=12&seed=1',
  of: { id: 'random', params: {} },
  against: [{ id: 'grid', params: {}, name: 'ends' }],
  placed: 'anew',
});
const sixty = (objective: string) =>
  counted({
    lab: `objective=${objective}&budget=60&seed=1`,
    of: { id: 'random', params: {} },
    against: [{ id: 'random', params: {}, name: 'itself' }],
  });

/** A regret beyond it is called bad luck. */
const BAD = 0.1;
const BEST = 0.05;
const LOOKS = 65_536;
/** The value that the best five per cent of the box lie below: of evenly spread points. */
function bestOfVolume(objective: string): number {
  const { space, value } = problemOf(scenarioOf(`objective=${objective}`));
  const points = sobol(space.dimensions.length);
  const values = Float64Array.from({ length: LOOKS }, () => {
    const unit = points.next().value as number[];
    return value(unit.map((u, i) => toValue(space.dimensions[i], u)));
  }).sort();
  return values[Math.floor(BEST * LOOKS)];
}
const hits = (objective: string): FactDeclaration =>
  fromRuns(
    sixty(objective),
    ([ends]) => {
      const limit = bestOfVolume(objective);
      return ends.filter((end) => end <= limit).length / ends.length;
    },
    few,
  );
const shareAbove = (limit: number, ends: Float64Array): number =>
  ends.filter((end) => end > limit).length / ends.length;

export const facts: Facts = (figures) => {
  const { importance, 'rarer-bad-luck': tidy } = figures;
  const atImportance = (dial: number, opponent: number) =>
    fromRuns(importance, aheadOf(opponent), { dial, ...few });
  return {
    'minimum-x': fromRun(ONE_RUN, ({ problem }) => problem.optimum.at[0][0]),
    'grid-regret': fromRun(ONE_RUN, ({ regretOf }) => regretOf('grid')),
    'random-regret': fromRun(ONE_RUN, ({ regretOf }) => regretOf('random')),
    draws: { from: 'the repeats of the figures', value: () => (importance as ShareFigure).repeats },
    'ahead-ends': fromRuns(figures['two-thousand'], aheadOf(0), few),
    'ahead-centres': fromRuns(figures['two-thousand'], aheadOf(1), few),
    'random-mean': fromRuns(figures['two-thousand'], ([ends]) => mean(ends), few),
    'least-ends': atImportance(1000, 0),
    'least-centres': atImportance(1000, 1),
    'thirtieth-centres': atImportance(30, 1),
    'equal-ends': atImportance(1, 0),
    'equal-centres': atImportance(1, 1),
    sixty: { from: '1 − 0.95⁶⁰', value: () => 1 - 0.95 ** 60 },
    'branin-hit': hits('branin'),
    'hartmann-hit': hits('hartmann6'),
    'hartmann-median': fromRuns(sixty('hartmann6'), ([ends]) => median(ends), few),
    'hartmann-minimum': fromRun(
      'objective=hartmann6&budget=1&strategies=random',
      ({ problem }) => problem.optimum.value,
    ),
    'sobol-mean': fromRuns(tidy, ([ends]) => mean(ends), few),
    'dice-mean': fromRuns(tidy, ([, dice]) => mean(dice), few),
    'sobol-ahead': fromRuns(tidy, aheadOf(0), few),
    'dice-bad': fromRuns(tidy, ([, dice]) => shareAbove(BAD, dice), few),
    'sobol-bad': fromRuns(tidy, ([ends]) => shareAbove(BAD, ends), few),
    'bad-limit': { from: 'the limit of what counts as bad', value: () => BAD },
    'dropout-ahead': fromRuns(DROPOUT, aheadOf(0), few),
    'one-knob-ends': fromRuns(figures['grid-wins'], aheadOf(0), few),
    'one-knob-centres': fromRuns(figures['grid-wins'], aheadOf(1), few),
  };
};
