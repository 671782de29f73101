/** `npm run build:single`: the whole app as one file, for a stick or a mail, opened by a double click. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type UserConfig } from 'vite';
import { lateCore } from '../late-core.ts';
import { sharedPlugins } from '../shared-plugins.ts';
import { oneFile } from './plugin.ts';

/** One script without imports: what is loaded on demand elsewhere is there from the start. */
const build: NonNullable<UserConfig['build']> = {
  target: 'es2022',
  sourcemap: false,
  // The typeface, too, stands in the file.
  assetsInlineLimit: Infinity,
  cssCodeSplit: false,
  modulePreload: false,
  rolldownOptions: {
    output: { format: 'iife', codeSplitting: false },
    checks: { pluginTimings: false },
    // Only what Vite wraps around imports on demand asks for it, and nothing comes on demand.
    transform: { define: { 'import.meta': '{}' } },
    treeshake: { moduleSideEffects: (id) => !/\/src\/core\/|\/node_modules\/jsep\//.test(id) },
  },
};
/** As of the page in many files, but that nothing comes late. */
const plugins = () => [svelte(), ...sharedPlugins(), lateCore([], () => false)];

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [...plugins(), oneFile({ icon: 'static/icon.svg', file: 'trial-by-trial.html', build, plugins })],
  build: { ...build, outDir: 'dist-single', emptyOutDir: true },
});
