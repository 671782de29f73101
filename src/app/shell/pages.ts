/** The pages: one record each. Texts are `header.<id>` and `<id>.lead`. */
import { nextTask } from '#workers/next-task.ts';
import type { LaneName } from '#workers/workers.ts';
import { codeIsThere } from 'virtual:late-core';
import { bringTexts, language, useTexts } from '../i18n/index.svelte.ts';
import { textsAreThere } from '../i18n/shelves.ts';
import { allCode } from '../opening/code.ts';
import type { Front, MadePage } from '../shared/page.ts';
import type { Tabs } from '../address/places.svelte.ts';
import { TABS as ARENA_TABS } from '../arena/tabs.ts';
import { Lab } from '../lab/lab.svelte.ts';
import type { House } from './house.svelte.ts';
import { STARTS, type Start } from './starts.ts';

type Make = (house: House) => MadePage;

export interface PageRecord {
  /** The workers of what it shows: they go first while it is on screen. */
  readonly lanes: readonly LaneName[];
  /** Its parts, where they have addresses of their own. */
  readonly tabs?: Tabs;
  /** What it begins with, where that is there. */
  readonly front: () => Front | undefined;
  /** Makes it, where all that it begins with is there. */
  readonly ready: () => Make | undefined;
  /** Brings what is missing. */
  readonly load: (place: string) => Promise<Make>;
}

function page<Code>(
  lanes: readonly LaneName[],
  start: Start<Code>,
  make: (code: Code, house: House) => MadePage,
  tabs?: Tabs,
): PageRecord {
  const { texts, core = false, code, more } = start;
  const ready = () => {
    const { there } = start;
    if (there === undefined || !textsAreThere(language(), texts) || (core && !codeIsThere()))
      return undefined;
    useTexts(texts);
    return (house: House) => make(there, house);
  };
  return {
    ...{ lanes, ready, ...(tabs && { tabs }) },
    front: () => {
      const { there, texts = [] } = start.front ?? {};
      if (!there || !textsAreThere(language(), texts)) return undefined;
      useTexts(texts);
      return there;
    },
    load: async (place) => {
      const asked: Promise<unknown>[] = [];
      for (const ask of [
        code,
        () => start.front?.code(),
        () => Promise.all(texts.map(bringTexts)),
        () => core && allCode(),
        // What does not come of that is said where it would stand.
        () => more?.(language(), place)?.catch(() => {}),
      ]) {
        const coming = Promise.resolve(ask());
        coming.catch(() => {}); // Waited for below.
        asked.push(coming);
        // To ask for dozens of files is a long task.
        await nextTask();
      }
      await Promise.all(asked);
      const loaded = await code();
      return (house) => make(loaded, house);
    },
  };
}
/** Places are the page's own to read. */
const ANY: Tabs = { ids: [], anchors: {}, any: true };
/** For a page that plays by itself. */
const ownLab = ({ opening, workers }: House) => new Lab({ pool: workers.lane('runs'), opening });

/** By path in the address; the first one is opened by links that name none. */
export const PAGES = {
  lab: page(['runs', 'pictures'], STARTS.lab, ({ make }, house) => make(house)),
  arena: page(['arena', 'dimensions'], STARTS.arena, ({ make }, house) => make(house), ARENA_TABS),
  assumptions: page(['diagnosis', 'assumptions'], STARTS.assumptions, ({ make }, house) =>
    make(house, house.question),
  ),
  home: page(['runs', 'pictures'], STARTS.home, ({ make }, house) => make(house, ownLab(house))),
  learn: page(
    ['runs', 'pictures', 'learn'],
    STARTS.learn,
    ({ make }, house) => make(house, ownLab(house)),
    ANY,
  ),
  play: page(['runs', 'pictures', 'play'], STARTS.play, ({ make }, house) => make(house, ownLab(house)), ANY),
  class: page(['class', 'arena'], STARTS.class, ({ make }, house) => make(house)),
};

export type PageId = keyof typeof PAGES;
export const PAGE_IDS = Object.keys(PAGES) as PageId[];
/** Those that the header lists; its name leads to the front door, and a teacher finds the class from Play. */
export const LISTED_PAGES = PAGE_IDS.filter((id) => id !== 'home' && id !== 'class');
/** Parts of pages that have addresses, by page. */
export const TABS: Readonly<Record<string, Tabs>> = Object.fromEntries(
  Object.entries<PageRecord>(PAGES).flatMap(([id, { tabs }]) => (tabs ? [[id, tabs]] : [])),
);
