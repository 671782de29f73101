/** The table behind samples. */
import type { TableColumn } from '../plot/register.svelte.ts';

/** Names of the columns that samples bring, and what else is known of every one. */
export interface SampleTable {
  trial: string;
  value: string;
  more?: readonly TableColumn[];
}
