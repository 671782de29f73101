import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryToRaw, scenarioToQuery } from './query.ts';
import { defaultScenario, readScenario } from './scenario.ts';
import { scenarioArbitrary } from './testing.ts';
import type { Scenario } from './types.ts';

const read = (query: string, ignored?: string[]) => readScenario(queryToRaw(query, ignored));

describe('a scenario as a query', () => {
  it('comes back as it was, without a notice', () => {
    fc.assert(
      fc.property(scenarioArbitrary, (scenario) => {
        expect(read(scenarioToQuery(scenario))).toEqual({ scenario, notices: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('survives the browser’s own reading and writing of addresses', () => {
    fc.assert(
      fc.property(scenarioArbitrary, (scenario) => {
        const address = new URL(`https://example.org/#/lab?${scenarioToQuery(scenario)}`);
        expect(read(address.hash.split('?')[1])).toEqual({ scenario, notices: [] });
      }),
    );
  });

  it('says only what differs from the default, in words a person can edit', () => {
    expect(scenarioToQuery(defaultScenario())).toBe('objective=forrester');
    const { scenario } = readScenario({
      objective: { id: 'rotated-quadratic', params: { angle: 35 } },
      budget: 40,
      noise: 0.1,
      strategies: [{ id: 'grid', params: { order: 'shuffled', levels: [[0.4, 0.5], [1e-4]] } }, 'bayes'],
    });
    expect(scenarioToQuery(scenario)).toBe(
      'objective=rotated-quadratic&budget=40&noise=0.1&strategies=grid,bayes&objective.angle=35' +
        '&grid.levels=0.4,0.5;0.0001&grid.order=shuffled',
    );
  });

  it('says proportional noise in per cent, and reads it as typed, escaped or not', () => {
    const { scenario } = readScenario({ objective: 'branin', noise: { kind: 'proportional', sd: 0.07 } });
    expect(scenarioToQuery(scenario)).toBe('objective=branin&noise=7%25');
    for (const query of ['objective=branin&noise=7%25', 'objective=branin&noise=7%'])
      expect(read(query)).toEqual({ scenario, notices: [] });
  });

  it('takes the objective’s own id as an owner, too', () => {
    const angle = (query: string) => read(query).scenario.objective.params.angle;
    expect(angle('objective=rotated-quadratic&rotated-quadratic.angle=20')).toBe(20);
    expect(angle('objective.angle=20&objective=rotated-quadratic')).toBe(20);
  });

  it('leaves the page’s own keys alone, and only those', () => {
    const { scenario, notices } = read('lang=zh&t=3&budget=12&view=x', ['lang', 't']);
    expect(scenario.budget).toBe(12);
    expect(notices.map(({ key, values }) => [key, values.name])).toEqual([['notice.unknown-key', 'view']]);
  });

  it('keeps the settings of a strategy that is switched off out of the way', () => {
    const { scenario, notices } = read('strategies=random&grid.order=shuffled');
    expect(scenario.strategies.map(({ id }) => id)).toEqual(['random']);
    expect(notices).toEqual([]);
  });

  it('names a setting whose owner is nobody', () => {
    expect(read('gird.order=shuffled').notices[0].values.name).toBe('gird.order');
    expect(read('forrester.angle=1').notices[0].key).toBe('notice.unknown-param');
  });

  it.each([
    '%',
    '%E0%A4%A',
    'budget=%ZZ',
    '=&=',
    '&&&',
    '.=.',
    '__proto__=1',
    '__proto__.x=1',
    'grid.__proto__=1',
  ])('is never the end of the page: %s', (query) => {
    const { scenario } = read(query);
    expect(scenario).toEqual({ ...defaultScenario(), budget: scenario.budget } satisfies Scenario);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('never throws, whatever the query', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('objective', 'grid.', 'strategies', '=', '&', '%', '.'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { scenario } = read(pieces.join(''));
        expect(readScenario(scenario).notices).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
