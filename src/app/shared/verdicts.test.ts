import { describe, expect, it } from 'vitest';
import { recordOf, study } from '#core/study/testing.ts';
import { Accumulator, winMatrix } from '#core/study/statistics/index.ts';
import { verdictSentence } from './verdicts.ts';

/** The same parabola four times; the first strategy is lower in the first `won` repeats, on all of them. */
function sentence(won: number, repeats: number, problems = 4): string {
  const of = study({
    problems: Array.from({ length: problems }, (_, i) => ({ name: `q${i}`, objective: { id: 'quadratic' } })),
    strategies: ['random', 'sobol'],
    budget: 1,
    repeats,
  });
  const results = new Accumulator(of);
  for (let problem = 0; problem < problems; problem++)
    for (let repeat = 0; repeat < repeats; repeat++) {
      results.add(recordOf({ problem, strategy: 0, repeat }, [repeat < won ? 1 + repeat / 100 : 3]));
      results.add(recordOf({ problem, strategy: 1, repeat }, [2]));
    }
  return verdictSentence(winMatrix(results)[0][1]!, ['Random', 'Sobol']);
}

describe('a verdict in words', () => {
  it('says of how many independent cases it is, where problems share their random numbers', () => {
    expect(sentence(18, 20)).toBe(
      'Random beats Sobol: it ends lower in 72 of 80 paired runs, higher in 8, level in 0 (share of wins 90\u00a0%, 95 % interval 70\u00a0% to 97\u00a0%). Problems that share their random numbers count once per repeat, fixed ones once in all: 20 independent cases. This holds after Holm’s correction for all comparisons.',
    );
    expect(sentence(14, 20)).toMatch(/^Random and Sobol are tied: 56 wins to 24 .* 20 independent cases\.$/);
  });
  it('does not where all pairs are', () => {
    expect(sentence(18, 20, 1)).not.toMatch(/cases/);
  });
  it('wants six cases, not six pairs', () => {
    expect(sentence(5, 5)).toBe(
      'Random and Sobol are tied for want of evidence: only 5 of 5 independent cases differ, and fewer than 6 cannot decide.',
    );
  });
});
