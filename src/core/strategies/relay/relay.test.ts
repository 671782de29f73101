/** A relay does what its parts do, each with its settings and with what it is given. */
import { describe, expect, it } from 'vitest';
import { readParams } from '../../params.ts';
import { queryToRaw, scenarioToQuery } from '../../query.ts';
import { problemOf, run } from '../../run.ts';
import { readScenario } from '../../scenario.ts';
import { stream } from '../../rng.ts';
import { SettingsError, type Outcome, type Proposal, type Strategy, type Trial } from '../../types.ts';
import { alone } from '../alone.ts';
import { getStrategy } from '../index.ts';
import { batchOf, successors } from './parts.ts';

function trials(params: Record<string, unknown>, more: object = {}): Trial[] {
  const read = readScenario({
    ...{ objective: 'branin', budget: 20, seed: 3, strategies: [{ id: 'relay', params }] },
    ...more,
  });
  expect(read.notices).toEqual([]);
  return run(read.scenario).traces[0].trials;
}
const points = (list: readonly Trial[]) => list.map(({ unit }) => unit);

describe('the first leg', () => {
  it('is that of the strategy with its settings, up to n trials', () => {
    const all = trials({ first: 'grid', n: 9, 'first.grid.placement': 'centres' });
    const third = (u: number) => Math.round(u * 6);
    expect(points(all.slice(0, 9)).map((unit) => unit.map(third))).toEqual([
      ...[1, 3, 5].flatMap((a) => [1, 3, 5].map((b) => [a, b])),
    ]);
    expect(all).toHaveLength(20);
  });

  it('hands over earlier where it has nothing more to ask', () => {
    const all = trials({ first: 'grid', n: 10, then: 'random' });
    expect(all[9].why.key).toBe('relay.afresh');
    expect(all[9].why.values).toEqual({ count: 9 });
  });

  it('does not hang on what comes after it', () => {
    const random = points(trials({ n: 12, then: 'random' })).slice(0, 12);
    for (const then of ['bayes', 'line', 'nelder-mead'])
      expect(points(trials({ n: 12, then })).slice(0, 12)).toEqual(random);
  });

  it('cuts a batch that is larger than what is left to it, as the end of a budget does', () => {
    const all = trials({ first: 'batch-bayes', n: 5, 'first.batch-bayes.size': 4, then: 'random' });
    expect(all.map(({ batch }) => batch).slice(0, 6)).toEqual([0, 0, 0, 0, 1, 2]);
  });

  it('may be all there is budget for', () => {
    expect(trials({ n: 15 }, { budget: 4 })).toHaveLength(4);
    expect(trials({ n: 4 }, { budget: 4 }).map(({ why }) => why.key)).not.toContain('relay.given');
  });
});

describe('the second leg', () => {
  const last = (params: Record<string, unknown>, more?: object) => trials(params, more).slice(10);
  it('begins with the trials so far, or says that it cannot', () => {
    for (const { id, resumes } of successors) {
      const [first] = last({ n: 10, then: id }, { budget: 12 });
      expect([id, first.why]).toEqual([
        id,
        { key: resumes ? 'relay.given' : 'relay.afresh', values: { count: 10 } },
      ]);
    }
  });

  it('is told the settings of its strategy', () => {
    const one = last({ n: 10, then: 'bayes' }, { budget: 13 });
    const other = last({ n: 10, then: 'bayes', 'then.bayes.acquisition': 'lcb' }, { budget: 13 });
    expect(other[1].why.key).toBe('bayes.lcb');
    expect(one[1].why.key).toBe('bayes.log-ei');
    const wide = last({ n: 10, 'then.local-random.reach': 0.5 });
    expect(points(wide)).not.toEqual(points(last({ n: 10 })));
  });

  it('takes a model’s first look from them: no design is made again', () => {
    for (const then of ['bayes', 'batch-bayes', 'tpe']) {
      const all = trials({ n: 10, then }, { budget: 13 });
      const view = all[10].view!;
      expect(view.kind === 'model' || view.kind === 'parzen' ? view.conditioned : 0).toBe(10);
      expect(
        all
          .slice(10)
          .map(({ why }) => why.key)
          .join(),
      ).not.toMatch(/initial|startup/);
    }
  });

  it('stands on the best of them', () => {
    for (const then of ['babysit', 'annealing', 'nelder-mead', 'cma-es']) {
      const all = trials({ n: 10, then }, { budget: 24 });
      const best = all[all[9].incumbent];
      const view = all[10].view!;
      const place = view.kind === 'step' ? view.from : view.kind === 'simplex' ? view.vertices[0] : undefined;
      const mean = view.kind === 'gaussian' ? view.mean : place;
      expect([then, mean]).toEqual([then, best.unit]);
    }
  });

  it('brackets pass through the best of them, and never leave it for something worse', () => {
    for (const then of ['binary', 'k-section', 'line']) {
      const all = trials({ n: 10, then }, { budget: 14 });
      const best = all[all[9].incumbent];
      expect([then, all[10].unit[1]]).toEqual([then, best.unit[1]]);
      expect([then, all[11].unit[1]]).toEqual([then, best.unit[1]]);
    }
    const line = trials({ n: 10, then: 'line', 'then.line.knob': 2 }, { budget: 30 });
    const best = line[line[9].incumbent];
    expect(line.slice(10).every(({ unit }) => unit[0] === best.unit[0])).toBe(true);
  });

  it('stays near the best, ever nearer', () => {
    const all = trials({ n: 10 }, { budget: 40, objective: 'hartmann6' });
    for (const { index, unit } of all.slice(10)) {
      const best = all[all[index - 1].incumbent];
      const reach = 0.15 / 2 ** Math.floor((index - 10) / 8);
      for (const [axis, u] of unit.entries())
        expect(Math.abs(u - best.unit[axis])).toBeLessThanOrEqual(reach + 1e-12);
    }
  });

  it('is refused in a sentence where it asks for a hyperparameter that is not there', () => {
    const params = { n: 10, then: 'line', 'then.line.knob': 3 };
    expect(() => trials(params)).toThrow(SettingsError);
  });
});

