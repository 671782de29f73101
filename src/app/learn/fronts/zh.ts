/** What is known of every chapter before one is opened, in Chinese. */
import type { Front } from '../../../learn/types.ts';

export const fronts = Object.values(
  import.meta.glob<Front>('../../../learn/*/zh.md', { eager: true, import: 'default', query: '?front' }),
);
