/** The interface's texts in every language. */
import type { Language } from '../languages.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';
import type { SameKeys } from './types.ts';

export const dictionaries: Readonly<Record<Language, SameKeys<typeof en>>> = { en, zh };
