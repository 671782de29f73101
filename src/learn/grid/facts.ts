/** The numbers of the chapter on grid search. */
import { run } from '#core/run.ts';
import { scheduledTrials, schedule } from '#core/study/schedule.ts';
import { getStrategy } from '#core/strategies/index.ts';
import type { Trial } from '#core/types.ts';
import { billOf } from '../bill.ts';
import { scenarioOf } from '../counting.ts';
import { aheadOf, fromRun, fromRuns, runOf, type FactDeclaration, type Facts } from '../facts.ts';
import type { BillFigure, MachinesFigure, ShareFigure } from '../figures.ts';

const LEVELS = '0.4,0.5,0.6,0.7;1e-4,1e-3,1e-2';
const PROBLEM = 'objective=dropout-learning-rate&seed=1&strategies=grid';
const HAND = `${PROBLEM}&budget=12&grid.levels=${LEVELS}`;
/** The same four dropout rates with rates that are too high. */
const TOO_HIGH = `${PROBLEM}&budget=12&grid.levels=0.4,0.5,0.6,0.7;1e-2,3e-2,1e-1`;
/** Random search between the outermost of those levels. */
const IN_THE_BOX =
  'objective=dropout-learning-rate&seed=1&strategies=random&budget=12&box=0.4..0.7,0.0001..0.01';
/** Hours of a Julian year. */
const YEAR = 8766;
const few = { sample: 100 };

const trialsOf = (lab: string): readonly Trial[] => runOf(lab).traceOf('grid').trials;
const bestOf = (trials: readonly Trial[]): Trial =>
  trials.reduce((best, trial) => (trial.trueValue! < best.trueValue! ? trial : best));
const lowestOf = (lab: string): FactDeclaration =>
  fromRun(lab, ({ traceOf }) => bestOf(traceOf('grid').trials).trueValue!);
const automatic = (budget: number): FactDeclaration => lowestOf(`${PROBLEM}&budget=${budget}`);
/** Trainings by hand at another rate than the best one’s. */
function elsewhere(): number[] {
  const rate = bestOf(trialsOf(HAND)).x[1];
  return trialsOf(HAND).flatMap(({ x, trueValue }) => (x[1] === rate ? [] : [trueValue!]));
}
const levelsOf = (knobs: number): FactDeclaration => {
  const lab = `objective=embed&objective.hidden=branin&objective.dimension=${knobs}&strategies=grid&budget=64`;
  return fromRun(lab, ({ traceOf }) => new Set(traceOf('grid').trials.map(({ x }) => x[0])).size);
};

export const facts: Facts = (figures) => {
  const { placements, knobs, box, machines: gantt, bill: billed } = figures;
  const { levels, machines: many, hours: each } = billed as BillFigure;
  const { lab, machines, hours } = gantt as MachinesFigure;
  const makespan = (strategy: string): FactDeclaration => ({
    from: `${lab}; ${machines} machines, ${hours} h for each training`,
    value() {
      const { trials } = runOf(lab).traceOf(strategy);
      const { oblivious = false } = getStrategy(strategy);
      return schedule(scheduledTrials(trials), {
        ...{ machines, oblivious },
        hours: Float64Array.from(trials, () => hours),
      }).makespan;
    },
  });
  const onTheBill = (count: number) => ({
    from: `${levels} levels for each of ${count} knobs; ${many} machines, ${each} h for each training`,
  });
  const bill = (count: number): FactDeclaration => ({
    ...onTheBill(count),
    value: () => billOf(levels, count, many, each).trials,
  });
  const withKnobs = (count: number) => fromRuns(knobs, aheadOf(0), { dial: count, sample: 40 });
  const inTheBox: FactDeclaration = {
    from: `${IN_THE_BOX}, against the twelve by hand`,
    repeats: (box as ShareFigure).repeats,
    sample: few.sample,
    value(repeats) {
      const hand = bestOf(trialsOf(HAND)).trueValue!;
      const lower = Array.from({ length: repeats }, (_, repeat) => {
        const [{ trials }] = run(scenarioOf(`${IN_THE_BOX}&repeat=${repeat}`)).traces;
        return trials.at(-1)!.best! < hand;
      });
      return lower.filter(Boolean).length / repeats;
    },
  };
  return {
    'hand-best': lowestOf(HAND),
    'hand-dropout': fromRun(HAND, ({ traceOf }) => bestOf(traceOf('grid').trials).x[0]),
    'best-rate': fromRun(HAND, ({ traceOf }) => bestOf(traceOf('grid').trials).x[1]),
    floor: fromRun(HAND, ({ problem }) => problem.optimum.value),
    'elsewhere-lowest': { from: HAND, value: () => Math.min(...elsewhere()) },
    'elsewhere-highest': { from: HAND, value: () => Math.max(...elsewhere()) },
    'grid-hours': makespan('grid'),
    'person-hours': makespan('babysit'),
    'nine-best': automatic(9),
    'sixteen-best': automatic(16),
    'twenty-five-best': automatic(25),
    'finer-lower': fromRuns(placements, aheadOf(0), few),
    'levels-two': levelsOf(2),
    'levels-three': levelsOf(3),
    'levels-six': levelsOf(6),
    'knobs-two': withKnobs(2),
    'knobs-three': withKnobs(3),
    'knobs-six': withKnobs(6),
    'bill-two': bill(2),
    'bill-three': bill(3),
    'bill-six': bill(6),
    'bill-three-hours': { ...onTheBill(3), value: () => billOf(levels, 3, many, each).hours },
    'bill-six-years': { ...onTheBill(6), value: () => billOf(levels, 6, many, each).hours / YEAR },
    'box-full': fromRuns(box, aheadOf(0), few),
    'box-inside': inTheBox,
    'too-high': lowestOf(TOO_HIGH),
  };
};
