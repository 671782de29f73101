/**
 * The arrows of the architecture (README, "How it is built"):
 * cli, app → workers → core; app → charts. Nothing points back.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const inside = (place) => `^src/${place}(/|\\.ts$)`;
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: inside(from) },
  to: { path: '^src/', pathNot: allowed.map(inside) },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('core-stands-alone', 'core', ['core'], 'The core runs in the page, a worker and Node alike.'),
    only(
      'surrogate-is-numerics',
      'core/surrogate',
      ['core/surrogate', 'core/sampling', 'core/math', 'core/rng'],
      'The surrogate knows linear algebra, not problems.',
    ),
    only(
      'studies-repeat-runs',
      'core/study',
      [
        'core/study',
        'core/run',
        'core/types',
        'core/params',
        'core/look-up',
        'core/magnitude',
        'core/sense',
        'core/placing',
        'core/box',
        'core/scenario',
        'core/space',
        'core/rng',
        'core/math',
        'core/sampling',
        'core/objectives/index',
        'core/strategies/index',
      ],
      'Studies repeat runs and count; they know no view, no model and no page.',
    ),
    only('charts-know-no-page', 'charts', ['charts'], 'Charts take data and scales.'),
    only('workers-know-the-core', 'workers', ['workers', 'core'], 'Workers serve the core.'),
    only(
      'cli-uses-the-core',
      'cli',
      ['cli', 'core', 'app/i18n/texts'],
      'The command line shares the core, and the words for what it says.',
    ),
    {
      name: 'core-has-no-platform',
      comment: 'No DOM, no Svelte, no Node in the core.',
      severity: 'error',
      from: { path: inside('core'), pathNot: '\\.test\\.ts$' },
      to: { path: '^node_modules/(svelte|d3)|^(node:)?(fs|path|os|worker_threads|process)$' },
    },
    {
      name: 'registries-only',
      comment: 'One file per strategy or objective; others reach it through the registry.',
      severity: 'error',
      from: { pathNot: '^src/core/(strategies|objectives)/' },
      to: {
        path: '^src/core/(strategies|objectives)/',
        pathNot: '^src/core/(strategies|objectives)/((own/)?index\\.ts$|.*\\.json$)',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.svelte.ts', '.svelte', '.js', '.json'] },
  },
};
