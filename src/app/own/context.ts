import { createContext } from 'svelte';
import type { OwnDrafts } from './drafts.svelte.ts';

/** What the reader is entering as a function of their own: the fields come and go, what was entered stays. */
export const [useDrafts, provideDrafts] = createContext<OwnDrafts>();
