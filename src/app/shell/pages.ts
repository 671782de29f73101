/** The pages: one record each. Texts are `header.<id>`, `<id>.lead` and `<id>.loading`. */
import type { LaneName } from '#workers/workers.ts';
import { bringTexts } from '../i18n/index.svelte.ts';
import { allCode } from '../opening/code.ts';
import type { MadePage } from '../shared/page.ts';
import type { Tabs } from '../address/places.svelte.ts';
import { TABS as ARENA_TABS } from '../arena/tabs.ts';
import { Lab } from '../lab/lab.svelte.ts';
import type { House } from './house.svelte.ts';
import { STARTS, type Start } from './starts.ts';

export interface PageRecord {
  /** The workers of what it shows: they go first while it is on screen. */
  readonly lanes: readonly LaneName[];
  /** Its parts, where they have addresses of their own. */
  readonly tabs?: Tabs;
  /** Loads its code, then makes it. */
  readonly load: () => Promise<(house: House) => MadePage>;
}

/** What a page begins with, asked for side by side. */
async function begin<Code>({ code, texts, core }: Start<Code>): Promise<Code> {
  const [loaded] = await Promise.all([code(), ...texts.map(bringTexts), core && allCode()]);
  return loaded;
}
/** For a page that plays by itself. */
const ownLab = ({ opening, workers }: House) => new Lab({ pool: workers.lane('runs'), opening });

/** By path in the address; the first one is opened by links that name none. */
export const PAGES = {
  lab: {
    lanes: ['runs', 'pictures'],
    load: async () => (await begin(STARTS.lab)).make,
  },
  arena: {
    lanes: ['arena', 'dimensions'],
    tabs: ARENA_TABS,
    load: async () => (await begin(STARTS.arena)).make,
  },
  assumptions: {
    lanes: ['diagnosis', 'assumptions'],
    load: async () => {
      const { make } = await begin(STARTS.assumptions);
      return (house) => make(house, house.question);
    },
  },
  home: {
    lanes: ['runs', 'pictures'],
    load: async () => {
      const { make } = await begin(STARTS.home);
      return (house) => make(house, ownLab(house));
    },
  },
  learn: {
    lanes: ['runs', 'pictures', 'learn'],
    tabs: { ids: [], anchors: {}, any: true },
    load: async () => {
      const { make } = await begin(STARTS.learn);
      return (house) => make(house, ownLab(house));
    },
  },
  play: {
    lanes: ['runs', 'pictures', 'play'],
    tabs: { ids: [], anchors: {}, any: true },
    load: async () => {
      const { make } = await begin(STARTS.play);
      return (house) => make(house, ownLab(house));
    },
  },
  class: {
    lanes: ['class', 'arena'],
    load: async () => (await begin(STARTS.class)).make,
  },
} as const satisfies Record<string, PageRecord>;

export type PageId = keyof typeof PAGES;
export const PAGE_IDS = Object.keys(PAGES) as PageId[];
/** Those that the header lists; its name leads to the front door, and a teacher finds the class from Play. */
export const LISTED_PAGES = PAGE_IDS.filter((id) => id !== 'home' && id !== 'class');
/** Parts of pages that have addresses, by page. */
export const TABS: Readonly<Record<string, Tabs>> = Object.fromEntries(
  Object.entries<PageRecord>(PAGES).flatMap(([id, { tabs }]) => (tabs ? [[id, tabs]] : [])),
);
