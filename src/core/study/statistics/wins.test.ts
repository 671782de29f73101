import { describe, expect, it } from 'vitest';
import { recordOf } from '../testing.ts';
import { Accumulator, signTest, verdictOf, winMatrix } from './index.ts';
import { given, results } from './testing.ts';

describe('wins', () => {
  it('are counted on pairs, ties within the tolerance, what found nothing tied with the like', () => {
    const made = results([
      [[1], [2], [NaN]],
      [[2], [2.1], [NaN]],
      [[NaN], [0]],
    ]);
    const at = (a: number, b: number, tolerance = 0) => {
      const { wins, ties, losses, pairs, share } = winMatrix(made, { tolerance })[a][b]!;
      return [wins, ties, losses, pairs, share];
    };
    expect(at(0, 1)).toEqual([2, 1, 0, 3, 2.5 / 3]);
    expect(at(0, 1, 0.2)).toEqual([1, 2, 0, 3, 2 / 3]);
    expect(at(0, 2)).toEqual([1, 0, 1, 2, 0.5]);
    expect(at(2, 0)).toEqual([1, 0, 1, 2, 0.5]);
    expect(winMatrix(made)[1][1]).toBeUndefined();
  });

  const many = { ...given, repeats: 40 };
  const pairsOf = (wins: number, ties: number, losses: number) =>
    results(
      [
        Array.from({ length: wins + ties + losses }, (_, i) => [i < wins ? 1 : 2]),
        Array.from({ length: wins + ties + losses }, (_, i) => [i < wins + ties ? 2 : 1]),
      ],
      many,
    );

  it('decide only where the interval leaves one half, from six untied pairs on', () => {
    expect(winMatrix(pairsOf(30, 0, 10))[0][1]).toMatchObject({ verdict: 'better' });
    expect(winMatrix(pairsOf(30, 0, 10))[1][0]).toMatchObject({ verdict: 'worse', wins: 10, losses: 30 });
    expect(winMatrix(pairsOf(22, 0, 18))[0][1]).toMatchObject({ verdict: 'tied' });
    expect(winMatrix(pairsOf(0, 40, 0))[0][1]).toMatchObject({
      verdict: 'tied',
      share: 0.5,
      low: 0.5,
      high: 0.5,
      p: 1,
    });
    expect(winMatrix(pairsOf(5, 0, 0))[0][1]).toMatchObject({ verdict: 'tied', low: 1, high: 1 });
    expect(winMatrix(pairsOf(6, 0, 0))[0][1]).toMatchObject({ verdict: 'better' });
    expect(verdictOf({ decided: 18, low: 0.5, high: 0.9 })).toBe('tied');
    expect(verdictOf({ decided: 5, low: 0.9, high: 1 })).toBe('tied');
  });

  it('tell what is fixed from what is luck, and take its repetitions for no evidence', () => {
    const fixed = winMatrix(pairsOf(40, 0, 0))[0][1]!;
    expect(fixed).toMatchObject({ wins: 40, pairs: 40, fixed: 40, verdict: 'better', p: 1 });
    expect(winMatrix(pairsOf(39, 0, 1))[0][1]!.fixed).toBe(0);
    expect(winMatrix(pairsOf(1, 0, 0))[0][1]!.fixed).toBe(0);
    // On two problems, of which one leaves nothing to luck: 30 wins of 40, and one more.
    const two = { ...many, problems: [many.problems[0], { ...many.problems[0], name: 'again' }] };
    const mixed = new Accumulator(two);
    for (let repeat = 0; repeat < 40; repeat++) {
      mixed.add(recordOf({ problem: 0, strategy: 0, repeat }, [repeat < 30 ? 1 : 3]));
      mixed.add(recordOf({ problem: 0, strategy: 1, repeat }, [2]));
      mixed.add(recordOf({ problem: 1, strategy: 0, repeat }, [1]));
      mixed.add(recordOf({ problem: 1, strategy: 1, repeat }, [2]));
    }
    expect(winMatrix(mixed)[0][1]).toMatchObject({ wins: 70, losses: 10, fixed: 40, p: signTest(31, 10) });
  });

  it('count problems that share their luck once per repeat', () => {
    const six = {
      ...given,
      repeats: 6,
      problems: [1, 2, 3, 4].map((i) => ({ ...given.problems[0], name: `q${i}` })),
    };
    /** Four problems; the first strategy wins all of them in the first `won` repeats. */
    const play = (won: number, repeats: number, of = six) => {
      const made = new Accumulator({ ...of, repeats });
      for (let problem = 0; problem < 4; problem++)
        for (let repeat = 0; repeat < repeats; repeat++) {
          made.add(recordOf({ problem, strategy: 0, repeat }, [repeat < won ? 1 + repeat / 100 : 3]));
          made.add(recordOf({ problem, strategy: 1, repeat }, [2]));
        }
      return winMatrix(made)[0][1]!;
    };
    expect(play(15, 20)).toMatchObject({ wins: 60, pairs: 80, cases: 20, decided: 20, p: signTest(15, 5) });
    expect(play(14, 20)).toMatchObject({ wins: 56, verdict: 'tied', p: signTest(14, 6) });
    // Twenty pairs, but five cases.
    expect(play(5, 5)).toMatchObject({ wins: 20, decided: 5, verdict: 'tied' });
    expect(play(6, 6)).toMatchObject({ wins: 24, decided: 6, verdict: 'better', high: 1 });
    // Other objectives, other streams: here all pairs are evidence of their own.
    const others = ['quadratic', 'skewed-u', 'cliff', 'forrester'].map((id) => ({
      ...given.problems[0],
      name: id,
      objective: { id, params: {} },
    }));
    expect(play(14, 20, { ...six, problems: others })).toMatchObject({
      cases: 80,
      p: signTest(56, 24),
      verdict: 'better',
    });
  });

  it('hold one half if and only if the test does not reject it', () => {
    for (let wins = 0; wins <= 40; wins++) {
      const { p, low, high, verdict } = winMatrix(pairsOf(wins, 0, 40 - wins))[0][1]!;
      if (wins === 0 || wins === 40) continue;
      expect(low > 0.5 || high < 0.5, `${wins} wins`).toBe(p < 0.05);
      expect(verdict).toBe(p >= 0.05 ? 'tied' : wins > 20 ? 'better' : 'worse');
    }
  });

  it('quote no test for a verdict that it speaks against', () => {
    // One problem is always won, and nothing left to luck: 40 pairs, one case. Another is mostly lost.
    const two = {
      ...many,
      problems: [
        many.problems[0],
        { name: 'other', objective: { id: 'cliff', params: {} }, noise: many.problems[0].noise },
      ],
    };
    const made = new Accumulator(two);
    for (let repeat = 0; repeat < 40; repeat++) {
      made.add(recordOf({ problem: 0, strategy: 0, repeat }, [1]));
      made.add(recordOf({ problem: 0, strategy: 1, repeat }, [2]));
      made.add(recordOf({ problem: 1, strategy: 0, repeat }, [repeat < 10 ? 1 : 3]));
      made.add(recordOf({ problem: 1, strategy: 1, repeat }, [2]));
    }
    const one = winMatrix(made)[0][1]!;
    expect(one).toMatchObject({ wins: 50, losses: 30, verdict: 'better', cases: 41, agrees: false });
    expect(one.p).toBeLessThan(0.05);
  });

  it('take what always reaches the minimum, each time in another way, for luck', () => {
    const lucky = (ends: number) =>
      results(
        [
          Array.from({ length: 12 }, (_, repeat) => [1 + repeat, ends]),
          Array.from({ length: 12 }, () => [2, 2]),
        ],
        many,
      );
    for (const ends of [0, 1e-13])
      expect(winMatrix(lucky(ends))[0][1]).toMatchObject({ wins: 12, fixed: 0, p: signTest(12, 0) });
    // All end at the same value above the minimum: the same points in another order, say.
    expect(winMatrix(lucky(1))[0][1]).toMatchObject({ wins: 12, fixed: 12, p: 1 });
    // Nothing feasible, always by the same trials, or by others.
    const infeasible = (values: (repeat: number) => number[]) => {
      const made = new Accumulator(many);
      for (let repeat = 0; repeat < 12; repeat++) {
        const value = Float64Array.from(values(repeat));
        made.add(recordOf({ problem: 0, strategy: 0, repeat }, [NaN, NaN], { value }));
        made.add(recordOf({ problem: 0, strategy: 1, repeat }, [2, 2]));
      }
      return winMatrix(made)[0][1]!;
    };
    expect(infeasible(() => [7, NaN])).toMatchObject({ losses: 12, fixed: 12, p: 1 });
    expect(infeasible((repeat) => [7, repeat])).toMatchObject({ losses: 12, fixed: 0, p: signTest(0, 12) });
  });

  it('are the same again, mirrored below the diagonal, and adjusted over all comparisons', () => {
    const made = pairsOf(30, 0, 10);
    expect(winMatrix(made)).toEqual(winMatrix(made));
    const [above, below] = [winMatrix(made)[0][1]!, winMatrix(made)[1][0]!];
    expect([below.low, below.high]).toEqual([1 - above.high, 1 - above.low]);
    expect(above.p).toBeCloseTo(0.0022, 4);
    // Three comparisons, two of them without pairs.
    expect(above.holm).toBeCloseTo(3 * above.p, 12);
  });
});
