/**
 * Which files of the built page stand together. The bundler puts small files together by itself, and then a page begins with
 * what another needs: what several pages begin with is named here.
 */

/** Of what each is made, in the order in which they are looked for: paths from the root of the project; those that end in `/` are folders. */
export const CHUNKS = {
  /** Two files until the first picture: the one that asks for the rest, and the page's. */
  first: ['src/main.ts'],
  /** Of d3, which is one file of all, what only maps use; and what others use, too, of that. */
  arrays: ['node_modules/d3-array/'],
  maps: [
    'node_modules/d3-color/',
    'node_modules/d3-contour/',
    'node_modules/d3-scale-chromatic/',
    'src/charts/colour.ts',
  ],
  /** What every page begins with. */
  page: ['src/app/shell/start.ts', 'src/app/shared/page.ts', 'src/app/shared/drops/DropZone.svelte'],
  /** The stage, and with it what all charts are drawn with: pages that begin with words do without. */
  stage: ['src/app/stage/Stage.svelte'],
  /** The front door, apart: small parts are put together with others that may bring what it does not need. */
  home: ['src/app/home/'],
  /** What pages that need much are seen with first. */
  fronts: [
    'src/app/arena/Front.svelte',
    'src/app/address/figures.ts',
    'src/app/arena/TabHead.svelte',
    'src/app/arena/TabLinks.svelte',
    'src/app/arena/framed.ts',
    'src/app/arena/tabs.ts',
    'src/app/assumptions/Front.svelte',
  ],
  /** What most other pages begin with: small parts are put together with what one of them brings later. */
  pages: [
    'node_modules/valibot/',
    'src/core/study/packed.ts',
    'src/core/study/plan.ts',
    'src/workers/deal.ts',
    'src/workers/deal/',
    'src/app/opening/brought.svelte.ts',
    'src/app/pacing/Paced.svelte',
    'src/app/pacing/long-run.svelte.ts',
    'src/app/pacing/rival-runs.svelte.ts',
    'src/app/pacing/turns.ts',
    'src/app/settings/NumberField.svelte',
    'src/app/settings/slider.ts',
  ],
  /** What needs nothing, and is needed by all of these. */
  small: ['src/app/pacing/one-a-frame.svelte.ts', 'src/app/shared/numbers.ts'],
  /** And those that run studies or games. */
  study: [
    'src/app/i18n/param-texts.ts',
    'src/app/shared/labels.ts',
    'src/core/magnitude.ts',
    'src/core/math/power-of-two.ts',
    'src/core/placing.ts',
    'src/core/play/challenge.ts',
    'src/core/play/grid.ts',
    'src/core/play/percentiles.ts',
    'src/core/play/replay.ts',
    'src/core/play/result-code.ts',
    'src/core/play/symbols.ts',
    'src/core/sampling/latin-hypercube.ts',
    'src/core/sampling/sobol.ts',
    'src/core/study/instances.ts',
    'src/core/study/misfits.ts',
    'src/core/study/posed.ts',
    'src/core/study/read-study.ts',
    'src/core/study/refusals.ts',
    'src/core/study/run-study.ts',
    'src/core/study/suites.ts',
    'src/core/study/types.ts',
    'src/core/study/results/crc32.ts',
    'src/core/study/statistics/accumulator.ts',
    'src/core/study/statistics/deployed.ts',
    'src/core/study/statistics/quantiles.ts',
    'src/core/study/statistics/runtime.ts',
  ],
  /** And those with figures and forms. */
  forms: [
    'src/app/own/LateOwnFunction.svelte',
    'src/app/settings/',
    'src/app/shared/ArenaFigure.svelte',
    'src/app/shared/RunBar.svelte',
    'src/app/shared/StrategyPicker.svelte',
    'src/app/shared/embed/figures.ts',
    'src/app/shared/files.ts',
    'src/charts/ChartTable.svelte',
    'src/charts/Fitted.svelte',
    'src/charts/arena/Figure.svelte',
    'src/charts/arena/LineSample.svelte',
    'src/charts/arena/table-csv.ts',
    'src/charts/stepped/CurveNotes.svelte',
    'src/charts/stepped/CurvesChart.svelte',
    'src/charts/stepped/Cursor.svelte',
    'src/core/trace/table.ts',
  ],
  /** And those that show what came out of studies. */
  results: [
    'src/charts/arena/MatrixChart.svelte',
    'src/charts/arena/PointsChart.svelte',
    'src/charts/arena/SharesChart.svelte',
    'src/charts/arena/wrap.ts',
  ],
  /** And those that say in words which strategy was better: a chapter does without the charts. */
  compared: [
    'src/app/shared/verdicts.ts',
    'src/core/study/statistics/clusters.ts',
    'src/core/study/statistics/ranks.ts',
    'src/core/study/statistics/sign-flips.ts',
    'src/core/study/statistics/sign-test.ts',
    'src/core/study/statistics/wins.ts',
  ],
  /** And those that ask what a search assumes. */
  assumed: [
    'src/core/assumptions/fatal-share.ts',
    'src/core/assumptions/fatal-step.ts',
    'src/core/assumptions/held.ts',
    'src/core/assumptions/phase/cells.ts',
    'src/core/assumptions/phase/dials.ts',
    'src/core/assumptions/phase/plan.ts',
    'src/core/assumptions/phase/types.ts',
    'src/core/minimisers.ts',
    'src/core/study/statistics/wilson.ts',
  ],
} as const satisfies Record<string, readonly string[]>;

/** Those that bring along all that they import. */
const WHOLE: readonly string[] = ['first', 'arrays', 'maps', 'page', 'stage'];

/** Languages and rooms keep their texts apart, however small. */
const isText = (id: string): boolean =>
  /\/i18n\/texts\/|\/(texts|help)\.\w+\.ts|\/fronts\/|\.md\?front/.test(id);

/** Whether a module, by its address in the bundler, is one of those, its styles included; not what was made of it otherwise. */
export function isOf(id: string, paths: readonly string[]): boolean {
  const [file, query = 'svelte'] = id.split('?');
  return (
    query.startsWith('svelte') &&
    !isText(id) &&
    paths.some((path) => (path.endsWith('/') ? file.includes(`/${path}`) : file.endsWith(`/${path}`)))
  );
}

/** As the bundler takes them. */
export const chunkGroups = () => [
  // What is named first is found first.
  ...Object.entries(CHUNKS).map(([name, paths], i, { length }) => ({
    ...{ name, priority: 1 + length - i },
    test: (id: string) => isOf(id, paths),
    ...(!WHOLE.includes(name) && { includeDependenciesRecursively: false }),
  })),
  {
    ...{ name: 'part', priority: 1 },
    test: (id: string) => !isText(id),
    ...{ entriesAware: true, entriesAwareMergeThreshold: 1500 },
  },
];
