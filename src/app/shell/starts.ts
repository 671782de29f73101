/**
 * What each page begins with: its code and its words. The first file asks for those of the page that the address names,
 * beside the code of all pages; the page itself asks again, and says where they do not come. Keep it small.
 */
import type { Component } from 'svelte';
import type { Language } from '../i18n/languages.ts';
import type { RoomTexts } from '../i18n/shelves.ts';
import type { Front } from '../shared/page.ts';
import { fetchFronts } from '../learn/fronts/index.ts';

export interface Start<Code> {
  readonly code: () => Promise<Code>;
  /** What that has brought. */
  readonly there?: Code;
  readonly texts: readonly RoomTexts[];
  /** Where it needs much: what it is seen with first. */
  readonly front?: FrontStart;
  /** It needs all of the core: it sets what it shows, or runs what it is given. */
  readonly core?: boolean;
  /** What else the first picture of a place in it needs. */
  readonly more?: (language: Language, place: string) => Promise<unknown> | undefined;
}
/** Of words only. */
interface FrontStart {
  readonly code: () => Promise<Front>;
  there?: Front;
  readonly texts: readonly RoomTexts[];
}
function start<Code>(
  texts: readonly RoomTexts[],
  load: () => Promise<Code>,
  more: Pick<Start<Code>, 'core' | 'more' | 'front'> = {},
): Start<Code> {
  const one: { -readonly [Key in keyof Start<Code>]: Start<Code>[Key] } = {
    ...{ texts, ...more },
    code: async () => (one.there = await load()),
  };
  return one;
}

function front(
  room: RoomTexts,
  load: () => Promise<{ default: Front | Component<Record<string, never>> }>,
): FrontStart {
  const one: FrontStart = {
    texts: [room],
    code: async () => (one.there = (await load()).default as Front),
  };
  return one;
}

/** Its view and its text. */
const chapter = (language: Language, place: string) =>
  Promise.all([
    import('../learn/chapter.ts'),
    import('../learn/index.ts').then(({ ahead }) => ahead(place.replace(/\/.*/, ''), language)),
  ]);

/** By path in the address. */
export const STARTS = {
  lab: start([], () => import('../lab/index.ts')),
  arena: start(['arena', 'common', 'rest'], () => import('../arena/index.ts'), {
    core: true,
    front: front('arena', () => import('../arena/Front.svelte')),
    more: (_, place) =>
      /^(study)?$/.test(place)
        ? Promise.all([
            import('../arena/study/StudyTab.svelte'),
            import('../arena/index.ts').then(({ ahead }) => ahead()),
          ])
        : undefined,
  }),
  assumptions: start(['assumptions', 'common', 'rest'], () => import('../assumptions/index.ts'), {
    core: true,
    front: front('assumptions', () => import('../assumptions/Front.svelte')),
  }),
  home: start(['home'], () => import('../home/index.ts')),
  learn: start(['learn'], () => import('../learn/index.ts'), {
    more: (language, place) => Promise.all([fetchFronts(language), place && chapter(language, place)]),
  }),
  play: start(['play'], () => import('../play/index.ts')),
  class: start(['class', 'common'], () => import('../class/index.ts')),
};
