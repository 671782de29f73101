import { describe, expect, it } from 'vitest';
import {
  gridOf,
  makeRunner,
  makeTheory,
  OUTCOME,
  placeOf,
  planRuns,
  runAt,
  runOutcome,
  Tally,
  type PhaseQuestion,
} from '#core/assumptions/phase/index.ts';
import { problemOf, runTrials } from '#core/run.ts';
import { entryOf, PHASE_PRESETS, RULE_ENTRIES } from './phase-presets.ts';
import { defaultOptions, readHash, writeHash } from '../../address/url.ts';
import {
  cellGoal,
  cellHeading,
  classesOf,
  labScenario,
  shareColumns,
  shareRows,
  shareLayer,
  shareText,
  verdictText,
  winnerColumns,
  winnerRows,
} from './map-data.ts';
import { axisOf, goalText, named, patternOf, seriesOfQuestion } from './labels.ts';

function question(patch: Partial<PhaseQuestion> = {}): PhaseQuestion {
  const { own, ...rest } = PHASE_PRESETS['ripple-noise']();
  return {
    ...rest,
    base: own!,
    strategies: [...RULE_ENTRIES, 'grid', 'random'].map(entryOf),
    x: { ...rest.x, cells: 5 },
    y: { ...rest.y, cells: 9 },
    repeats: 7,
    ...patch,
  };
}
const asked = question();
const grid = gridOf(asked);
const series = seriesOfQuestion(asked);
const all = series.map((_, i) => i);

function tallyOf(runs: Uint32Array): Tally {
  const tally = new Tally(grid);
  const runner = makeRunner(asked);
  const theory = makeTheory(grid);
  for (const run of runs) tally.add(run, runOutcome(runner, run), theory(run));
  return tally;
}
const complete = tallyOf(planRuns(grid));

describe('the link of a cell', () => {
  it('opens its very scenario: the run in the Lab ends as on the map', () => {
    for (let run = 0; run < complete.outcomes.length; run += 23) {
      const { cell, strategy, repeat } = placeOf(grid, run);
      const given = labScenario(grid, cell, repeat, strategy);
      const { scenario, notices } = readHash(writeHash('lab', given, defaultOptions()), ['lab']);
      expect(notices).toEqual([]);
      const { id, params } = asked.strategies[strategy];
      const choice = scenario.strategies.find((one) => one.id === id)!;
      expect(choice.params).toEqual(params);
      const trials = runTrials(scenario, choice);
      let best = Infinity;
      for (const trial of trials) best = Math.min(best, trial.best ?? Infinity);
      const reached = best - problemOf(scenario).optimum.value <= 0.001;
      expect(complete.outcomes[run]).toBe(reached ? OUTCOME.reached : OUTCOME.missed);
    }
  });

  it('has every strategy once, with the rule whose map was chosen', () => {
    const rules = [undefined, 0, 1, 2, 3, 5].map((chosen) => {
      const { strategies } = labScenario(grid, 3, 1, chosen);
      expect(strategies.map(({ id }) => id)).toEqual(['binary', 'grid', 'random']);
      return strategies[0].params.rule;
    });
    expect(rules).toEqual(['golden', 'golden', 'fibonacci', 'bisection', 'ternary', 'golden']);
  });
});

