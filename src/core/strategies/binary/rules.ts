/**
 * Where to put the two probes of a comparison, for a bracket of length 1 (positions in [0, 1], left < right).
 *
 * | rule      | probes                     | bracket after n trials        | source                                 |
 * | --------- | -------------------------- | ----------------------------- | -------------------------------------- |
 * | bisection | ½ ∓ gap/2                  | about 2^(−n/2)                | dichotomous search, Wilde (1964) § 2   |
 * | ternary   | ⅓, ⅔                       | (⅔)^(n/2)                     |                                        |
 * | golden    | 1 − φ, φ; φ = (√5 − 1)/2   | φ^(n−1)                       | Kiefer (1953), Proc. AMS 4(3), 502–506 |
 * | fibonacci | F(n−1)/F(n+1), F(n)/F(n+1) | 1 / F(n+1), n known in advance | Kiefer (1953)                         |
 *
 * Golden section and Fibonacci place them so that the probe inside the new bracket is already where the rule
 * wants one: after the first pair, one trial a comparison.
 */
export const RULES = ['golden', 'fibonacci', 'bisection', 'ternary'] as const;
export type RuleId = (typeof RULES)[number];

export interface Rule {
  /** Keeps the probe that lies inside the new bracket. */
  reuses: boolean;
  /** @param left evaluations, known and to come, that this bracket's search may still use: at least 2 */
  probes: (left: number) => [left: number, right: number];
}

/** (√5 − 1) / 2 = 0.618…: the share of the bracket that a golden-section comparison keeps. */
export const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** F(1) = F(2) = 1. */
export function fibonacci(n: number): number {
  let [a, b] = [0, 1];
  for (let i = 0; i < n; i++) [a, b] = [b, a + b];
  return a;
}

/** Fibonacci's last two probes fall on the same spot, the middle; this much apart (of the bracket) they differ. */
const FIBONACCI_SPLIT = 1e-6;

export function makeRule(id: RuleId, gap: number): Rule {
  switch (id) {
    case 'golden':
      return { reuses: true, probes: () => [1 - GOLDEN, GOLDEN] };
    case 'ternary':
      return { reuses: false, probes: () => [1 / 3, 2 / 3] };
    case 'bisection':
      return { reuses: false, probes: () => [0.5 - gap / 2, 0.5 + gap / 2] };
    case 'fibonacci':
      return {
        reuses: true,
        probes: (left) =>
          left <= 2
            ? [0.5 - FIBONACCI_SPLIT / 2, 0.5 + FIBONACCI_SPLIT / 2]
            : [fibonacci(left - 1) / fibonacci(left + 1), fibonacci(left) / fibonacci(left + 1)],
      };
  }
}
