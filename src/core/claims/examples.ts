/** What the examples of functions of one's own show, by the text that people see, and what the first scenario of all shows. */
import type { ScenarioClaim } from './types.ts';

/** Forrester without noise, in the Lab. */
export const DEFAULT_CLAIMS: readonly ScenarioClaim[] = [
  { kind: 'verdict', verdict: 'unimodal', holds: 'no', by: 'hump' },
  { kind: 'minimum-at', at: [0.757] },
  // “A model finds the deep valley from a handful of trials.”
  { kind: 'reaches', strategy: 'bayes', regret: 0.5, trials: 12, share: [0.85, 1] },
  { kind: 'reaches', strategy: 'random', regret: 0.5, trials: 12, share: [0, 0.6] },
  // Interval methods depend on where their first probes fall; here they fall well.
  { kind: 'lost-at', rule: 'golden', trial: null },
];

const holds = (
  verdict: 'unimodal' | 'convex' | 'separable',
  answer: 'yes' | 'no',
  by?: 'hump' | 'plateau',
): ScenarioClaim => ({ kind: 'verdict', verdict, holds: answer, ...(by && { by }) });

export const FORMULA_CLAIMS: Readonly<Record<string, readonly ScenarioClaim[]>> = {
  '(x - 0.3)^2 + 0.1*sin(20*x)': [holds('unimodal', 'no', 'hump'), { kind: 'minimum-at', at: [0.24] }],
  'abs(x - 0.4)^1.5': [
    holds('unimodal', 'yes'),
    { kind: 'minima', count: 1 },
    { kind: 'minimum-at', at: [0.4] },
  ],
  '(x - y)^2 + 0.3*cos(9*x*y)': [holds('unimodal', 'no', 'hump'), holds('separable', 'no')],
  'x1^2 + 0.5*x3': [holds('unimodal', 'yes'), holds('separable', 'yes')],
  // Level beyond a jump: not one valley, although nothing on it goes up and down again.
  'x < 0.7 ? (x - 0.6)^2 : 1': [holds('unimodal', 'no', 'plateau'), { kind: 'minimum-at', at: [0.6] }],
};

/** The curve and the table that stand there first. */
export const DRAWN_CLAIMS: readonly ScenarioClaim[] = [
  holds('unimodal', 'no', 'hump'),
  { kind: 'minima', count: 2 },
  { kind: 'minimum-at', at: [0.78] },
];
export const TABLE_CLAIMS: readonly ScenarioClaim[] = [
  holds('unimodal', 'yes'),
  { kind: 'minimum-at', at: [0.01] },
];
