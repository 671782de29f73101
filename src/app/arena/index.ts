/** What the Arena needs, loaded when it is first visited. */
export { Arena } from './arena.svelte.ts';
export { default as ArenaPage } from './ArenaPage.svelte';
