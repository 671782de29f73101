import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { languageIds } from './src/app/i18n/languages.ts';
import { lateCore } from './tools/late-core.ts';
import { oneLanguage } from './tools/one-language.ts';
import { numberScales } from './tools/number-scales.ts';
import { preloaded } from './tools/preloads.ts';

/** Held to it by `tools/files.test.ts`. */
const pure = ['src/{core,charts}/**/*.test.ts'];
/** Languages and rooms keep their texts apart, however small. */
const notTexts = (id: string): boolean => !/\/i18n\/texts\/|\/(texts|help)\.\w+\.ts/.test(id);

/** They speak. */
const page = ['src/app/**/*.test.ts'];
const testing = process.env.VITEST !== undefined;

export default defineConfig({
  // Relative addresses, so that the built folder works under any path of any file server.
  base: './',
  publicDir: 'static',
  // Tests of reactive state compile and import Svelte as for the browser: on the server there are no effects.
  plugins: [
    svelte(testing ? { dynamicCompileOptions: () => ({ generate: 'client' }) } : {}),
    oneLanguage(languageIds),
    // All searches, and the problems whose code is long: the reader's own, measured ones, COCO's.
    lateCore(
      ['strategies', 'objectives/own', 'objectives/measured', 'objectives/bbob'].map(
        (name) => `src/core/${name}`,
      ),
      (text) => /: (Strategy|(readonly )?ObjectiveDefinition(\[\])?) = [{[]/.test(text),
    ),
    numberScales(),
    preloaded('src/app/shell/start.ts'),
  ],
  ...(testing && { ssr: { noExternal: ['svelte'], resolve: { conditions: ['browser', 'module'] } } }),
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    sourcemap: true,
    // The core only declares: what nothing of is used is left out, with all that it imports.
    rolldownOptions: {
      output: {
        chunkFileNames: ({ name }) => `assets/${name.replace(/~.*/, '')}-[hash].js`,
        codeSplitting: {
          groups: [
            // Two files until the first picture: the one that asks for the rest, and the page's.
            { name: 'first', test: /\/src\/main\.ts$/, priority: 2 },
            {
              name: 'part',
              test: notTexts,
              priority: 1,
              entriesAware: true,
              entriesAwareMergeThreshold: 6000,
            },
          ],
        },
      },
      treeshake: { moduleSideEffects: (id) => !/\/src\/core\/|\/node_modules\/jsep\//.test(id) },
    },
  },
  test: {
    testTimeout: 30_000,
    // By default one core is left idle: on two, half of the machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        // They compute and touch nothing else: files may follow each other in one worker, with what it has loaded.
        test: { name: 'pure', include: pure, isolate: false, pool: 'threads' },
      },
      {
        extends: true,
        test: { name: 'isolated', include: ['{src,tools}/**/*.test.ts'], exclude: [...pure, ...page] },
      },
      {
        extends: true,
        test: { name: 'page', include: page, setupFiles: 'src/app/i18n/everything-testing.ts' },
      },
    ],
  },
});
