/** The guide, and the order that a reader expects of its study: one file, which comes with the first section that has either. */
export { default as Order } from '../predict/Order.svelte';
export { keptAs } from './expected.ts';
export { Guide } from './guide.svelte.ts';
export { default as GuideFigure } from './GuideFigure.svelte';
export { arenaHash } from './link.ts';
