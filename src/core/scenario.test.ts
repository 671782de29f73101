import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectives } from './objectives/index.ts';
import { DEFAULT_STRATEGIES, defaultScenario, LIMITS, readScenario } from './scenario.ts';
import { strategies } from './strategies/index.ts';
import { scenarioArbitrary } from './testing.ts';

const keys = (raw: unknown) => readScenario(raw).notices.map(({ key }) => key);

describe('a scenario', () => {
  it('is complete by default: five strategies on Forrester', () => {
    const scenario = defaultScenario();
    expect(scenario.objective.id).toBe('forrester');
    expect(scenario.strategies.map(({ id }) => id)).toEqual(DEFAULT_STRATEGIES);
    expect(readScenario(scenario)).toEqual({ scenario, notices: [] });
    expect(readScenario(undefined)).toEqual({ scenario, notices: [] });
    expect(readScenario({})).toEqual({ scenario, notices: [] });
  });

  it('is read back as it is, whatever its settings, also from JSON', () => {
    fc.assert(
      fc.property(scenarioArbitrary, (scenario) => {
        expect(readScenario(scenario)).toEqual({ scenario, notices: [] });
        expect(readScenario(JSON.parse(JSON.stringify(scenario)))).toEqual({ scenario, notices: [] });
      }),
    );
  });

  it('comes out valid from anything at all, and nothing throws', () => {
    const fields = Object.keys(defaultScenario());
    const anything = fc.anything({
      withBigInt: true,
      withNullPrototype: true,
      withDate: true,
      withMap: true,
    });
    const raw = fc.oneof(anything, fc.dictionary(fc.constantFrom(...fields, 'x'), anything));
    fc.assert(
      fc.property(raw, (given) => {
        const { scenario } = readScenario(given);
        expect(readScenario(scenario)).toEqual({ scenario, notices: [] });
      }),
      { numRuns: 1000 },
    );
    const cyclic: Record<string, unknown> = {};
    cyclic.budget = cyclic;
    expect(readScenario(cyclic).notices).toHaveLength(1);
  });

  it.each([
    ['a list', [], ['notice.not-a-scenario']],
    ['a text', 'branin', ['notice.not-a-scenario']],
    ['a later version', { version: 2 }, ['notice.unreadable']],
    ['a key nobody knows', { budgets: 3 }, ['notice.unknown-key']],
    ['an objective nobody knows', { objective: 'brainin' }, ['notice.unknown-objective']],
    ['an objective without an id', { objective: { params: {} } }, ['notice.unknown-objective']],
    ['a prototype as an objective', { objective: '__proto__' }, ['notice.unknown-objective']],
    ['no strategy', { strategies: [] }, ['notice.no-strategies']],
    ['strategies that are no list', { strategies: 7 }, ['notice.no-strategies']],
    ['one unknown among two', { strategies: ['grid', 'gradient-descent'] }, ['notice.unknown-strategy']],
    ['one unreadable among two', { strategies: ['grid', 5] }, ['notice.unknown-strategy']],
    ['a strategy twice', { strategies: ['grid', { id: 'grid' }] }, ['notice.duplicate-strategy']],
    [
      'an unknown parameter',
      { strategies: [{ id: 'grid', params: { levle: 3 } }] },
      ['notice.unknown-param'],
    ],
    [
      'params that are a text',
      { strategies: [{ id: 'grid', params: 'x' }] },
      ['notice.params-not-an-object'],
    ],
    ['a budget too small', { budget: 0 }, ['notice.clamped']],
    ['half a trial', { budget: 2.5 }, ['notice.rounded']],
    ['an endless budget', { budget: Infinity }, ['notice.clamped']],
    ['a budget in words', { budget: 'ten' }, ['notice.unreadable']],
    ['a seed beyond 32 bits', { seed: 2 ** 32 }, ['notice.clamped']],
    ['noise below nothing', { noise: -1 }, ['notice.clamped']],
    ['noise of more than ten times the value', { noise: '1001%' }, ['notice.clamped']],
    ['negative noise in per cent', { noise: '-5%' }, ['notice.clamped']],
    ['noise in too many per cents', { noise: '5%%' }, ['notice.unreadable']],
    ['proportional noise in words', { noise: { kind: 'proportional', sd: 'much' } }, ['notice.unreadable']],
    ['noise of a kind nobody knows', { noise: { kind: 'uniform' } }, ['notice.unreadable']],
    ['measured noise of a formula', { objective: 'branin', noise: 'measured' }, ['notice.no-measured-noise']],
  ])('%s is answered by a notice', (_, raw, notices) => {
    expect(keys(raw)).toEqual(notices);
  });

  it('clamps to the nearest limit and says what was given, used and expected', () => {
    const { scenario, notices } = readScenario({ budget: 9999 });
    expect(scenario.budget).toBe(LIMITS.budget.max);
    expect(notices).toEqual([
      { key: 'notice.clamped', values: { name: 'budget', given: '9999', used: '500', expected: '1 … 500' } },
    ]);
  });

  it('says limits of noise in per cent where it was given so', () => {
    const { scenario, notices } = readScenario({ noise: '1001%' });
    expect(scenario.noise).toEqual({ kind: 'proportional', sd: 10 });
    const values = { name: 'noise', given: '1001%', used: '1000%', expected: '0% … 1000%' };
    expect(notices).toEqual([{ key: 'notice.clamped', values }]);
    const stored = readScenario({ noise: { kind: 'proportional', sd: 11 } });
    expect(stored.notices[0].values).toMatchObject({ used: '10', expected: '0 … 10' });
  });

  it('names what it knows where it refuses', () => {
    const [objective] = readScenario({ objective: 'x' }).notices;
    for (const { id } of objectives) expect(objective.values.known).toContain(id);
    const [strategy] = readScenario({ strategies: ['grid', 'x'] }).notices;
    for (const { id } of strategies) expect(strategy.values.known).toContain(id);
    expect(readScenario({ strategies: ['grid', 'x'] }).scenario.strategies.map(({ id }) => id)).toEqual([
      'grid',
    ]);
  });

  it('keeps prototypes as they are', () => {
    const raw = JSON.parse(
      '{"__proto__": {"budget": 3}, "constructor": 1, "objective": {"id": "branin", "params": {"__proto__": {"x": 1}}}}',
    ) as unknown;
    const { scenario } = readScenario(raw);
    expect(scenario.budget).toBe(LIMITS.budget.default);
    expect(Object.getPrototypeOf(scenario.objective.params)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('takes the short and the stored form of noise', () => {
    expect(readScenario({ noise: '0.1' }).scenario.noise).toEqual({ kind: 'gaussian', sd: 0.1 });
    for (const noise of [
      '10%',
      ' 10 %',
      { kind: 'proportional', sd: 0.1 },
      { kind: 'proportional', sd: '0.1' },
    ])
      expect(readScenario({ noise }).scenario.noise).toEqual({ kind: 'proportional', sd: 0.1 });
    expect(readScenario({ noise: '0%' }).scenario.noise).toEqual({ kind: 'none' });
    expect(readScenario({ noise: 'none' }).scenario.noise).toEqual({ kind: 'none' });
    expect(readScenario({ noise: 0 }).scenario.noise).toEqual({ kind: 'none' });
    const measured = objectives.filter(({ defaultNoise }) => defaultNoise?.kind === 'measured');
    expect(measured.length).toBeGreaterThan(0);
    for (const { id } of measured) {
      expect(readScenario({ objective: id }).scenario.noise).toEqual({ kind: 'measured' });
      expect(readScenario({ objective: id, noise: 'none' }).scenario.noise).toEqual({ kind: 'none' });
    }
  });
});
