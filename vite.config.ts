import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/**
 * Files that need a worker of their own: what they test is the process, or starts many. All others follow each other in
 * one, with what it has loaded: a file of its own loads the page's code anew, for more than most tests take.
 */
const alone = [
  'src/cli/study/**/*.test.ts',
  'src/workers/**/*.test.ts',
  // They stop the clock: what another file left running would wait for it, and never end.
  'src/app/address/address.svelte.test.ts',
  'src/app/assumptions/assumptions.svelte.test.ts',
  'src/app/opening/formulas.test.ts',
  'src/app/pacing/follower.test.ts',
  'src/app/pacing/latest.test.ts',
  'src/app/pacing/long-run.svelte.test.ts',
];
const testing = process.env.VITEST !== undefined;

export default defineConfig({
  // Relative addresses, so that the built folder works under any path of any file server.
  base: './',
  publicDir: 'static',
  // Tests of reactive state compile and import Svelte as for the browser: on the server there are no effects.
  plugins: [svelte(testing ? { dynamicCompileOptions: () => ({ generate: 'client' }) } : {})],
  ...(testing && { ssr: { noExternal: ['svelte'], resolve: { conditions: ['browser', 'module'] } } }),
  worker: { format: 'es' },
  build: { target: 'es2022', sourcemap: true },
  test: {
    testTimeout: 30_000,
    // By default one core is left idle: on two, half of the machine.
    maxWorkers: '100%',
    setupFiles: ['tools/after-each-file.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['{src,tools}/**/*.test.ts'],
          exclude: alone,
          isolate: false,
          pool: 'threads',
        },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
