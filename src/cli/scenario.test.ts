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
    ['an unknown strategy', { strategy: 'grdi' }, /“grdi”\. Known: babysit, grid/],
    ['two strategies', { strategy: 'grid,random' }, /“grid,random”/],
    ['no strategy', { strategy: '' }, /“”/],
    ['an unknown objective', { objective: 'brainin' }, /“brainin”\. Known: .*branin/],
    ['a budget out of range', { budget: '501' }, /^budget = 501 is out of range \(1 … 500\)\.$/],
    ['half a trial', { budget: '2.5' }, /^budget = 2\.5 is no whole number \(1 … 500\)\.$/],
    ['a seed in words', { seed: 'lucky' }, /^seed = “lucky” cannot be read \(expected 0 … 4294967295\)\.$/],
    ['negative noise', { noise: '-1' }, /^noise = -1 is out of range \(0 … 1000000\)\.$/],
    ['noise beyond all proportion', { noise: '2000%' }, /^noise = 2000% is out of range \(0% … 1000%\)\.$/],
    [
      'noise in words',
      { noise: 'loud' },
      /“loud” cannot be read \(expected none \| measured \| 0 … 1000000 \| 0% … 1000%\)/,
    ],
    [
      'noise that was not measured',
      { noise: 'measured' },
      /branin was not measured, so it has no measured noise/,
    ],
    [
      'a setting of another strategy',
      { set: ['bayes.kernel=rbf'] },
      /“bayes” is neither the strategy \(grid\)/,
    ],
    ['an unknown setting', { set: ['grid.levle=1'] }, /grid has no setting “levle”\. Known: levels/],
    [
      'a setting where there are none',
      { objective: 'branin', strategy: 'random', set: ['random.x=1'] },
      /random has no setting “x”\. Known: –\./,
    ],
    [
      'an unknown option',
      { set: ['grid.order=spiral'] },
      /grid\.order = “spiral” cannot be read \(expected lexicographic \| shuffled\)/,
    ],
    ['a setting without a value', { set: ['grid.order'] }, /owner\.param=value/],
    ['a setting without an owner', { set: ['order=shuffled'] }, /owner\.param=value/],
    ['a prototype', { set: ['grid.__proto__=1'] }, /no setting “__proto__”/],
  ])('refuse %s in one sentence', (_, more, sentence) => {
    const read = () => readFlags(flags(more));
    expect(read).toThrow(UsageError);
    expect(read).toThrow(sentence);
    expect(read).toThrow(/^[^\n]+\.$/);
  });
});
