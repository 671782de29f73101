import { createContext } from 'svelte';
import type { Workers } from '#workers/workers.ts';
import type { Formulas } from './formulas.ts';

/** What the components of any page may need of the page's owner. */
export interface Tools {
  readonly workers: Workers;
  readonly formulas: Formulas;
}
export const [useTools, provideTools] = createContext<Tools>();
