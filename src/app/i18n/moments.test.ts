/** Moments in words: on the page in both languages, short enough for a caption; the command line says the same English. */
import { afterEach, expect, it, vi } from 'vitest';
import { momentsOf, type Moment } from '#core/moments/index.ts';
import { problemOf, run } from '#core/run.ts';
import { readScenario } from '#core/scenario.ts';
import { senseOf } from '#core/sense.ts';
import { strategies } from '#core/strategies/index.ts';
import { say, type Sense } from '#core/types.ts';
import { setLanguage, tell, tellMoment } from './index.svelte.ts';

vi.stubGlobal('document', { documentElement: {} });
afterEach(() => setLanguage('en'));

const table = {
  id: 'table',
  params: {
    trials: [
      [1e-4, 1e-3, 1e-2, 0.1],
      [0.612345678, 0.843218765, 0.923334567, 0.3],
    ],
    direction: 'maximise',
  },
};
const real: [Moment, Sense][] = ['forrester', 'branin', 'rosenbrock', 'knn-cancer', table].flatMap(
  (objective) => {
    const { scenario } = readScenario({ objective, budget: 16, strategies: strategies.map(({ id }) => id) });
    const problem = problemOf(scenario);
    return momentsOf(run(scenario).traces, problem).map((moment): [Moment, Sense] => [
      moment,
      senseOf(problem),
    ]);
  },
);

it.each(['en', 'zh'] as const)(
  'every moment of real runs is one short line with nothing left blank (%s)',
  (language) => {
    setLanguage(language);
    expect(real.length).toBeGreaterThan(100);
    for (const [{ message }, sense] of real) {
      const sentence = tellMoment(message, sense);
      expect(sentence).not.toMatch(/\{\{|undefined|NaN|moment\./);
      expect(sentence.length, sentence).toBeLessThanOrEqual(language === 'en' ? 90 : 50);
      // Four significant digits at most.
      for (const [number] of sentence.matchAll(/\d[\d.]*/g))
        expect(number.replace(/^[0.]+|\./g, '').replace(/0+$/, '').length, sentence).toBeLessThanOrEqual(4);
      if (sense === 'maximise') expect(sentence).not.toMatch(/minimum|lower|最小|最低|低了/);
      expect(tell(message, [], sense)).toBe(sentence);
    }
  },
);

it('names strategies in the reader’s language, and counts those that have no room', () => {
  const message = say('moment.leader-first-level', { strategy: 'grid,random,bayes,tpe', best: 12345.678 });
  expect(tellMoment(message)).toBe('Grid and 3 more start level in the lead, at 12300.');
  setLanguage('zh');
  expect(tellMoment(message)).toBe('开局网格和另外 3 个并列领先：12300。');
});

it('has as many digits as tell numbers apart, four at most', () => {
  const values = { strategy: 'bayes', from: 'grid' };
  const leads = (best: number, other: number) => tellMoment(say('moment.leader', { ...values, best, other }));
  expect(leads(0.123456, 0.2)).toBe('Bayesian takes the lead from Grid: 0.123 against 0.2.');
  expect(leads(0.123456, 0.123321)).toBe('Bayesian takes the lead from Grid: 0.1235 against 0.1233.');
  expect(tellMoment(say('moment.leader-by', { ...values, by: 2e-10 }), 'maximise')).toBe(
    'Bayesian takes the lead from Grid, higher by 2×10⁻¹⁰.',
  );
  expect(
    tellMoment(say('moment.within-first', { strategy: 'bayes', share: '0.1', goal: 'known' }), 'maximise'),
  ).toBe('Bayesian is the first within 0.1 % of the range below the highest value known.');
});
