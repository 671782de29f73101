/**
 * The languages: one record each. Everything else that a language needs (dictionaries, glossaries, texts of strategies
 * and problems) is a record by {@link Language}, so that the type checker lists what a new one lacks.
 */

export interface LanguageFacts {
  /** Its name in itself. */
  name: string;
  /** What `lang` attributes and number formats are told. */
  tag: string;
  direction: 'ltr' | 'rtl';
  /** Which of a browser's language tags it answers. */
  answers: RegExp;
  /** What stands between two sentences. */
  between: string;
  /** What stands in a list between two, before the last of more, and elsewhere. As `Intl.ListFormat`, which takes long to be made. */
  list: { pair: string; last: string; other: string };
  /** The sign after a number, with the blank that keeps to it. */
  percent: string;
  /** What stands between groups of three digits. As `Intl.NumberFormat`, which takes long to be made. */
  thousands: string;
  /** Large numbers in words, the largest first, and what stands before a word. As `Intl.NumberFormat`, which takes long to be made. */
  large: { gap: string; words: readonly (readonly [from: number, word: string])[] };
}

export const LANGUAGES = {
  en: {
    name: 'English',
    tag: 'en',
    direction: 'ltr',
    answers: /^en\b/i,
    between: ' ',
    list: { pair: ' and ', last: ', and ', other: ', ' },
    percent: '\u00a0%',
    thousands: ',',
    large: {
      gap: ' ',
      words: [
        [1e12, 'trillion'],
        [1e9, 'billion'],
        [1e6, 'million'],
      ],
    },
  },
  zh: {
    name: '简体中文',
    tag: 'zh-Hans',
    direction: 'ltr',
    answers: /^zh\b/i,
    between: '',
    list: { pair: '和', last: '和', other: '、' },
    percent: '%',
    thousands: ',',
    large: {
      gap: ' ',
      words: [
        [1e12, '万亿'],
        [1e8, '亿'],
        [1e4, '万'],
      ],
    },
  },
} as const satisfies Record<string, LanguageFacts>;

export type Language = keyof typeof LANGUAGES;

export const languageIds = Object.keys(LANGUAGES) as Language[];
/** The language of that id. */
export const languageNamed = (id: unknown): Language | undefined => languageIds.find((known) => known === id);
/** Facts as any language may have them. */
export const factsOf = (language: Language): LanguageFacts => LANGUAGES[language];

/** The browser's formats take longer to be made than all that they say: one for each language. */
export function perLanguage<Format>(make: (facts: LanguageFacts) => Format): (language: Language) => Format {
  const made = new Map<Language, Format>();
  return (language) => {
    let format = made.get(language);
    if (!format) made.set(language, (format = make(factsOf(language))));
    return format;
  };
}
