/** The front door says what the numbers show: each story is run, and its last sentence looked for in the traces. */
import { describe, expect, it } from 'vitest';
import { momentsOf } from '#core/moments/index.ts';
import { problemOf, run } from '#core/run.ts';
import { strategies } from '#core/strategies/index.ts';
import { levelsPerDimension } from './testing.ts';
import { ranking } from '../stage/race/ranking.ts';
import { scenarioOfStory, STORY_IDS, type StoryId } from './stories.ts';
import { home as en } from './texts.en.ts';
import { home as zh } from './texts.zh.ts';

function told(id: StoryId) {
  const scenario = scenarioOfStory(id);
  const problem = problemOf(scenario);
  const { traces } = run(scenario);
  const standings = ranking(
    traces.map(({ strategy, trials }) => ({ id: strategy.id, trials })),
    scenario.budget,
    problem.optimum.value,
  );
  return {
    ...{ scenario, problem, traces, standings },
    moments: momentsOf(traces, problem),
    trialsOf: (strategy: string) => traces.find((trace) => trace.strategy.id === strategy)!.trials,
    rankOf: (strategy: string) => standings.find((standing) => standing.id === strategy)!.rank,
  };
}

describe('what stories say', () => {
  it('rate: twelve runs each, binary search nearest', () => {
    const { scenario, rankOf, problem, traces } = told('rate');
    expect([scenario.budget, problem.space.dimensions.length, scenario.noise.kind]).toEqual([12, 1, 'none']);
    expect(traces.map(({ trials }) => trials.length)).toEqual([12, 12, 12, 12, 12]);
    expect(rankOf('binary')).toBe(1);
    expect([en.stories.rate.end, zh.stories.rate.end]).toEqual([
      'Twelve runs each: binary search came nearest this time. Would it always?',
      '各训练十二次：这一回二分法离谷底最近。次次都会这样吗？',
    ]);
  });

  it('valleys: binary search loses the lower one at trial 2, and ends last', () => {
    const { moments, rankOf, problem } = told('valleys');
    expect(problem.facts.unimodal).toBe(false);
    expect(moments.find(({ kind }) => kind === 'lost')).toMatchObject({ trial: 2, strategy: 'binary' });
    expect(rankOf('binary')).toBe(5);
    expect(en.stories.valleys.end).toContain('At its second trial');
    expect(zh.stories.valleys.end).toContain('第二次试验');
  });

  it('knobs: one matters; random tries nine values of it, the grid three, and random comes nearer', () => {
    const { scenario, problem, trialsOf, rankOf } = told('knobs');
    expect([scenario.budget, problem.space.dimensions.length]).toEqual([9, 2]);
    const values = (strategy: string) => levelsPerDimension(trialsOf(strategy));
    // The first knob is the one that matters: along the other, hardly anything changes.
    const { dimensions } = problem.space;
    const spread = (i: number) => {
      const ys = Array.from({ length: 41 }, (_, k) => {
        const x = problem.optimum.at[0].slice();
        x[i] = dimensions[i].lo + ((dimensions[i].hi - dimensions[i].lo) * k) / 40;
        return problem.value(x);
      });
      return Math.max(...ys) - Math.min(...ys);
    };
    expect(spread(1)).toBeLessThan(spread(0) / 20);
    expect([values('random')[0], values('grid')[0]]).toEqual([9, 3]);
    expect(rankOf('random')!).toBeLessThan(rankOf('grid')!);
    expect([en.stories.knobs.end, zh.stories.knobs.end]).toEqual([
      'Nine random trials try nine values of the knob that matters; the grid tries three.',
      '九次随机试验，试了起作用的那个超参数的九个取值；网格只试了三个。',
    ]);
  });

  it('learnt: Bayesian search comes nearest', () => {
    const { rankOf } = told('learnt');
    expect(rankOf('bayes')).toBe(1);
    expect(en.stories.learnt.end).toContain('Bayesian search came nearest');
    expect(zh.stories.learnt.end).toContain('贝叶斯优化离谷底最近');
  });

  it('the Lab has as many strategies as its door says, and every story its words', () => {
    expect(strategies).toHaveLength(16);
    expect(Object.keys(en.stories)).toEqual(STORY_IDS);
    expect(Object.keys(zh.stories)).toEqual(STORY_IDS);
  });
});
