/** What every part of a chapter may need: links, facts, what the reader predicted. */
import { createContext } from 'svelte';
import type { Address } from '../address/address.svelte.ts';
import type { StageState } from './figures/stage.svelte.ts';
import type { Guide } from './guide/guide.svelte.ts';
import type { Learn } from './learn.svelte.ts';
import type { Pointing } from './predict/pointing.svelte.ts';

export interface CourseContext {
  readonly learn: Learn;
  readonly address: Address;
  readonly stage: StageState;
  readonly pointing: Pointing;
  readonly guide: Guide;
}
export const [useCourse, provideCourse] = createContext<CourseContext>();
