/**
 * Texts come by language and by what needs them: nobody loads those of a language that is not shown, or of a room that was
 * not entered. Here stands what there is to load; a new language is a new line of each.
 */
import type { Language } from './languages.ts';
import { put, type Texts } from './spoken.ts';

type Loaders = Readonly<Record<Language, () => Promise<Texts>>>;

/** For a room whose files hold sections of the interface. */
const sections = (files: Record<Language, () => Promise<Readonly<Record<string, unknown>>>>): Loaders =>
  Object.fromEntries(
    Object.entries(files).map(([language, load]) => [
      language,
      async (): Promise<Texts> => ({ sections: { ...(await load()) } }),
    ]),
  ) as unknown as Loaders;

const base: Loaders = {
  en: async () => (await import('./texts/base.en.ts')).texts,
  zh: async () => (await import('./texts/base.zh.ts')).texts,
};

const rooms = {
  rest: {
    en: async () => (await import('./texts/rest.en.ts')).texts,
    zh: async () => (await import('./texts/rest.zh.ts')).texts,
  },
  home: {
    en: async () => (await import('../home/texts.en.ts')).texts,
    zh: async () => (await import('../home/texts.zh.ts')).texts,
  },
  moments: sections({
    en: () => import('./texts/moments.en.ts'),
    zh: () => import('./texts/moments.zh.ts'),
  }),
  arena: sections({
    en: () => import('../arena/texts.en.ts'),
    zh: () => import('../arena/texts.zh.ts'),
  }),
  hours: sections({
    en: () => import('../arena/hours/texts.en.ts'),
    zh: () => import('../arena/hours/texts.zh.ts'),
  }),
  dimensions: sections({
    en: () => import('../arena/dimensions/texts.en.ts'),
    zh: () => import('../arena/dimensions/texts.zh.ts'),
  }),
  assumptions: sections({
    en: () => import('../assumptions/texts.en.ts'),
    zh: () => import('../assumptions/texts.zh.ts'),
  }),
  catalogue: sections({
    en: () => import('../catalogue/texts.en.ts'),
    zh: () => import('../catalogue/texts.zh.ts'),
  }),
  common: sections({
    en: () => import('../settings/texts.en.ts'),
    zh: () => import('../settings/texts.zh.ts'),
  }),
  class: sections({ en: () => import('../class/texts.en.ts'), zh: () => import('../class/texts.zh.ts') }),
  learn: sections({ en: () => import('../learn/texts.en.ts'), zh: () => import('../learn/texts.zh.ts') }),
  play: sections({ en: () => import('../play/texts.en.ts'), zh: () => import('../play/texts.zh.ts') }),
  take: sections({
    en: () => import('../stage/take/texts.en.ts'),
    zh: () => import('../stage/take/texts.zh.ts'),
  }),
  own: sections({ en: () => import('../own/texts.en.ts'), zh: () => import('../own/texts.zh.ts') }),
  links: sections({
    en: () => import('../address/words/texts.en.ts'),
    zh: () => import('../address/words/texts.zh.ts'),
  }),
  help: sections({ en: () => import('../shell/help.en.ts'), zh: () => import('../shell/help.zh.ts') }),
} satisfies Record<string, Loaders>;

export type RoomTexts = keyof typeof rooms;
export const ROOMS = Object.keys(rooms) as RoomTexts[];

/** What has been put there already, as `<shelf> <language>`. */
const there = new Set<string>();
/** Those that are on their way: to put them there takes long enough to be done once. */
const coming = new Map<string, Promise<void>>();

/**
 * Loads what every page needs, and the texts of rooms; what is there already is not asked for again.
 * @throws {Error} the browser's, where something does not come: it may be asked for again
 */
export async function fetchTexts(language: Language, wanted: Iterable<RoomTexts>): Promise<void> {
  const fetched = (shelf: string, loaders: Loaders) => {
    const key = `${shelf} ${language}`;
    if (there.has(key)) return undefined;
    const fetching = coming.get(key) ?? bring(key, loaders);
    coming.set(key, fetching);
    return fetching;
  };
  const bring = async (key: string, loaders: Loaders) => {
    try {
      put(language, await loaders[language]());
      there.add(key);
    } finally {
      coming.delete(key);
    }
  };
  await Promise.all([fetched('base', base), ...[...wanted].map((room) => fetched(room, rooms[room]))]);
}

/** Whether {@link fetchTexts} would have nothing to load. */
export const textsAreThere = (language: Language, wanted: Iterable<RoomTexts>): boolean =>
  ['base', ...wanted].every((shelf) => there.has(`${shelf} ${language}`));
