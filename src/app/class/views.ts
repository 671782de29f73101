/** What shows results: it comes with the first ones. */
export { default as Finals } from './seen/Finals.svelte';
export { default as Roll } from './Roll.svelte';
export { default as Seen } from './seen/Seen.svelte';