describe('maps', () => {
  it('show the share of successes, and coarser neighbours while cells are missing', () => {
    const whole = shareLayer(complete, 0).shares;
    const { successes, runs } = complete.at(12, 0);
    expect([runs, whole[12]]).toEqual([7, successes / 7]);
    // The first runs of the plan: cell 0, then column 0 of row 8.
    const few = shareLayer(tallyOf(planRuns(grid).slice(0, 6 * 6 * 2)), 0).shares;
    expect(few[4 * 5 + 3]).toBe(few[0]);
    expect(few.every((share) => share >= 0)).toBe(true);
    expect(shareLayer(new Tally(grid), 0).shares.every(Number.isNaN)).toBe(true);
  });

  it('show where theory promises success, as coarsely as the rest', () => {
    expect(shareLayer(complete, 5).promised).toBeUndefined();
    const few = tallyOf(planRuns(grid).slice(0, 6 * 6 * 2));
    const { promised } = shareLayer(few, 0);
    // Of the first row only its first cell is computed: a bowl without noise or ripple.
    expect([...promised!.slice(0, 5)]).toEqual([1, 1, 1, 1, 1]);
    expect([...shareLayer(complete, 0).promised!.slice(0, 5)]).toEqual([1, 0, 0, 0, 0]);
    expect(complete.predicted).toBeGreaterThan(0);
    expect(complete.agreed).toBe(complete.predicted);
  });

  it('put every cell into one class, with its number in the key', () => {
    const classes = classesOf(complete, series, all);
    const cells = classes.flatMap((one) => one.cells).toSorted((a, b) => a - b);
    expect(cells).toEqual(Array.from({ length: 45 }, (_, cell) => cell));
    for (const { cells: own, key, series: winner, neutral, label } of classes) {
      expect(winner === undefined).toBe(neutral !== undefined);
      for (const cell of own) {
        const verdict = complete.verdict(cell, all);
        expect(verdict.kind === 'winner' ? series[verdict.strategy].id : verdict.kind).toBe(key);
      }
      expect(label).toContain(String(own.length));
    }
    expect(classesOf(new Tally(grid), series, all).every((one) => one.cells.length === 0)).toBe(true);
  });

  it('tell entries of one strategy apart by their pattern, as they share its colour', () => {
    expect(new Set(all.map(patternOf)).size).toBe(all.length);
    expect(new Set(series.slice(0, 4).map(({ colour }) => colour)).size).toBe(1);
    expect(new Set(series.map(({ label }) => label)).size).toBe(all.length);
  });
});

describe('words and numbers of a cell', () => {
  it('name the dials, the goal and the interval', () => {
    const cell = 2 * 5 + 1;
    expect(cellHeading(grid, cell)).toBe('Ripple 0.055, Noise σ 0.055');
    expect(cellGoal(grid, cell)).toBe('Regret at most 0.001 within 20 trials.');
    expect(goalText(asked)).toBe('regret at most 0.001 within 20 trials');
    const tally = new Tally(grid);
    expect(shareText(tally, cell, 4)).toBe('not computed yet');
    for (let repeat = 0; repeat < 7; repeat++)
      tally.add(runAt(grid, { cell, strategy: 4, repeat }), repeat < 6 ? OUTCOME.reached : OUTCOME.missed);
    // Wilson: (6/7 + z²/14 ± …) / (1 + z²/7).
    expect(shareText(tally, cell, 4)).toBe('6 of 7: 86\u00a0% (49–97\u00a0%)');
    expect(verdictText(tally, cell, series, all)).toBe('not computed yet');
    expect(verdictText(tally, cell, series, [4])).toBe('Grid beats every other.');
  });

  it('fill tables with one row for every cell and one entry for every column', () => {
    const rows = shareRows(complete, [0, 5]);
    expect(rows).toHaveLength(45);
    expect(rows[7]).toHaveLength(shareColumns(grid, series, [0, 5]).length);
    expect(rows[7].slice(0, 2)).toEqual([grid.x[2], grid.y[1]]);
    const { successes, runs } = complete.at(7, 5);
    expect(rows[7].slice(7, 10)).toEqual([successes, runs, successes / runs]);
    const winners = winnerRows(complete, series, all);
    expect(winners[0]).toHaveLength(winnerColumns(grid).length);
    expect(winnerRows(new Tally(grid), series, all)[0].slice(2)).toEqual(['not computed yet', null]);
  });

  it('call dials and strategies in messages as the page does', () => {
    const message = { key: 'problem.phase-same-dial', values: { dial: 'objective.ripple' } };
    expect(named(message, asked).values.dial).toBe('Ripple');
    const failed = { key: 'error.phase-run', values: { strategy: 'binary:ternary' } };
    expect(named(failed, asked).values.strategy).toBe('Binary: ternary');
    const number = { key: 'problem.phase-number', values: { field: 'repeats', given: 0, expected: '' } };
    expect(named(number, asked).values.field).toBe('Repeats per cell');
  });

  it('label axes with their dial, and know whole numbers', () => {
    const budget = gridOf(question({ y: { dial: 'budget', lo: 2, hi: 9, scale: 'linear', cells: 8 } }));
    expect(axisOf(budget, 'y')).toMatchObject({ label: 'Budget (trials)', integer: true });
    expect(axisOf(budget, 'x').integer).toBe(false);
    expect(goalText(budget.question)).toBe('regret at most 0.001');
  });
});
