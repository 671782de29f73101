/** What shows a chapter, and brings its text: it comes with the first one that is opened. */
export { default as ChapterView } from './ChapterView.svelte';
export { course } from './course.ts';
export { default as FramedFigure } from './FramedFigure.svelte';
