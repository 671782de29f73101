/** What the Arena's questions show, as data: the words beside them say no more, and a test runs it. */
import type { Range, StudyClaim } from '#core/claims/index.ts';
import type { PresetId } from './study-presets.ts';

const ALL: Range = [0.9, 1];
const MOST: Range = [0.6, 1];

const ahead = (a: string, b: string, on: string | undefined, share: Range): StudyClaim => ({
  kind: 'ahead',
  a,
  b,
  ...(on !== undefined && { on }),
  share,
});
const values = (strategy: string, on: string, distinct: Range): StudyClaim => ({
  kind: 'values',
  strategy,
  on,
  distinct,
});

const EMBEDDED = [
  'quadratic-in-5d',
  'forrester-in-5d',
  'branin-in-6d',
  'six-hump-camel-in-10d',
  'branin-in-20d',
];

export const STUDY_CLAIMS: Record<PresetId, readonly StudyClaim[]> = {
  // None of the five is best everywhere.
  taught: [
    { kind: 'best', strategy: 'binary', on: 'quadratic' },
    { kind: 'best', strategy: 'bayes', on: 'branin' },
    ahead('binary', 'bayes', 'quadratic', MOST),
    ahead('bayes', 'binary', 'branin', MOST),
    ahead('random', 'grid', 'hartmann6', MOST),
  ],
  knobs: [
    ...['important-unimportant', ...EMBEDDED].flatMap((problem) => [
      values('grid', problem, [1, 8]),
      ...['random', 'latin-hypercube', 'sobol', 'halton'].map((name) => values(name, problem, [64, 64])),
    ]),
    ...EMBEDDED.map((problem) => ahead('random', 'grid', problem, ALL)),
    ahead('random', 'grid', undefined, ALL),
  ],
  valley: [
    { kind: 'facts', unimodal: true },
    ...['quadratic', 'skewed-u', 'cliff', 'bbob-f1-5d'].map((problem) =>
      ahead('binary', 'random', problem, ALL),
    ),
    ...['quadratic', 'skewed-u', 'cliff'].map((problem) => ahead('binary', 'nelder-mead', problem, MOST)),
    ahead('nelder-mead', 'binary', 'rotated-quadratic', ALL),
    ahead('cma-es', 'binary', 'rotated-quadratic', MOST),
  ],
  noise: [
    ahead('binary', 'grid', 'quadratic', ALL),
    ahead('binary', 'random', 'quadratic', ALL),
    // What compares neighbours: from the first noise on it is worse by orders of magnitude, and no longer ahead.
    { kind: 'worse', strategy: 'binary', on: 'quadratic#2', than: 'quadratic', times: [1e4, Infinity] },
    { kind: 'worse', strategy: 'binary', on: 'quadratic#4', than: 'quadratic', times: [1e4, Infinity] },
    ahead('bayes', 'binary', 'quadratic#2', [0.5, 1]),
    // What spreads its trials tries the same places whatever it observes.
    { kind: 'worse', strategy: 'grid', on: 'quadratic#4', than: 'quadratic', times: [0.2, 5] },
    { kind: 'worse', strategy: 'random', on: 'quadratic#4', than: 'quadratic', times: [0.2, 5] },
  ],
  acquisition: [
    ahead('log-EI', 'PI', 'forrester', MOST),
    ahead('log-EI', 'log-EI (ξ 0.3)', 'forrester', MOST),
    ahead('log-EI', 'log-EI (ξ 0.3)', 'branin', MOST),
  ],
  measured: [
    ahead('bayes', 'grid', 'ridge-diabetes', MOST),
    ahead('bayes', 'grid', 'svc-digits', MOST),
    ahead('bayes', 'grid', 'mlp-digits', MOST),
    ahead('bayes', 'grid', 'gbr-diabetes', MOST),
  ],
};
