import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Held to it by `tools/files.test.ts`. */
const pure = ['src/{core,charts}/**/*.test.ts'];
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
    projects: [
      {
        extends: true,
        // They compute and touch nothing else: files may follow each other in one worker, with what it has loaded.
        test: { name: 'pure', include: pure, isolate: false, pool: 'threads' },
      },
      {
        extends: true,
        test: { name: 'isolated', include: ['{src,tools}/**/*.test.ts'], exclude: pure },
      },
    ],
  },
});
