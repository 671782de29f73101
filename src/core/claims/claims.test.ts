import { describe, expect, it } from 'vitest';
import { getObjective } from '../objectives/index.ts';
import { defaults, type TextParam } from '../params.ts';
import { defaultScenario, readScenario } from '../scenario.ts';
import { study } from '../study/testing.ts';
import { questionOf } from '../assumptions/phase/testing.ts';
import {
  DEFAULT_CLAIMS,
  DRAWN_CLAIMS,
  FORMULA_CLAIMS,
  PhaseClaims,
  ScenarioClaims,
  StudyClaims,
  TABLE_CLAIMS,
  type PhaseClaim,
  type ScenarioClaim,
  type StudyClaim,
} from './index.ts';

const claimsOf = (objective: object, more: object = {}) =>
  new ScenarioClaims(readScenario({ objective, ...more }).scenario);
const expectTrue = (claims: readonly ScenarioClaim[], checked: ScenarioClaims) =>
  expect(claims.flatMap((claim) => checked.complaint(claim) ?? [])).toEqual([]);

describe('what the examples show', () => {
  it('is true of the default scenario', () => {
    expectTrue(DEFAULT_CLAIMS, new ScenarioClaims(defaultScenario()));
  });

  const { default: first, examples = [] } = getObjective('formula').params.formula as TextParam;
  it('is said of every formula that is offered', () => {
    expect(Object.keys(FORMULA_CLAIMS).sort()).toEqual([first, ...examples].sort());
  });
  it.each(Object.entries(FORMULA_CLAIMS))('is true of %s', (formula, claims) => {
    expect(claims.length).toBeGreaterThan(0);
    expectTrue(claims, claimsOf({ id: 'formula', params: { formula } }));
  });

  it('is true of the curve and the table that stand there first', () => {
    expectTrue(DRAWN_CLAIMS, claimsOf({ id: 'drawn', params: defaults(getObjective('drawn').params) }));
    expectTrue(TABLE_CLAIMS, claimsOf({ id: 'table', params: defaults(getObjective('table').params) }));
  });
});

describe('a claim that is false', () => {
  const bowl = claimsOf({ id: 'morph' }, { budget: 12, noise: 0.05 });
  const rippled = claimsOf({ id: 'morph', params: { ripple: 0.12, frequency: 5 } });
  const rotated = claimsOf({ id: 'morph-2d', params: { conditioning: 20, rotation: 30 } });
  it.each<[string, ScenarioClaims, ScenarioClaim]>([
    ['verdict', bowl, { kind: 'verdict', verdict: 'unimodal', holds: 'no' }],
    ['witness', rippled, { kind: 'verdict', verdict: 'unimodal', holds: 'no', by: 'plateau' }],
    ['minima', rippled, { kind: 'minima', count: 1 }],
    ['minimum-at', rippled, { kind: 'minimum-at', at: [0.32] }],
    ['lost-at', rippled, { kind: 'lost-at', rule: 'golden', trial: 2 }],
    ['its trial', rippled, { kind: 'lost-at', rule: 'bisection', trial: 4 }],
    ['its cause', rippled, { kind: 'lost-at', rule: 'bisection', trial: 2, cause: 'noise' }],
    ['lost-share', rippled, { kind: 'lost-share', rule: 'bisection', share: [0, 0.5] }],
    ['looks', bowl, { kind: 'looks', verdict: 'convex', share: [0.5, 1] }],
    ['stuck, on a smooth slope', rotated, { kind: 'stuck', at: [0.5, 0.5] }],
    ['stuck, at the minimum', rotated, { kind: 'stuck', at: [0.37, 0.58] }],
    ['costs', rotated, { kind: 'costs', strategy: 'random', instead: { rotation: 0 }, times: [100, 1e9] }],
    ['reaches', bowl, { kind: 'reaches', strategy: 'random', regret: 1e-9, trials: 3, share: [0.5, 1] }],
  ])('is found out: %s', (_, checked, claim) => {
    expect(checked.complaint(claim)).toMatch(/\S/);
  });

  const small = new StudyClaims(
    study({
      problems: ['branin', 'quadratic'],
      strategies: ['random', 'grid', 'binary'],
      budget: 12,
      repeats: 9,
    }),
  );
  it.each<[string, StudyClaim]>([
    ['ahead', { kind: 'ahead', a: 'random', b: 'binary', on: 'quadratic', share: [0.5, 1] }],
    ['ahead on all', { kind: 'ahead', a: 'grid', b: 'random', share: [1, 1] }],
    ['best', { kind: 'best', strategy: 'random', on: 'quadratic' }],
    ['worse', { kind: 'worse', strategy: 'binary', on: 'quadratic', than: 'branin', times: [1, 2] }],
    ['values', { kind: 'values', strategy: 'grid', on: 'branin', distinct: [12, 12] }],
    ['facts', { kind: 'facts', unimodal: true }],
  ])('is found out: %s', (_, claim) => {
    expect(small.complaint(claim)).toMatch(/\S/);
  });

  const map = new PhaseClaims(questionOf());
  it.each<[string, PhaseClaim]>([
    ['reach', { kind: 'reach', strategy: 'binary:golden', x: 0.5, y: 2, share: [1, 1] }],
    ['promised', { kind: 'promised', strategies: ['random'] }],
  ])('is found out: %s', (_, claim) => {
    expect(map.complaint(claim)).toMatch(/\S/);
  });

  it('is refused where it names what is not there', () => {
    expect(() => small.complaint({ kind: 'best', strategy: 'random', on: 'nowhere' })).toThrow(/nowhere/);
    expect(() => map.complaint({ kind: 'promised', strategies: ['nobody'] })).toThrow(/nobody/);
  });
});
