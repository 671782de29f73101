/** What every part of a chapter may need: links, facts, what the reader predicted. */
import { createContext } from 'svelte';
import type { Address } from '../address/address.svelte.ts';
import type { StageState } from './figures/stage.svelte.ts';
import type { Brought } from '../opening/brought.svelte.ts';
import type * as Figures from './figures/index.ts';
import type * as Many from './figures/many.ts';
import type * as Guides from './guide/index.ts';
import type { Learn } from './learn.svelte.ts';
import type { Pointing } from './predict/pointing.svelte.ts';

export interface CourseContext {
  readonly learn: Learn;
  readonly address: Address;
  readonly stage: StageState;
  readonly pointing: Pointing;
  /** Comes with all that sections run, and its words: text is there before. */
  readonly figures: Brought<typeof Figures>;
  readonly many: Brought<{ readonly code: typeof Many; readonly runs: Many.ManyRuns }>;
  readonly guides: Brought<{ readonly code: typeof Guides; readonly guide: Guides.Guide }>;
}
export const [useCourse, provideCourse] = createContext<CourseContext>();
