/** The numbers of the chapter on binary search. */
import { lookUp } from '#core/look-up.ts';
import { fatalStep } from '#core/assumptions/fatal-step.ts';
import type { BracketView, Trial } from '#core/types.ts';
import type { FatalRule } from '#core/assumptions/fatal-share.ts';
import { aheadOf, fromRun, fromRuns, median, runOf, type Facts, type Run } from '../facts.ts';
import type { Figure } from '../figures.ts';
import { fromLost, lostIn } from '../lost.ts';

const FACE = 'objective=face-detector&budget=12&seed=1';
const GRID = `${FACE}&strategies=grid&grid.placement=centres`;
const GOLDEN = `${FACE}&strategies=binary`;
const byRule = (rule: FatalRule) => `${GOLDEN}&binary.rule=${rule}`;
const WAVY =
  'objective=morph&objective.minimum=0.31&objective.frequency=5&budget=12&seed=1&strategies=binary';
const ODD = 'objective=morph&objective.skew=0.6&objective.tails=10&objective.cliff=0.4&budget=12&seed=1';
const REST = 'objective=morph&objective.plateau=0.3&objective.height=0.3&budget=12&seed=1';
const NOISY = 'objective=morph&noise=0.05&budget=12&seed=1';
const strict = (recall: number, rule: FatalRule) =>
  `${FACE}&objective.recall=${recall}&strategies=binary&binary.rule=${rule}`;

const bestOf = (trials: readonly Trial[]): Trial =>
  trials.reduce((a, b) => ((b.trueValue ?? Infinity) < (a.trueValue ?? Infinity) ? b : a));
const bestX = (strategy: string) => (run: Run) => bestOf(run.traceOf(strategy).trials).x[0];
function left(run: Run): BracketView {
  const { view } = run.traceOf('binary').closing!;
  if (view?.kind !== 'bracket') throw new Error('a search by brackets ends with one');
  return view;
}
const width = (run: Run): number => left(run).hi[0] - left(run).lo[0];
/** The trial at which the minimum is thrown away; 0 where it is not. */
const lostAt = ({ problem, traceOf }: Run): number => fatalStep(traceOf('binary'), problem)?.trial ?? 0;

/** The lowest ripple at which something is so, in steps of the dial. */
const ripple = (is: (run: Run) => boolean, rule: FatalRule = 'golden') => ({
  from: `${WAVY}&binary.rule=${rule}; ripple turned up by steps of 0.005`,
  value: () => {
    for (let step = 0; step <= 100; step++) {
      const at = Number((step * 0.005).toFixed(3));
      if (is(runOf(`${WAVY}&binary.rule=${rule}&objective.ripple=${at}`))) return at;
    }
    return NaN;
  },
});
const breaks = (rule: FatalRule) => ripple((run) => lostAt(run) > 0, rule);

