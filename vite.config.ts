import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

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
    include: ['src/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
