/** Chapters, as `tools/learn/plugin.ts` compiles them. */
declare module '*.md' {
  import type { Chapter } from './types.ts';
  const chapter: Chapter;
  export default chapter;
}
/** What is known of a chapter before it is opened. */
declare module '*.md?front' {
  import type { Front } from './types.ts';
  const front: Front;
  export default front;
}