export const facts: Facts = (figures) => {
  const figureOf = (section: string): Figure => {
    const figure = lookUp(figures, section);
    if (!figure) throw new Error(`There is no section “${section}”.`);
    return figure;
  };
  const lost = (figure: string, rule: FatalRule, dial: number) =>
    fromLost(figureOf(figure), rule, { dial, sample: 20 });
  const rotated = figures['lost-is-not-bad'];
  const long =
    rotated.kind === 'share'
      ? { ...rotated, lab: rotated.lab.replace('budget=24', 'budget=150'), repeats: 100 }
      : rotated;
  return {
    'face-best': fromRun(GOLDEN, ({ problem }) => problem.optimum.at[0][0]),
    'grid-alpha': fromRun(GRID, bestX('grid')),
    'grid-after': fromRun(GRID, ({ traceOf }) => {
      const { trials } = traceOf('grid');
      // The one after the best shows that the errors have turned.
      return trials.length - (trials.indexOf(bestOf(trials)) + 2);
    }),
    'grid-left': fromRun(
      GRID,
      ({ traceOf }) => 2 * (traceOf('grid').trials[1].x[0] - traceOf('grid').trials[0].x[0]),
    ),
    'at-half': fromRun(
      'objective=morph&objective.minimum=0.37&budget=1&seed=1&strategies=grid&grid.levels=0.5',
      ({ traceOf }) => traceOf('grid').trials[0].trueValue!,
    ),
    'at-half-mirrored': fromRun(
      'objective=morph&objective.minimum=0.63&budget=1&seed=1&strategies=grid&grid.levels=0.5',
      ({ traceOf }) => traceOf('grid').trials[0].trueValue!,
    ),
    'probe-a': fromRun(GOLDEN, ({ traceOf }) => traceOf('binary').trials[0].x[0]),
    'probe-b': fromRun(GOLDEN, ({ traceOf }) => traceOf('binary').trials[1].x[0]),
    'error-a': fromRun(GOLDEN, ({ traceOf }) => traceOf('binary').trials[0].trueValue!),
    'error-b': fromRun(GOLDEN, ({ traceOf }) => traceOf('binary').trials[1].trueValue!),
    'golden-alpha': fromRun(GOLDEN, bestX('binary')),
    'golden-lo': fromRun(GOLDEN, (run) => left(run).lo[0]),
    'golden-hi': fromRun(GOLDEN, (run) => left(run).hi[0]),
    'left-bisection': fromRun(byRule('bisection'), width),
    'left-ternary': fromRun(byRule('ternary'), width),
    'left-golden': fromRun(byRule('golden'), width),
    'left-fibonacci': fromRun(byRule('fibonacci'), width),
    'fibonacci-shorter': {
      from: `${byRule('fibonacci')} against golden`,
      value: () => 1 - width(runOf(byRule('fibonacci'))) / width(runOf(byRule('golden'))),
    },
    'golden-thousandth': {
      from: 'the smallest budget with which golden section leaves a thousandth of the range of α',
      value: () => {
        for (let budget = 2; ; budget++)
          if (width(runOf(GOLDEN.replace('budget=12', `budget=${budget}`))) <= 0.001) return budget;
      },
    },
    'grid-thousandth': { from: '2/n ≤ 0.001 for a grid of n cells', value: () => Math.ceil(2 / 0.001) },
    'golden-ahead-grid': fromRuns(figures['every-bowl'], aheadOf(0), { sample: 200 }),
    'golden-ahead-random': fromRuns(figures['every-bowl'], aheadOf(1), { sample: 200 }),
    'golden-median': fromRuns(figures['every-bowl'], (ends) => median(ends[0]), { sample: 200 }),
    'grid-median': fromRuns(figures['every-bowl'], (ends) => median(ends[1]), { sample: 200 }),
    'odd-bisection': lostIn(ODD, 'bisection', { placements: 1000, sample: 20 }),
    'odd-golden': lostIn(ODD, 'golden', { placements: 1000, sample: 20 }),
    'ripple-two-valleys': ripple(({ problem }) => problem.facts.unimodal === false),
    'golden-breaks': breaks('golden'),
    'ternary-breaks': breaks('ternary'),
    'bisection-breaks': breaks('bisection'),
    'golden-breaks-trial': fromRun(`${WAVY}&objective.ripple=0.085`, lostAt),
    'wave-bisection-early': lost('thousand-places', 'bisection', 0.05),
    'wave-golden-early': lost('thousand-places', 'golden', 0.05),
    'wave-bisection': lost('thousand-places', 'bisection', 0.12),
    'wave-ternary': lost('thousand-places', 'ternary', 0.12),
    'wave-golden': lost('thousand-places', 'golden', 0.12),
    'wave-ternary-later': lost('thousand-places', 'ternary', 0.2),
    'wave-golden-later': lost('thousand-places', 'golden', 0.2),
    'shallow-golden': lost('second-valley', 'golden', 0.85),
    'almost-golden': lost('second-valley', 'golden', 0.95),
    'deep-golden': lost('second-valley', 'golden', 1.05),
    'straight-golden': lost('turned-bowl', 'golden', 0),
    'quarter-golden': lost('turned-bowl', 'golden', 90),
    'five-golden': lost('turned-bowl', 'golden', 5),
    'thirty-golden': lost('turned-bowl', 'golden', 30),
    'straight-median': fromRuns(rotated, (ends) => median(ends[0]), { dial: 0, sample: 20 }),
    'turned-median': fromRuns(rotated, (ends) => median(ends[0]), { dial: 30, sample: 20 }),
    'turned-random': fromRuns(rotated, (ends) => median(ends[1]), { dial: 30, sample: 20 }),
    'turned-grid': fromRuns(rotated, (ends) => median(ends[2]), { dial: 30, sample: 20 }),
    'turned-ahead-random': fromRuns(rotated, aheadOf(0), { dial: 30, sample: 20 }),
    'turned-ahead-grid': fromRuns(rotated, aheadOf(1), { dial: 30, sample: 20 }),
    'long-median': fromRuns(long, (ends) => median(ends[0]), { dial: 30, sample: 5 }),
    'long-random': fromRuns(long, (ends) => median(ends[1]), { dial: 30, sample: 5 }),
    'strict-limit': fromRun(strict(0.93, 'bisection'), ({ problem }) => problem.optimum.at[0][0]),
    'strict-lost': fromRun(strict(0.93, 'bisection'), lostAt),
    'strict-shippable': fromRun(
      strict(0.93, 'bisection'),
      ({ problem, traceOf }) => traceOf('binary').trials.filter(({ x }) => problem.feasible!(x)).length,
    ),
    'strict-golden-lost': fromRun(strict(0.93, 'golden'), lostAt),
    'stricter-golden-lost': fromRun(strict(0.94, 'golden'), lostAt),
    'noisy-golden': lostIn(NOISY, 'golden', { placements: 500, sample: 20 }),
    'rest-bisection': lostIn(REST, 'bisection', { placements: 500, sample: 20 }),
    'rest-golden': lostIn(REST, 'golden', { placements: 500, sample: 20 }),
    'rest-ternary': lostIn(REST, 'ternary', { placements: 500, sample: 20 }),
  };
};
