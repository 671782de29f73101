/** The terms in every language. */
import { terms as en } from './glossary.en.ts';
import { terms as zh } from './glossary.zh.ts';
import type { Term } from './glossary.ts';
import type { Language } from './languages.ts';

export const glossaries: Readonly<Record<Language, Readonly<Record<keyof typeof en, Term>>>> = { en, zh };
