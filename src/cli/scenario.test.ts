import { describe, expect, it } from 'vitest';
import { readScenario } from '#core/scenario.ts';
import { readFlags, type RunFlags } from './scenario.ts';
import { UsageError } from './usage.ts';

const flags = (more: Partial<RunFlags> = {}): RunFlags => ({
  strategy: 'grid',
  objective: 'branin',
  ...more,
});

describe('the flags of sim run', () => {
  it('are a scenario of one strategy; what is left out has its default', () => {
    const { scenario } = readScenario({ objective: 'branin', strategies: ['grid'] });
    expect(readFlags(flags())).toEqual(scenario);
    expect(readFlags(flags({ budget: '40', seed: '7', noise: '0.1' }))).toEqual({
      ...scenario,
      budget: 40,
      seed: 7,
      noise: { kind: 'gaussian', sd: 0.1 },
    });
  });

  it('take noise in per cent of the value', () => {
    expect(readFlags(flags({ noise: '7%' })).noise).toEqual({ kind: 'proportional', sd: 0.07 });
  });

  it('set parameters by the literal words or by id', () => {
    const angle = (owner: string) =>
      readFlags(flags({ objective: 'rotated-quadratic', set: [`${owner}.angle=20`] })).objective.params.angle;
    expect([angle('objective'), angle('rotated-quadratic')]).toEqual([20, 20]);
    const order = (owner: string) =>
      readFlags(flags({ set: [`${owner}.order=shuffled`] })).strategies[0].params.order;
    expect([order('strategy'), order('grid')]).toEqual(['shuffled', 'shuffled']);
    const { levels } = readFlags(flags({ set: ['grid.levels=-5,0;1,2e0'] })).strategies[0].params;
    expect(levels).toEqual([
      [-5, 0],
      [1, 2],
    ]);
  });

  it.each<[string, Partial<RunFlags>, RegExp]>([
    ['an unknown strategy', { strategy: 'grdi' }, /“grdi”; known are babysit, grid/],
    ['two strategies', { strategy: 'grid,random' }, /“grid,random”/],
    ['no strategy', { strategy: '' }, /“”/],
    ['an unknown objective', { objective: 'brainin' }, /“brainin”; known are .*branin/],
    ['a budget out of range', { budget: '501' }, /^budget takes 1 … 500; got “501”\.$/],
    ['half a trial', { budget: '2.5' }, /^budget takes 1 … 500, whole numbers only; got “2.5”\.$/],
    ['a seed in words', { seed: 'lucky' }, /^seed takes 0 … 4294967295; got “lucky”\.$/],
    ['negative noise', { noise: '-1' }, /^noise takes 0 … 1000000; got “-1”\.$/],
    ['noise beyond all proportion', { noise: '2000%' }, /^noise takes 0% … 1000%; got “2000%”\.$/],
    ['noise in words', { noise: 'loud' }, /none \| measured \| 0 … 1000000 \| 0% … 1000%; got “loud”/],
    ['noise that was not measured', { noise: 'measured' }, /branin has no measured noise/],
    [
      'a setting of another strategy',
      { set: ['bayes.kernel=rbf'] },
      /“bayes” is neither the strategy \(grid\)/,
    ],
    ['an unknown setting', { set: ['grid.levle=1'] }, /grid has no parameter “levle”; known are levels/],
    [
      'a setting where there are none',
      { objective: 'branin', strategy: 'random', set: ['random.x=1'] },
      /has no parameters/,
    ],
    [
      'an unknown option',
      { set: ['grid.order=spiral'] },
      /grid\.order takes lexicographic \| shuffled; got “spiral”/,
    ],
    ['a setting without a value', { set: ['grid.order'] }, /owner\.param=value/],
    ['a setting without an owner', { set: ['order=shuffled'] }, /owner\.param=value/],
    ['a prototype', { set: ['grid.__proto__=1'] }, /no parameter “__proto__”/],
  ])('refuse %s in one sentence', (_, more, sentence) => {
    const read = () => readFlags(flags(more));
    expect(read).toThrow(UsageError);
    expect(read).toThrow(sentence);
    expect(read).toThrow(/^[^\n]+\.$/);
  });
});
