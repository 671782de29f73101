/**
 * Unit tests that are sweeps: thousands of cases of what other files test on some. `npm test` leaves them out, as it does
 * Playwright’s tests tagged `@thorough`; `npm run test:all`, which CI runs, has them.
 */
export const thorough = [
  ...['every-pair-model-based', 'every-setting', 'failures', 'invariance', 'roles', 'scale'].map(
    (name) => `src/core/conformance/${name}.test.ts`,
  ),
  ...[
    'diagnosed',
    'face-detector',
    'facts',
    'hunt',
    'landscape-optimum',
    'optimum',
    'bbob/bbob',
    'own/one-voice',
    'own/reading/fuzz',
  ].map((name) => `src/core/objectives/${name}.test.ts`),
  ...['enclose', 'minimum/places'].map((name) => `src/core/objectives/own/formula/${name}.test.ts`),
  ...['assumptions/fatal-share', 'assumptions/phase/promises', 'math/more-elementary', 'moments/true'].map(
    (name) => `src/core/${name}.test.ts`,
  ),
  ...['study/instances', 'trace/turned'].map((name) => `src/core/${name}.test.ts`),
  ...['links', 'records', 'traces'].map((name) => `src/app/fuzz/${name}.test.ts`),
  ...['arena/study/study-presets.null', 'arena/study/claims', 'assumptions/diagnosis/claims'].map(
    (name) => `src/app/${name}.test.ts`,
  ),
  'src/learn/choosing.test.ts',
  'tools/learn/all-facts.test.ts',
  'src/charts/labels.test.ts',
  ...['examples', 'restart'].map((name) => `src/cli/study/${name}.test.ts`),
];