/** What a strategy does with all observations of another one, as the first ones of its run. */
describe.each(successors.map((strategy) => [strategy.id, strategy] as const))(
  '%s',
  (_, strategy: Strategy) => {
    const problem = problemOf({ objective: { id: 'branin', params: {} } });
    const outcome = (unit: readonly number[], y: number | null): Outcome => ({
      unit,
      y: y ?? Infinity,
      failed: y === null,
      feasible: y !== null,
    });
    const asked = (given: readonly Outcome[]) => {
      const search = strategy.search({
        ...{ dim: 2, space: problem.space, dimensions: problem.space.dimensions, budget: 6, given },
        params: readParams(strategy.params, {}, strategy.id).values,
        stream: (purpose) => stream(purpose),
      });
      const all: Proposal[] = [];
      let step = search.next([]);
      while (!step.done && all.length < 6) {
        const batch = batchOf(step.value).slice(0, 6 - all.length);
        all.push(...batch);
        step = search.next(batch.map(({ unit }) => outcome(unit, problem.value(problem.space.toReal(unit)))));
      }
      return all.map(({ unit }) => Array.from(unit));
    };
    const some = [0.2, 0.4, 0.6, 0.8].flatMap((a) =>
      [0.3, 0.7].map((b) => outcome([a, b], (a - 0.4) ** 2 + b)),
    );

    it('does what it says of what it is given', () => {
      const other = some.map((one, i) => (i === 7 ? { ...one, y: -5 } : one));
      const differs = JSON.stringify(asked(some)) !== JSON.stringify(asked(other));
      expect(differs).toBe(strategy.resumes === true);
    });

    it('bears that all it is given has failed', () => {
      expect(asked(some.map(({ unit }) => outcome(unit, null)))).toHaveLength(6);
    });
  },
);

it('its settings are short in a link, and come back from it', () => {
  const { scenario } = readScenario({
    objective: 'branin',
    strategies: [
      { id: 'relay', params: { first: 'grid', 'first.grid.levels': '0,5;', n: 3, 'then.bayes.xi': 0 } },
    ],
  });
  expect(scenario.strategies[0].params).toEqual({
    first: 'grid',
    'first.grid.levels': [[0, 5], []],
    n: 3,
    then: 'local-random',
  });
  const query = scenarioToQuery(scenario);
  expect(query).toContain('relay.first=grid&relay.first.grid.levels=0,5;&relay.n=3');
  expect(readScenario(queryToRaw(query)).scenario).toEqual(scenario);
});

it('has the settings of every strategy, twice', () => {
  const declared = Object.keys(getStrategy('relay').params);
  for (const { id, params } of alone)
    for (const name of Object.keys(params))
      for (const leg of ['first', 'then']) expect(declared).toContain(`${leg}.${id}.${name}`);
});
