/** Ends that read what may have gone are found, and others are let be. */
import { Linter } from 'eslint';
import { expect, it } from 'vitest';
import { noLateProps } from './no-late-props.mjs';

const linter = new Linter();
const foundIn = (code: string) =>
  linter
    .verify(`const { game, field } = $props(); const held = $derived(game.held); const own = {};\n${code}`, {
      plugins: { local: { rules: { 'no-late-props': noLateProps } } },
      rules: { 'local/no-late-props': 'error' },
    })
    .map(({ message }) => message.split(' ')[0]);

it.each([
  ['onDestroy(() => game.stop());', ['“game”']],
  ['$effect(() => () => held.stop());', ['“held”']],
  ['onMount(() => { field.start(); return () => { own.stop(); field.stop(); }; });', ['“field”']],
  ['$effect.pre(() => { return own ? () => game.stop() : undefined; });', ['“game”']],
  ['$effect(() => { return () => setTimeout(() => game.stop()); });', ['“game”']],
])('%s', (code, names) => expect(foundIn(code)).toEqual(names));

it.each([
  'onDestroy(() => own.stop());',
  '$effect(() => { const begun = game; return () => begun.stop(); });',
  'onMount(() => { game.start(); });',
  'const one = () => { return () => game.stop(); };',
  'list.map(() => () => game.stop());',
])('%s is sound', (code) => expect(foundIn(code)).toEqual([]));
