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

/** What every room of the page may use; they know no page themselves. */
const COMMON = ['shared', 'settings', 'i18n', 'pacing', 'opening', 'address'];
/** What else each room may use. The shell alone sees all. */
const rooms = {
  stage: { may: [], why: 'The stage is brought a scenario, its runs and a clock; it knows no page.' },
  catalogue: { may: [], why: 'Problems by picture, for whoever lets one choose.' },
  lab: { may: ['stage', 'own', 'catalogue'], why: 'Pages never import each other.' },
  home: { may: ['stage'], why: 'Pages never import each other.' },
  learn: { may: ['stage'], why: 'Pages never import each other.' },
  play: { may: ['stage'], why: 'Pages never import each other.' },
  class: { may: ['stage'], why: 'Pages never import each other.' },
  arena: { may: ['stage'], why: 'Pages never import each other.' },
  assumptions: { may: ['stage', 'own'], why: 'Pages never import each other.' },
  own: { may: ['stage'], why: 'Functions of one’s own are a part of several pages, and know none.' },
  address: { may: [], why: 'Links are made in one place, for pages it does not know.' },
  shared: { may: [], why: 'What all rooms use knows none of them.' },
  settings: { may: [], why: 'Fields know what is declared, not who asks.' },
  opening: { may: [], why: 'One way to open a scenario, for all.' },
  pacing: { may: [], why: 'Pacing knows work, not whose.' },
  i18n: { may: [], why: 'The mechanism of texts; those of a room are its own.' },
};

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
        'core/engine',
        'core/run',
        'core/types',
        'core/params',
        'core/look-up',
        'core/engine',
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
    only(
      'chapters-are-texts-and-runs',
      'learn',
      ['learn', 'core'],
      'What chapters say is computed by the core; the page that draws them is app/learn.',
    ),
    only('charts-know-no-page', 'charts', ['charts'], 'Charts take data and scales.'),
    only('workers-know-the-core', 'workers', ['workers', 'core'], 'Workers serve the core.'),
    only(
      'cli-uses-the-core',
      'cli',
      ['cli', 'core', 'app/i18n/texts'],
      'The command line shares the core, and the words for what it says.',
    ),
    ...Object.entries(rooms).map(([room, others]) => ({
      name: `app-${room}`,
      comment: others.why,
      severity: 'error',
      from: { path: inside(`app/${room}`), pathNot: '\\.test\\.ts$|testing' },
      to: {
        path: '^src/app/',
        pathNot: [
          ...[room, ...others.may, ...COMMON].map((one) => inside(`app/${one}`)),
          // Texts stand with their room, and are joined into one dictionary a language.
          ...(room === 'i18n' ? ['^src/app/.*/(texts|help)\\.\\w+\\.ts$'] : []),
        ],
      },
    })),
    {
      name: 'core-has-no-platform',
      comment: 'No DOM, no Svelte, no Node in the core.',
      severity: 'error',
      from: { path: inside('core'), pathNot: '\\.test\\.ts$' },
      to: { path: '^node_modules/(svelte|d3)|^(node:)?(fs|path|os|worker_threads|process)$' },
    },
    ...[
      // Strategies reach no problem by any way. A table may be a trace, whose reader knows runs.
      ['strategies', 'objectives', true],
      ['objectives', 'strategies', false],
    ].map(([one, other, byAnyWay]) => ({
      name: `${one}-know-no-${other}`,
      comment: 'Strategies and problems meet in the run loop only: none is made for one of the others.',
      severity: 'error',
      // A test may bring them together.
      from: { path: inside(`core/${one}`), pathNot: '\\.test\\.ts$' },
      to: { path: inside(`core/${other}`), ...(byAnyWay && { reachable: true }) },
    })),
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
