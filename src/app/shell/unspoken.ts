import { say, type Message } from '#core/types.ts';
import { factsOf, type Language } from '../i18n/languages.ts';

/** Why a language that was chosen is not on screen. @param error the browser's */
export const unspoken = (wanted: Language, error: unknown): Message =>
  say('error.language-unloaded', {
    name: factsOf(wanted).name,
    detail: error instanceof Error ? error.message : String(error),
  });
