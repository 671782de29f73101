/** What shows the figures of chapters, and what is asked about the problems in them: text is there before. */
export { default as FigureBox } from './FigureBox.svelte';
export { KINDS_OF_PROBLEMS } from '../predict/of-problems.ts';
