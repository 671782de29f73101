import { describe, expect, it } from 'vitest';
import { tracesToCsv } from './table.ts';
import { run } from '../run.ts';
import { readScenario } from '../scenario.ts';

const file = run(
  readScenario({ objective: 'branin', budget: 5, noise: 0.5, strategies: ['random', 'grid'] }).scenario,
);

/** RFC 4180, read back. */
function parse(text: string): string[][] {
  expect(text.endsWith('\r\n')).toBe(true);
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += c;
        i += 1;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',' || c === '\n') {
      rows.at(-1)!.push(cell.replace(/\r$/, ''));
      cell = '';
      if (c === '\n') rows.push([]);
    } else cell += c;
  }
  return rows.slice(0, -1);
}

describe('traces as CSV', () => {
  it('have a row per trial with every number to the last bit', () => {
    const [head, ...rows] = parse(tracesToCsv(file));
    expect(head).toEqual([
      'strategy',
      'trial',
      'batch',
      'x1',
      'x2',
      'y',
      'true_value',
      'best',
      'feasible',
      'failure',
      'why',
    ]);
    const trials = file.traces.flatMap((trace) =>
      trace.trials.map((trial) => ({ id: trace.strategy.id, trial })),
    );
    expect(rows).toHaveLength(trials.length);
    for (const [i, { id, trial }] of trials.entries()) {
      const [strategy, number, , x1, x2, y, trueValue, best, feasible, failure, why] = rows[i];
      expect([strategy, Number(number), feasible, failure, why]).toEqual([
        id,
        trial.index + 1,
        'true',
        '',
        trial.why.key,
      ]);
      expect([x1, x2, y, trueValue, best].map(Number)).toEqual([
        ...trial.x,
        trial.y,
        trial.trueValue,
        trial.best,
      ]);
    }
  });

  it('leave failed values empty and quote what a spreadsheet would run or split', () => {
    const copy = structuredClone(file);
    const failures = ['=1+1', '+cmd', '-2', '@x', 'a, "b"\nc', '\t=1'];
    copy.traces = [copy.traces[0]];
    copy.traces[0].trials = failures.map((failure, index) => ({
      ...copy.traces[0].trials[0],
      index,
      y: null,
      trueValue: null,
      best: null,
      feasible: false,
      failure,
    }));
    const rows = parse(tracesToCsv(copy)).slice(1);
    expect(rows.map((row) => row[9])).toEqual(["'=1+1", "'+cmd", "'-2", "'@x", 'a, "b"\nc', "'\t=1"]);
    for (const row of rows) expect(row.slice(5, 9)).toEqual(['', '', '', 'false']);
  });
});
