/** What shows a chapter: it comes with the first one that is opened. */
export { default as ChapterView } from './ChapterView.svelte';
export { default as FramedFigure } from './FramedFigure.svelte';
