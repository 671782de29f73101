/** What is known of every chapter before one is opened, in English. */
import type { Front } from '../../../learn/types.ts';

export const fronts = Object.values(
  import.meta.glob<Front>('../../../learn/*/en.md', { eager: true, import: 'default', query: '?front' }),
);
