/** Which language a reader gets, before anything is loaded. */
import { recall, remember } from '../shared/storage.ts';
import { factsOf, languageIds, languageNamed, type Language } from './languages.ts';

const STORED = 'language';

/** `auto`: the reader's last choice, else the browser's first language that we speak. */
export function resolveLanguage(wanted: 'auto' | Language): Language {
  if (wanted !== 'auto') return wanted;
  const stored = languageNamed(recall(STORED));
  if (stored) return stored;
  for (const tag of navigator.languages) {
    const answering = languageIds.find((id) => factsOf(id).answers.test(tag));
    if (answering) return answering;
  }
  return 'en';
}
export const rememberLanguage = (chosen: Language): void => remember(STORED, chosen);

/** The language that an address asks for, as far as can be said without the code that reads addresses. */
export const languageIn = (hash: string): 'auto' | Language =>
  languageNamed(new URLSearchParams(hash.replace(/^[^?]*/, '')).get('lang')) ?? 'auto';
