/** What shows a game and its end: it comes with the first game that is opened. */
export { default as GameView } from './GameView.svelte';
export { default as Reveal } from './end/Reveal.svelte';
