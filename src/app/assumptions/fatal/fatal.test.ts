import { describe, expect, it, vi } from 'vitest';
import { outside } from '#charts/plot/regions.ts';
import { fatalRuns, type FatalRuns, type RuleRun } from '#core/assumptions/fatal-runs.ts';
import {
  FATAL_RULES,
  noFatalCounts,
  simulateFatal,
  type FatalCounts,
  type FatalQuestion,
} from '#core/assumptions/fatal-share.ts';
import { problemOf } from '#core/run.ts';
import { readScenario } from '#core/scenario.ts';
import { setLanguage } from '../../i18n/index.svelte.ts';
import { axisOf } from '../../stage/panel/landscape.ts';
import { pictureOf } from './picture.ts';
import {
  causesIn,
  lossCurves,
  lossTable,
  medianTrial,
  ruleSeries,
  shareColumns,
  shareRows,
  shareTable,
  spreadText,
} from './share.ts';
import { apart } from '../../shared/labels.ts';
import { finePercent } from '../../shared/numbers.ts';
import { breakable } from '../../shared/testing.ts';
import { verdictOf } from './words.ts';

function runsOf(raw: object): FatalRuns & { space: ReturnType<typeof problemOf>['space'] } {
  const { scenario } = readScenario(raw);
  const steps = fatalRuns({ scenario });
  for (;;) {
    const step = steps.next();
    if (step.done) return { ...step.value, space: problemOf(scenario).space };
  }
}
const words = { ladder: 'ladder', note: 'trial n', describe: () => 'a trial', optimum: 'optimum' };
const ofRule = ({ rules }: FatalRuns, rule: string) => rules.find((run) => run.rule === rule)!;

describe('the picture of a run', () => {
  const rippled = runsOf({ objective: { id: 'morph', params: { ripple: 0.15, minimum: 0.31 } }, budget: 24 });
  const draw = (run: RuleRun, of = rippled) => pictureOf(run, of.optimum, of.space, words);

  it('shows the moment right after the fatal cut: what was compared, what is left, the rung that lost it', () => {
    const run = ofRule(rippled, 'golden');
    const { samples, current, together, bracket, ladder, optima } = draw(run);
    expect(run.fatal!.trial).toBe(4);
    expect([samples.length, current]).toEqual([4, 4]);
    expect(together).toEqual(run.fatal!.compared.map(({ trial }) => trial));
    expect(bracket!.lo > 0.31 || bracket!.hi < 0.31).toBe(true);
    const discarded = outside(bracket!, axisOf(rippled.space.dimensions[0], ''));
    expect(discarded.some(({ lo, hi }) => lo <= 0.31 && 0.31 <= hi)).toBe(true);
    const lost = ladder!.rungs.filter(({ note }) => note !== undefined);
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatchObject({ holds: false, note: 'trial n', ...bracket });
    const at = ladder!.rungs.indexOf(lost[0]);
    expect(ladder!.rungs.slice(0, at).every(({ holds }) => holds)).toBe(true);
    expect(ladder!.rungs.slice(at).every(({ holds }) => !holds)).toBe(true);
    expect(optima[0].x).toEqual([0.31]);
    expect(optima[0].y).toBeLessThan(1e-2);
  });

  it('marks a place of the line once, however many minima lie beside each other there', () => {
    const measured = runsOf({ objective: 'svc-digits', budget: 12 });
    const { at } = measured.optimum;
    for (const run of measured.rules) {
      const marked = draw(run, measured).optima.map(({ x: [x] }) => x);
      expect(marked.length).toBeLessThan(at.length);
      expect(new Set(marked)).toEqual(new Set(at.map((x) => x[run.axis])));
      expect(new Set(marked).size).toBe(marked.length);
    }
  });

  it('shows the end where the minimum was kept', () => {
    const run = ofRule(rippled, 'ternary');
    const { samples, current, together, bracket, ladder } = draw(run);
    expect([run.fatal, samples.length, current, together]).toEqual([null, 24, null, []]);
    expect(bracket!.lo <= 0.31 && bracket!.hi >= 0.31).toBe(true);
    expect(ladder!.rungs.at(-1)).toMatchObject({ lo: bracket!.lo, hi: bracket!.hi, holds: true });
    expect(ladder!.rungs.every(({ note }) => note === undefined)).toBe(true);
  });

  it('of many rungs keeps the first, the last, and those before and after the loss', () => {
    // Lost late, by a little noise.
    const late = runsOf({ objective: 'morph', noise: 1e-9, budget: 40, seed: 3 });
    const run = late.rules.find(({ fatal }) => fatal && fatal.trial > 20)!;
    const { ladder } = draw(run, late);
    expect(ladder!.rungs).toHaveLength(ladder!.slots);
    const lost = ladder!.rungs.findIndex(({ holds }) => !holds);
    expect(ladder!.rungs[lost]).toMatchObject({ note: 'trial n', number: run.fatal!.trial + 1 });
    // Both probes of a pair are asked in one bracket.
    expect(run.fatal!.trial - ladder!.rungs[lost - 1].number).toBeLessThanOrEqual(1);
    expect(ladder!.rungs[0]).toMatchObject({ lo: 0, hi: 1, number: 1 });
  });

  it('in two dimensions looks along the axis of the cut, at the trials on that line', () => {
    const turned = runsOf({
      objective: { id: 'morph-2d', params: { conditioning: 100, rotation: 45, x1: 0.3, x2: 0.7 } },
      budget: 40,
    });
    for (const run of turned.rules) {
      const { samples, current, optima, ladder } = draw(run, turned);
      const last = run.trials[run.fatal!.trial - 1];
      const other = 1 - run.axis;
      expect(current).toBe(run.fatal!.trial);
      for (const { number, x } of samples) {
        expect(run.trials[number - 1].unit[other]).toBe(last.unit[other]);
        expect(x).toEqual([run.trials[number - 1].x[run.axis]]);
      }
      expect(samples.map(({ number }) => number)).toEqual(
        expect.arrayContaining(run.fatal!.compared.map(({ trial }) => trial)),
      );
      expect(optima.map(({ x: [x] }) => x)).toEqual([[0.3, 0.7][run.axis]]);
      expect(ladder!.rungs.filter(({ note }) => note)).toHaveLength(1);
    }
  });
});

