import { createContext } from 'svelte';
import type { Address } from './address.svelte.ts';

/** Links to other pages are made in one place: they keep language and presenter mode. */
export type Links = Pick<Address, 'hashInLab'>;
export const [useLinks, provideLinks] = createContext<Links>();
