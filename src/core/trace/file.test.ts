import { describe, expect, it } from 'vitest';
import { run } from '../run.ts';
import { readScenario } from '../scenario.ts';
import { oneTrace, readTraceFile } from './file.ts';
import type { Message, TraceFile } from '../types.ts';

const file = run(readScenario({ objective: 'branin', budget: 7, noise: 0.1 }).scenario);
/** As it comes from a file. */
const copy = () => JSON.parse(JSON.stringify(file)) as TraceFile;
const strategyAt = (id: string) => file.traces.findIndex(({ strategy }) => strategy.id === id);

type Loose = Record<string, unknown>;

/** Sets what a dotted path names; deletes it where the value is undefined. */
function spoil(raw: object, path: string, value: unknown): unknown {
  const names = path.split('.');
  const last = names.pop()!;
  const parent = names.reduce<Loose>((at, name) => at[name] as Loose, raw as Loose);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return raw;
}

describe('a trace file', () => {
  it('is read back to the bit', () => {
    expect(readTraceFile(copy())).toEqual({ file });
  });

  it('may hold the strategies that had finished, in any order', () => {
    const raw = copy();
    raw.traces = [raw.traces[3], raw.traces[0]];
    const read = readTraceFile(raw);
    expect('file' in read && read.file.traces.map(({ strategy }) => strategy.id)).toEqual([
      'random',
      'babysit',
    ]);
  });

  it('may be what the command line prints', () => {
    const one = { ...file, scenario: { ...file.scenario, strategies: [file.scenario.strategies[1]] } };
    const single = { ...one, traces: [file.traces[1]] };
    expect(readTraceFile(JSON.parse(JSON.stringify(oneTrace(single))))).toEqual({ file: single });
  });

  it.each([
    null,
    undefined,
    3,
    'x',
    [],
    {},
    { format: 'other' },
    { traces: [] },
    { name: 'package', version: '1.0.0' },
  ])('is not just any JSON: %j', (raw) =>
    expect(readTraceFile(raw)).toEqual({ problem: { key: 'problem.not-a-trace-file', values: {} } }),
  );

  const [grid, binary, bayes] = ['grid', 'binary', 'bayes'].map((id) => `traces.${strategyAt(id)}`);
  const trials = file.traces[0].trials;
  it.each<[what: string, path: string, value: unknown, field?: string]>([
    ['no version', 'version', undefined],
    ['no scenario', 'scenario', undefined],
    ['no traces', 'traces', []],
    ['traces that are no list', 'traces', {}],
    ['a trace that is null', 'traces.1', null],
    ['a trace of nobody', 'traces.1.strategy.id', 'x'],
    ['a strategy twice', 'traces.1', file.traces[0], 'traces.1.strategy.id'],
    ['no trials', 'traces.0.trials', undefined],
    ['a trial too few', 'traces.0.trials', trials.slice(1)],
    ['trials in another order', 'traces.0.trials', trials.toReversed(), 'traces.0.trials.0.index'],
    ['a point outside the cube', 'traces.0.trials.2.unit.1', 1.5],
    ['a point of another dimension', 'traces.0.trials.2.unit', [0, 0, 0]],
    ['a hyperparameter out of range', 'traces.0.trials.2.x.0', 1e6],
    ['an infinite value', 'traces.0.trials.2.y', Infinity],
    ['a value in words', 'traces.0.trials.2.trueValue', 'low'],
    ['a value that failed by half', 'traces.0.trials.2.y', null],
    ['a best that is none', 'traces.0.trials.6.best', -1e9],
    ['an incumbent to come', 'traces.0.trials.0.incumbent', 5],
    ['no reason', 'traces.0.trials.1.why', undefined],
    ['a reason with a list', 'traces.0.trials.1.why.values.y', [1]],
    [
      'a picture nobody can draw',
      'traces.0.trials.1.view',
      { kind: 'hologram' },
      'traces.0.trials.1.view.kind',
    ],
    ['a bracket of another dimension', `${binary}.trials.1.view.lo`, [0]],
    ['a bracket along no axis', `${binary}.trials.1.view.axis`, 2],
    ['a closing without a reason', `${binary}.closing`, {}, `${binary}.closing.why`],
    ['a grid without levels', `${grid}.trials.0.view.levels.0`, []],
    ['a lengthscale of nothing', `${bayes}.trials.6.view.lengthscales.0`, 0],
    ['a model of the future', `${bayes}.trials.6.view.conditioned`, 7],
    ['a closing model of the future', `${bayes}.closing.view.conditioned`, 8],
    ['a lengthscale beyond all measure', `${bayes}.trials.6.view.lengthscales.1`, 1e308],
    ['a variance of next to nothing', `${bayes}.trials.6.view.signalVariance`, 1e-300],
    ['a mean of other trials', `${bayes}.trials.6.view.yMean`, 1e9],
    ['a spread of other trials', `${bayes}.trials.6.view.yScale`, 1e308],
    ['a prediction of other trials', `${bayes}.trials.6.view.predicted.mean`, 1e308],
    ['a target of other trials', `${bayes}.trials.6.view.acquisition.best`, -1e300],
    ['an uncertainty without end', `${bayes}.trials.6.view.predicted.sd`, 1e308],
    [
      'a fantasy of something else',
      `${bayes}.trials.6.view`,
      {
        ...(file.traces[strategyAt('bayes')].trials[6].view as object),
        conditioned: 4,
        fantasies: [0, 1e300],
      },
      `${bayes}.trials.6.view.fantasies.1`,
    ],
    [
      'a bracket inside out',
      `${binary}.trials.1.view`,
      { kind: 'bracket', axis: 0, lo: [0.6, 0], hi: [0.4, 1], probes: [0.5] },
      `${binary}.trials.1.view.lo.0`,
    ],
    [
      'a cut inside out',
      `${binary}.trials.1.view`,
      { kind: 'bracket', axis: 0, lo: [0, 0], hi: [1, 1], probes: [0.5], cut: { axis: 0, lo: 0.8, hi: 0.2 } },
      `${binary}.trials.1.view.cut.lo`,
    ],
    ['a batch to come', 'traces.0.trials.3.batch', 5],
    ['a batch from before', 'traces.0.trials.3.batch', 0],
    ['a step out of the cube', 'traces.0.trials.3.view.step', 1e308],
    [
      'more slices than trials could fill',
      'traces.0.trials.3.view',
      { kind: 'strata', counts: [2, 10_000_000] },
      'traces.0.trials.3.view.counts.1',
    ],
    [
      'a distribution outside of the cube',
      'traces.0.trials.3.view',
      { kind: 'gaussian', mean: [0.5, 1e308], covariance: [1, 0, 0, 1] },
      'traces.0.trials.3.view.mean.1',
    ],
    [
      'a covariance that is none',
      'traces.0.trials.3.view',
      { kind: 'gaussian', mean: [0.5, 0.5], covariance: [1, 3, 3, 1] },
      'traces.0.trials.3.view.covariance.2',
    ],
    [
      'a variance below nothing',
      'traces.0.trials.3.view',
      { kind: 'gaussian', mean: [0.5, 0.5], covariance: [-1, 0, 0, 1] },
      'traces.0.trials.3.view.covariance.0',
    ],
    [
      'a trial that is twice among the good',
      'traces.0.trials.3.view',
      {
        kind: 'parzen',
        conditioned: 3,
        good: [1, 1],
        multivariate: true,
        bandwidth: 'scott',
        priorWeight: 1,
      },
      'traces.0.trials.3.view.good.1',
    ],
    [
      'a sentence with too many blanks',
      'traces.0.trials.1.why.values',
      Object.fromEntries(Array.from({ length: 99 }, (_, i) => [`v${i}`, i])),
      'traces.0.trials.1.why.values',
    ],
    ['an infinite blank', 'traces.0.trials.1.why.values.y', Infinity],
  ])('with %s is refused at that field', (_, path, value, field = path) => {
    const read = readTraceFile(spoil(copy(), path, value));
    expect(read).toMatchObject({ problem: { key: 'problem.trace-field', values: { field } } });
  });

  it.each<[what: string, path: string, value: unknown, field: string]>([
    ['null for a scenario', 'scenario', null, 'objective'],
    ['a scenario without its budget', 'scenario.budget', undefined, 'budget'],
    ['an unknown objective', 'scenario.objective.id', 'x', 'x'],
    ['an unknown strategy', 'scenario.strategies.0.id', 'x', 'x'],
    ['an impossible budget', 'scenario.budget', 1e9, 'budget'],
  ])('with %s is refused for its scenario', (_, path, value, field) => {
    const read = readTraceFile(spoil(copy(), path, value));
    expect(read).toEqual({ problem: { key: 'problem.trace-scenario', values: { field } } });
  });

  it('is refused at the sentence that whoever says it does not have', () => {
    const asked: string[] = [];
    const read = (raw: unknown) =>
      readTraceFile(raw, (strategy, { key, values }) => {
        asked.push(strategy);
        if (!key.startsWith(`${strategy}.`)) return ['key', `${strategy}.…`];
        return 'context' in values ? ['values.context', '–'] : undefined;
      });
    expect(read(copy())).toEqual({ file });
    expect(new Set(asked)).toEqual(new Set(file.traces.map(({ strategy }) => strategy.id)));
    const field = (raw: unknown) => (read(raw) as { problem: Message }).problem.values.field;
    expect(field(spoil(copy(), 'traces.0.trials.1.why.key', 'constructor'))).toBe(
      'traces.0.trials.1.why.key',
    );
    expect(field(spoil(copy(), `${bayes}.closing`, { why: { key: 'bayes', values: {} } }))).toBe(
      `${bayes}.closing.why.key`,
    );
    expect(field(spoil(copy(), 'traces.0.trials.1.why.values.context', 'x'))).toBe(
      'traces.0.trials.1.why.values.context',
    );
  });

  it('of another version says which', () => {
    const read = readTraceFile({ ...copy(), version: 2 });
    expect(read).toEqual({ problem: { key: 'problem.trace-version', values: { given: '2', known: 1 } } });
  });

  it('is refused, or shown, wherever it is cut or spoilt, and reading never throws', () => {
    const small = { ...file, traces: [file.traces[strategyAt('binary')], file.traces[strategyAt('bayes')]] };
    const paths: string[] = [];
    const walk = (value: unknown, path: string) => {
      if (path !== '') paths.push(path.slice(1));
      if (value === null || typeof value !== 'object') return;
      for (const [name, inner] of Object.entries(value)) walk(inner, `${path}.${name}`);
    };
    walk(small, '');
    let refused = 0;
    for (const [i, path] of paths.entries()) {
      if (i % 3 !== 0) continue;
      const value = [undefined, null, -1, 'x', {}, [], 1e300][i % 7];
      if ('problem' in readTraceFile(spoil(JSON.parse(JSON.stringify(small)) as object, path, value)))
        refused += 1;
    }
    expect(refused).toBeGreaterThan(100);
  });
});
