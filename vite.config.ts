import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { chunkGroups } from './tools/chunks.ts';
import { noCircles } from './tools/circles.ts';
import { lateCore } from './tools/late-core.ts';
import { offline } from './tools/offline.ts';
import { policy } from './tools/policy.ts';
import { preloaded, preloading } from './tools/preloads.ts';
import { sharedPlugins } from './tools/shared-plugins.ts';
import { thorough } from './tools/thorough.ts';

/**
 * Files that need a worker of their own: they stop the clock, and what another file left running would wait for it, and
 * never end. All others follow each other in one, with what it has loaded: a file of its own loads the page's code anew,
 * for more than most tests take.
 */
const alone = [
  'src/app/address/address.svelte.test.ts',
  'src/app/address/asked.svelte.test.ts',
  'src/app/assumptions/assumptions.svelte.test.ts',
  'src/app/learn/handout.svelte.test.ts',
  'src/app/opening/formulas.test.ts',
  'src/app/pacing/follower.test.ts',
  'src/app/pacing/frames.test.ts',
  'src/app/pacing/latest.test.ts',
  'src/app/pacing/long-run.svelte.test.ts',
  'src/app/shell/first/preload.test.ts',
  'src/app/shell/scrolling.test.ts',
  'src/app/stage/panel/following.svelte.test.ts',
  'src/charts/picture/node.test.ts',
  'src/charts/plot/measuring.test.ts',
  'src/workers/jobs/one-by-one.test.ts',
  'src/workers/pool.test.ts',
];
/** What starts processes and threads, and speaks as the command line does; the files share what is loaded. */
const processes = ['src/cli/study/**/*.test.ts', 'src/workers/**/*.test.ts'];
const leftOut = process.env.TESTS === 'essential' ? thorough : [];
const testing = process.env.VITEST !== undefined;

export default defineConfig({
  // Relative addresses, so that the built folder works under any path of any file server.
  base: './',
  publicDir: 'static',
  // Tests of reactive state compile and import Svelte as for the browser: on the server there are no effects.
  plugins: [
    svelte(testing ? { dynamicCompileOptions: () => ({ generate: 'client' }) } : {}),
    ...sharedPlugins(),
    // All searches, and problems that few links name or whose code is long: the reader's own, measured ones, COCO's, those
    // of any number of hyperparameters.
    lateCore(
      [
        ...['strategies', 'objectives/own', 'objectives/measured', 'objectives/bbob'],
        ...['objectives/any-dimension.ts', 'objectives/embed.ts', 'objectives/sums.ts'],
        ...['objectives/hartmann6.ts', 'objectives/landscape.ts', 'objectives/face-detector.ts'],
        ...['objectives/random-features.ts', 'surrogate/optimise.ts'],
        ...['objectives/one-valley.ts', 'objectives/interaction.ts'],
        // The Assumptions page brings all of the core along.
        ...['objectives/morph-1d', 'objectives/morph-2d'],
      ].map((name) => `src/core/${name}`),
      (text) => /: (Strategy|(readonly )?ObjectiveDefinition(\[\])?) = [{[]/.test(text),
    ),
    noCircles(),
    preloaded('src/app/shell/start.ts'),
    preloading('src/app/shell/first/preload.ts'),
    policy(),
    offline('src/app/shell/offline/service.worker.ts'),
  ],
  ...(testing && {
    ssr: {
      noExternal: ['svelte', /\b(mdast-util|micromark|decode-named-character|parse-entities)/],
      resolve: { conditions: ['browser', 'module'] },
    },
    // Markdown is read by Node, there too: what a browser would use asks for a document.
    resolve: {
      alias: {
        'decode-named-character-reference': new URL(
          'node_modules/decode-named-character-reference/index.js',
          import.meta.url,
        ).pathname,
      },
    },
  }),
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: {
      // Browsers that know no module preloads load all the same, a little later.
      polyfill: false,
      // What index.html names is there: each late file would name it once more, in the file that comes first.
      resolveDependencies: (_file, files) =>
        files.filter((file) => !/\/(rolldown-runtime|arrays|page)-/.test(file)),
    },
    sourcemap: true,
    // The core only declares: what nothing of is used is left out, with all that it imports.
    rolldownOptions: {
      output: {
        // The first file names everything that comes late, and everybody asks for it: names and hashes are as short as the
        // bundler lets them be.
        chunkFileNames: ({ name }) => `assets/${name.replace(/~.*/, '')}-[hash:7].js`,
        assetFileNames: ({ names: [name = ''] }) => `assets/${name.replace(/[~.].*/, '')}-[hash:7][extname]`,
        codeSplitting: {
          groups: chunkGroups(),
        },
      },
      treeshake: { moduleSideEffects: (id) => !/\/src\/core\/|\/node_modules\/jsep\//.test(id) },
    },
  },
  test: {
    testTimeout: 30_000,
    // By default one core is left idle: on two, half of the machine.
    maxWorkers: '100%',
    // A page that has been everywhere speaks in every test.
    setupFiles: ['tools/each-file.ts', 'src/app/i18n/everything-testing.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['{src,tools}/**/*.test.ts'],
          exclude: [...alone, ...processes, ...leftOut],
          isolate: false,
          pool: 'threads',
        },
      },
      { extends: true, test: { name: 'alone', include: alone, exclude: leftOut } },
      {
        extends: true,
        test: {
          name: 'processes',
          include: processes,
          exclude: [...alone, ...leftOut],
          setupFiles: ['tools/each-file.ts'],
          isolate: false,
        },
      },
    ],
  },
});