describe('what is said of a run', () => {
  const said = (raw: object, rule: string, labels = ['x', 'y']) => {
    const runs = runsOf(raw);
    return breakable(verdictOf(ofRule(runs, rule), runs.space, labels));
  };
  const morph = (params: object) => ({ id: 'morph', params });

  it('names what was compared, what is true, and where the minimum lay', () => {
    expect(said({ objective: morph({ ripple: 0.15, minimum: 0.31 }), budget: 24 }, 'golden')).toBe(
      'Lost at trial 4: x = 0.472 is better than x = 0.382 (0.107 against 0.307), and that is true. But the minimum, at x = 0.31, lay on the side of the worse one.',
    );
    expect(said({ objective: morph({ plateau: 0.4, minimum: 0.82, height: 0.05 }) }, 'ternary')).toMatch(
      /^Lost at trial 2: x = 0\.333 and x = 0\.667 are equally good, to the last digit/,
    );
    expect(said({ objective: 'morph', budget: 20 }, 'bisection')).toMatch(
      /^Kept: after 20 trials the bracket, 9\.9×10⁻⁴ wide/,
    );
    expect(said({ objective: 'morph-2d', budget: 20 }, 'golden')).toBe(
      'Kept: after 20 trials the box still holds the minimum.',
    );
    const turned = { id: 'morph-2d', params: { conditioning: 100, rotation: 45, x1: 0.3, x2: 0.7 } };
    expect(said({ objective: turned, budget: 40 }, 'golden', ['a', 'b'])).toMatch(
      /^Lost at trial \d+: the comparison of ([ab]) = [\d.]+ and \1 = [\d.]+ was right, .* at \1 = 0\.[37], and went\.$/,
    );
  });

  it('of noise says how it looked and how it is', () => {
    const sentence = said({ objective: 'morph', noise: 0.15, budget: 20, seed: 4 }, 'ternary');
    const [, low, high, lowValue, highValue, lowTrue, highTrue] =
      /x = (\S+) looked better than x = (\S+) \((\S+) against (\S+)\)\. In truth it is worse \((\S+) against (\S+)\)/
        .exec(sentence)!
        .map((text) => Number(text.replace('−', '-')));
    expect(lowValue).toBeLessThan(highValue);
    expect(lowTrue).toBeGreaterThan(highTrue);
    for (const [at, truth] of [
      [low, lowTrue],
      [high, highTrue],
    ])
      expect(4 * (at - 0.37) ** 2).toBeCloseTo(truth, 2);
  });

  it('says the same in Chinese', () => {
    // Elsewhere than in a page there is no document whose language could be set.
    vi.stubGlobal('document', { documentElement: {} });
    setLanguage('zh');
    expect(said({ objective: morph({ ripple: 0.15, minimum: 0.31 }), budget: 24 }, 'golden')).toMatch(
      /^第 4 次丢失：x = 0\.472 处比 x = 0\.382 处好（0\.107 对 0\.307）/,
    );
    setLanguage('en');
    vi.unstubAllGlobals();
  });

  it('tells numbers apart, and leaves equal ones equal', () => {
    expect(apart([0.38196, 0.61803])).toEqual(['0.382', '0.618']);
    expect(apart([0.25012, 0.25037])).toEqual(['0.2501', '0.2504']);
    expect(apart([0.5, 0.5])).toEqual(['0.5', '0.5']);
    expect(apart([0.49974, 0.50026, 0.5], 2)).toEqual(['0.4997', '0.5003', '0.5']);
    expect(apart([Infinity, 1])).toEqual(['∞', '1']);
  });
});

