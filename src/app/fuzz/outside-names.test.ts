/** Names that every object answers to, through everything that looks a name up which came from outside. */
import { beforeEach, describe, expect, it } from 'vitest';
import { define, lookUp } from '#core/look-up.ts';
import { readSpace, readTable } from '#core/objectives/own/index.ts';
import { readParams } from '#core/params.ts';
import { queryToRaw, scenarioToQuery } from '#core/query.ts';
import { problemOf, run } from '#core/run.ts';
import { defaultScenario, readScenario } from '#core/scenario.ts';
import { getStrategy } from '#core/strategies/index.ts';
import { readStudy } from '#core/study/read-study.ts';
import { readTraceFile } from '#core/trace/file.ts';
import type { Message } from '#core/types.ts';
import { dimensionLabels, objectiveText, strategyText, tell, whySentences } from '../i18n/index.svelte.ts';
import { seriesOf } from '../shared/series.ts';
import { commandOf, type KeyPress } from '../stage/clock/keyboard.ts';
import { KeptFunctions } from '../address/long-links.ts';
import { groupsOf } from '../assumptions/diagnosis/dial-presets.ts';
import { readSketch } from '../assumptions/phase/phase-link.ts';
import { readHash } from '../address/url.ts';

const NAMES = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'length', 'name'];
/** Said whole: a sentence is text, and shows no object’s insides. */
const sayable = (messages: readonly Message[]) => {
  for (const message of messages) {
    const said = tell(message);
    expect(typeof said).toBe('string');
    expect(said).not.toMatch(/\[object|native code|undefined|\{\{/);
  }
};

describe.each(NAMES)('what is called %s', (name) => {
  beforeEach(() => expect(Object.keys(Object.prototype)).toEqual([]));

  it('is in a record only where it was put there', () => {
    expect(lookUp({}, name)).toBeUndefined();
    const record: Record<string, number> = {};
    define(record, name, 7);
    expect([lookUp(record, name), Object.keys(record)]).toEqual([7, [name]]);
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
  });

  it('may be a table’s column, with a label of that name', () => {
    const table = readTable(`${name},second,error\n1,0.5,3\n2,0.25,4\n3,0.5,5\n4,0.125,1\n`, {
      hyperparameters: [0, 1],
      objective: 2,
    });
    if ('problem' in table) throw new Error(table.problem.key);
    expect(table.names[0]).toBe(name);
    const trials = [...[0, 1].map((i) => table.points.map(({ x }) => x[i])), table.points.map(({ y }) => y)];
    const { scenario, notices } = readScenario({
      objective: { id: 'table', params: { trials, space: `${name}; second` } },
      budget: 4,
      strategies: ['random', 'grid'],
    });
    expect(notices).toEqual([]);
    const { dimensions } = problemOf(scenario).space;
    expect(dimensionLabels('table', dimensions)).toEqual([name, 'second']);
    for (const trace of run(scenario).traces)
      for (const { why } of trace.trials) sayable([{ ...why, values: { ...why.values, axis: 0 } }]);
    expect(readScenario(queryToRaw(scenarioToQuery(scenario))).scenario).toEqual(scenario);
  });

  it('is refused as objective, strategy, setting, key, noise and page of a link, with a notice each', () => {
    const link = [
      `objective=${name}&strategies=${name},grid,${name}&noise=${name}&${name}=1&${name}.${name}=2&grid.${name}=3`,
      `objective.${name}=4&lang=${name}&optimum=${name}`,
    ].join('&');
    const { page, scenario, options, notices } = readHash(`#/${name}?${link}`, ['lab', 'arena']);
    expect([page, options.lang, options.optimum]).toEqual(['lab', 'auto', true]);
    expect(scenario).toEqual({
      ...defaultScenario(),
      strategies: [defaultScenario().strategies.find(({ id }) => id === 'grid')],
    });
    expect(notices.length).toBeGreaterThanOrEqual(8);
    expect(notices.some(({ key }) => key === 'notice.unknown-key')).toBe(true);
    sayable(notices);
    sayable(
      readSketch(`phase.${name}=1&phase.x=${name},0,1,3&phase.strategies=${name}`, defaultScenario()).notices,
    );
  });

  it('is refused in a scenario, a study and a trace file', () => {
    const raw: unknown = JSON.parse(
      `{"${name}":1,"objective":{"id":"branin","params":{"${name}":[]}},"strategies":[{"id":"${name}"}],"noise":{"kind":"${name}"}}`,
    );
    const { notices } = readScenario(raw);
    expect(notices.map(({ key }) => key).sort()).toEqual([
      'notice.no-strategies',
      'notice.unknown-key',
      'notice.unknown-param',
      'notice.unknown-strategy',
      'notice.unreadable',
    ]);
    sayable(notices);

    const study: unknown = JSON.parse(
      `{"${name}":1,"problems":["${name}",{"id":"branin","name":"${name}","${name}":2}],"strategies":[{"id":"${name}"},"random"]}`,
    );
    const read = readStudy(study);
    expect('problems' in read && read.problems.length).toBeGreaterThanOrEqual(4);
    sayable('problems' in read ? read.problems : []);
    const named = readStudy({ problems: [{ id: 'branin', name }], strategies: [{ id: 'random', name }] });
    expect(named).toMatchObject({ study: { problems: [{ name }], strategies: [{ name }] } });

    const { scenario } = readScenario({ objective: 'branin', budget: 2, strategies: ['random'] });
    const file = JSON.parse(JSON.stringify(run(scenario))) as ReturnType<typeof run>;
    for (const key of [name, `random.${name}`, `random.draw.${name}`, `${name}.draw`]) {
      file.traces[0].trials[1].why = { key, values: {} };
      expect(readTraceFile(file, whySentences)).toMatchObject({
        problem: { values: { field: 'traces.0.trials.1.why.key' } },
      });
      sayable([{ key, values: {} }]);
    }
    file.traces[0].trials[1].why = { key: 'random.draw', values: { [name]: 'x' } };
    readTraceFile(file, whySentences);
    file.traces[0].strategy.id = name;
    expect(readTraceFile(file, whySentences)).toMatchObject({
      problem: { values: { field: 'traces.0.strategy.id' } },
    });
  });

  it('has no text, look, group, command, setting or kept function', () => {
    expect(strategyText(name).name).toBe(name);
    expect(objectiveText(name).name).toBe(name);
    expect(seriesOf(name)).toMatchObject({ label: name, colour: 'var(--strategy-other)' });
    expect(groupsOf({ id: name, params: {} }, {})).toEqual([]);
    expect(commandOf({ key: name } as KeyPress)).toBeUndefined();
    const { params } = getStrategy('bayes');
    expect(readParams(params, { [name]: 1 }, 'bayes').notices).toHaveLength(1);
    expect(new KeptFunctions(undefined).find(name)).toBeUndefined();
    for (const group of ['notice', 'problem', 'error', name])
      sayable([{ key: `${group}.${name}`, values: { detail: '–', [name]: 'x' } }]);
    const space = readSpace(`${name} log 0.1 1`);
    expect('entries' in space && space.entries[0].name).toBe(name);
  });
});

describe('values that are called like options of the message library', () => {
  const OPTIONS =
    'count context defaultValue lng lngs ns returnObjects returnDetails replace interpolation joinArrays postProcess fallbackLng keySeparator nsSeparator nest ordinal skipInterpolation appendNamespaceToMissingKey';

  it.each(OPTIONS.split(' '))('%s changes no sentence', (name) => {
    const plain = { key: 'grid.point', values: { point: 1, total: 4, size: '2 × 2' } };
    for (const value of [1, 'zh', '$t(app.name)', '{{total}}', 'constructor']) {
      expect(tell({ ...plain, values: { ...plain.values, [name]: value } })).toBe(tell(plain));
    }
  });

  it('are said as they are', () => {
    for (const given of ['$t(app.name)', '{{known}}', '{{- known}}', '$&', '__proto__'])
      expect(tell({ key: 'notice.unknown-strategy', values: { given, known: 'a' } })).toContain(given);
  });
});
