/** What the chapter on choosing says of pairs, “tied” and “ahead”: the verdicts of the function that its figures use. */
import { describe, expect, it } from 'vitest';
import type { Accumulator, Verdict } from '#core/study/statistics/index.ts';
import { chapterIn } from '../../tools/learn/library.ts';
import { caseOf, CHAIR, FIVE, handedIn, ofGuide, SVC, taughtOf } from './choosing/facts.ts';
import { median, runOf } from './facts.ts';
import { rankingAt } from './ranking.ts';

const PATIENCE = 10 * 60_000;
const figures = Object.fromEntries(
  chapterIn('choosing', 'en').sections.map(({ id, figure }) => [id, figure]),
);

type Found = ReturnType<typeof rankingAt>;
type Looked = Parameters<typeof ofGuide>[1];
/** What the figure of a section finds, and where in it a strategy stands. */
function found(section: string, looked: Looked): [Found, (id: string) => number] {
  let kept: [Found, (id: string) => number] | undefined;
  const { value, repeats } = ofGuide(figures[section], looked, (ranking, place) => {
    kept = [ranking, place];
    return 0;
  });
  value(repeats!);
  return kept!;
}

describe('the studies of the guide', { timeout: PATIENCE }, () => {
  it.each<[says: string, section: string, looked: Looked, a: string, verdict: Verdict, others: string[]]>([
    ['the simplex is tied with it', 'the-study', {}, 'bayes', 'tied', ['nelder-mead']],
    ['dice and grid are tied', 'the-study', {}, 'random', 'tied', ['grid']],
    ['a tie of four', 'as-of-trial', { at: 4 }, 'bayes', 'tied', ['nelder-mead', 'random', 'tpe']],
    ['a tie of four', 'as-of-trial', { at: 4 }, 'nelder-mead', 'tied', ['random', 'tpe']],
    ['a tie of four', 'as-of-trial', { at: 4 }, 'random', 'tied', ['tpe']],
    ['only the grid', 'as-of-trial', { at: 4 }, 'grid', 'worse', ['bayes', 'nelder-mead', 'random', 'tpe']],
    ['leads alone', 'as-of-trial', { at: 8 }, 'bayes', 'better', ['nelder-mead', 'random', 'tpe', 'grid']],
    ['the careful one wins', 'hours', {}, 'bayes', 'better', ['batch-bayes', 'random', 'grid']],
    ['the dice lead', 'hours', { hour: 3 }, 'random', 'better', ['batch-bayes']],
    ['batches and dice are tied', 'hours', { hour: 6 }, 'batch-bayes', 'tied', ['random']],
    ['both are ahead of the rest', 'hours', { hour: 6 }, 'batch-bayes', 'better', ['bayes', 'grid']],
    ['both are ahead of the rest', 'hours', { hour: 6 }, 'random', 'better', ['bayes', 'grid']],
    ['batches are far ahead', 'hours', { hour: 12 }, 'batch-bayes', 'better', ['random']],
    ['tied', 'other-answers', {}, 'cma-es', 'tied', ['nelder-mead']],
    ['come first', 'other-answers', {}, 'cma-es', 'better', ['random', 'grid', 'sobol']],
    ['come first', 'other-answers', {}, 'nelder-mead', 'better', ['random', 'grid', 'sobol']],
  ])('“%s”: %s %o, %s is %s of %j', (_, section, looked, a, verdict, others) => {
    const [{ wins }, place] = found(section, looked);
    const verdicts = others.map((b) => [b, wins[place(a)][place(b)]?.verdict]);
    expect(verdicts).toEqual(others.map((b) => [b, verdict]));
  });

  it('the first trials of the grid lie along one edge', () => {
    const { traceOf } = runOf('objective=branin&strategies=grid&budget=25&seed=1');
    const first = traceOf('grid')
      .trials.slice(0, 4)
      .map(({ unit }) => unit);
    expect([0, 1].some((axis) => first.every((unit) => unit[axis] === 0))).toBe(true);
  });

  it('in strong noise the ranks run from binary search to the dice', () => {
    const [{ mean }, place] = found('noise', {});
    expect(mean[place('binary')]).toBe(Math.min(...mean));
    expect(mean[place('random')]).toBe(Math.max(...mean));
  });
});

describe('single cases', { timeout: PATIENCE }, () => {
  const between = (results: Accumulator, a: string, b: string) => {
    const place = (name: string) => results.study.strategies.findIndex((one) => one.name === name);
    return rankingAt(results, results.study.budget).wins[place(a)][place(b)]?.verdict;
  };
  it('support vector machine: Bayesian and TPE are tied', () => {
    expect(between(caseOf(SVC, SVC.repeats), 'bayes', 'tpe')).toBe('tied');
    expect(between(caseOf(SVC, SVC.repeats), 'bayes', 'grid')).toBe('better');
  });
  it('experience beats the dice on its own, and the model beats experience', () => {
    const results = caseOf(CHAIR, CHAIR.repeats);
    expect(between(results, 'expert', 'random')).toBe('better');
    expect(between(results, 'bayes', 'expert')).toBe('better');
  });
  it('the first chapter’s problem: binary search is ahead of each, the dice are last by the median', () => {
    const figure = figures['your-twelve'];
    if (figure.kind !== 'stage') throw new Error('It is no run.');
    const results = taughtOf(figure.lab.replace(/&t=.*/, ''), FIVE.repeats);
    for (const other of ['babysit', 'grid', 'random', 'bayes'])
      expect(between(results, 'binary', other)).toBe('better');
    const medians = handedIn(results).map(median);
    const place = results.study.strategies.findIndex(({ id }) => id === 'random');
    expect(medians[place]).toBe(Math.max(...medians));
    expect(Math.max(...medians) - Math.min(...medians)).toBeLessThan(0.001);
  });
});