describe('shares', () => {
  const question: FatalQuestion = {
    objective: { id: 'morph', params: { ripple: 0.1, plateau: 0.3 } },
    noise: { kind: 'none' },
    budget: 16,
    seed: 1,
    runs: 200,
  };
  let counts: FatalCounts = noFatalCounts(16);
  for (const so of simulateFatal(question, 200)) counts = so;

  it('are said so that a thousandth is not nothing, nor all but a thousandth all', () => {
    expect(
      [0, 0.001, 0.0038, 0.062, 0.0996, 0.364, 0.99, 0.996, 0.99982, 0.0002, 1].map(finePercent),
    ).toEqual([
      '0 %',
      '0.1 %',
      '0.4 %',
      '6.2 %',
      '10 %',
      '36 %',
      '99 %',
      '99.6 %',
      '99.98 %',
      '0.02 %',
      '100 %',
    ]);
  });

  it('are drawn by cause, with the interval of the whole', () => {
    expect(causesIn(counts).map(({ id }) => id)).toEqual(['shape', 'tie']);
    const rows = shareRows(counts, []);
    expect(rows.map(({ id }) => id)).toEqual(FATAL_RULES);
    for (const { id, parts, interval, text } of rows) {
      const { lost, causes } = counts.rules[id as (typeof FATAL_RULES)[number]];
      const whole = parts.reduce((sum, { share }) => sum + share, 0);
      expect(whole).toBeCloseTo(lost / 200, 12);
      expect(parts.map(({ share }) => share)).toEqual(Object.values(causes).map((count) => count / 200));
      expect(interval[0]).toBeLessThanOrEqual(whole);
      expect(interval[1]).toBeGreaterThan(whole);
      expect(text).toContain(finePercent(lost / 200));
    }
    expect(rows.some(({ interval }) => interval[0] > 0.05)).toBe(true);
    const [bisection] = shareRows(counts, ['shape']);
    expect(bisection.parts.map(({ series }) => series.id)).toEqual(['interaction', 'tie', 'noise']);
  });

  it('grow trial by trial to the whole', () => {
    const curves = lossCurves(counts, ['ternary']);
    expect(curves.map(({ series }) => series.id)).toEqual(['bisection', 'golden', 'fibonacci']);
    for (const { series, values } of curves) {
      expect(values[15]).toBe(counts.rules[series.id as 'golden'].lost / 200);
      expect(Array.from(values).every((share, i) => i === 0 || share >= values[i - 1])).toBe(true);
    }
    expect(new Set(ruleSeries().map(({ marker }) => marker)).size).toBe(4);
    const table = lossTable(counts);
    expect(table).toHaveLength(16);
    expect(table[15][0]).toBe(16);
  });

  it('come as a table, with the trial by which half of them had happened', () => {
    const table = shareTable(counts);
    expect(table.every((row) => row.length === shareColumns().length)).toBe(true);
    for (const [i, rule] of FATAL_RULES.entries()) {
      const { lost, trials } = counts.rules[rule];
      expect(table[i].slice(1, 3)).toEqual([200, lost]);
      const median = medianTrial(counts.rules[rule]);
      expect(table[i].at(-1)).toBe(median);
      if (median === null) expect(lost).toBe(0);
      else {
        expect(trials.subarray(0, median).reduce((a, b) => a + b)).toBeGreaterThanOrEqual(lost / 2);
        expect(trials.subarray(0, median - 1).reduce((a, b) => a + b, 0)).toBeLessThan(lost / 2);
      }
    }
  });

  it('say what their runs differ in', () => {
    const spread = (patch: Partial<FatalQuestion>) => spreadText({ ...question, ...patch });
    const noise = { kind: 'gaussian', sd: 1 } as const;
    const fixed = { id: 'forrester', params: {} };
    expect(spread({})).toMatch(/^200 runs .* “Minimum at”\. Without noise/);
    expect(spread({ noise })).toMatch(/every run with its own noise/);
    expect(spread({ noise, objective: { id: 'morph-2d', params: {} } })).toMatch(
      /“Minimum at x₁ and Minimum at x₂”/,
    );
    expect(spread({ noise, objective: fixed })).toMatch(/differ by their noise alone/);
    expect(spread({ objective: fixed, runs: 1 })).toMatch(/every run is the same run/);
  });
});
