import { describe, expect, it } from 'vitest';
import { gridOf } from './cells.ts';
import { countRuns, runAt } from './plan.ts';
import { Tally } from './tally.ts';
import { axisOf, questionOf } from './testing.ts';
import { OUTCOME, PROMISED } from './types.ts';

const grid = gridOf(
  questionOf({
    strategies: ['random', 'grid', 'binary'],
    x: axisOf('objective.minimum', 0.1, 0.9, 2),
    y: axisOf('budget', 2, 3, 2),
    repeats: 12,
  }),
);
const all = [0, 1, 2];

/** A tally with one cell filled: a text of 1 (reached) and 0 (missed) per strategy. */
function filled(...texts: string[]): Tally {
  const tally = new Tally(grid);
  for (const [strategy, text] of texts.entries()) {
    for (const [repeat, digit] of [...text].entries())
      tally.add(runAt(grid, { cell: 2, strategy, repeat }), digit === '1' ? OUTCOME.reached : OUTCOME.missed);
  }
  return tally;
}

describe('the winner of a cell', () => {
  it('beats every other strategy on repeats that only one of the two solved', () => {
    const tally = filled('111111111111', '111111000000', '000000000000');
    expect(tally.verdict(2, all)).toEqual({ kind: 'winner', strategy: 0 });
    expect(tally.at(2, 1)).toEqual({ successes: 6, runs: 12 });
    expect(tally.verdict(2, [1, 2])).toEqual({ kind: 'winner', strategy: 1 });
  });

  it('is nobody where five repeats decide (p = 0.06), or where both are equally good', () => {
    expect(filled('111111111111', '111111100000', '000000000000').verdict(2, all)).toEqual({
      kind: 'tied',
      among: [0, 1],
    });
    expect(filled('111111111111', '111111111111', '000000000000').verdict(2, all)).toEqual({
      kind: 'tied',
      among: [0, 1],
    });
  });

  it('counts pairs, not totals: 8 against 6 of 12 can be 6 to 4', () => {
    expect(filled('111111110000', '000011110011', '000000000000').verdict(2, [0, 1]).kind).toBe('tied');
  });

  it('is looked for only where somebody reached the target and all have run', () => {
    expect(filled('000', '000', '000').verdict(2, all)).toEqual({ kind: 'none' });
    expect(filled('111', '000').verdict(2, all)).toEqual({ kind: 'unknown' });
    expect(filled('111', '000').verdict(2, []).kind).toBe('unknown');
  });
});

describe('a tally', () => {
  it('takes an outcome once, and broken runs count for nobody', () => {
    const tally = filled('111', '000', '101');
    const run = runAt(grid, { cell: 2, strategy: 0, repeat: 0 });
    tally.add(run, OUTCOME.missed);
    tally.add(runAt(grid, { cell: 2, strategy: 0, repeat: 3 }), OUTCOME.broken);
    expect(tally.at(2, 0)).toEqual({ successes: 3, runs: 3 });
    expect([tally.done, tally.broken]).toEqual([10, 1]);
    expect(tally.outcomes.length).toBe(countRuns(grid));
  });

  it('counts how often theory was right', () => {
    const tally = new Tally(grid);
    tally.add(0, OUTCOME.reached, OUTCOME.reached);
    tally.add(0, OUTCOME.reached, OUTCOME.reached);
    tally.add(1, OUTCOME.missed, OUTCOME.reached);
    tally.add(2, OUTCOME.missed);
    expect([tally.predicted, tally.agreed]).toEqual([2, 1]);
    expect(tally.promising.size).toBe(0);
    const run = runAt(grid, { cell: 3, strategy: 1, repeat: 0 });
    tally.add(run, OUTCOME.reached, PROMISED + OUTCOME.reached);
    tally.add(run + 1, OUTCOME.missed, PROMISED);
    expect([tally.predicted, tally.agreed]).toEqual([3, 2]);
    expect([...tally.promising]).toEqual([1]);
    expect([tally.promises(3, 1), tally.promises(3, 0), tally.promises(2, 1)]).toEqual([true, false, false]);
  });
});
