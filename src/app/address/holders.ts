/** What the address knows of pages and of the browser. */
import type { Message, Scenario } from '#core/types.ts';
import type { OwnPart } from './url.ts';

/** The parts of `window` that are used; a test gives its own. */
export interface BrowserWindow {
  location: { hash: string; href: string };
  history: { readonly state: unknown; replaceState: (data: unknown, unused: string, url: string) => void };
  navigator: { clipboard?: { writeText: (text: string) => Promise<void> } };
  matchMedia?: (query: string) => { readonly matches: boolean };
  addEventListener: (type: 'hashchange' | 'popstate' | 'pagehide', listener: () => void) => void;
  removeEventListener: (type: 'hashchange' | 'popstate' | 'pagehide', listener: () => void) => void;
}

/** More than a scenario that a page keeps in its address: pairs whose keys begin with `prefix`. */
export interface Part {
  readonly prefix: string;
  /** As it is now. */
  readonly query: string;
  /** Takes what an address says, with the scenario beside it. @returns what was not taken as given */
  read: (query: string, scenario: Scenario) => Message[];
}

/** What holds a scenario for a page. */
export interface Holder {
  readonly part?: Part;
  readonly scenario: Scenario;
  adopt: (scenario: Scenario) => void;
  notify: (...messages: Message[]) => void;
  dismissNotices: () => void;
  /** The page is on screen: computes what it shows. */
  start: () => void;
  /** It is not: the cores belong to what is. */
  cancel: () => void;
}

/** The first page: its scenario is carried along by all that have none of their own, and the address holds its clock. */
export interface Played extends Holder {
  /** What the reader should know of what was entered. */
  readonly notices: readonly Message[];
  readonly clock: {
    readonly playing: boolean;
    readonly wanted: number;
    seek: (trial: number) => void;
    playFrom: (trial: number) => void;
    pause: () => void;
  };
}

/** Pages with a scenario of their own, by path. */
export type Holders = Readonly<Record<string, Holder>>;

/** What each page begins with, and what it reads itself. */
export const ownPartsOf = (holders: Holders): Record<string, OwnPart> =>
  Object.fromEntries(
    Object.entries(holders).map(([page, { scenario, part }]) => [
      page,
      { objective: scenario.objective.id, ...(part && { prefix: part.prefix }) },
    ]),
  );
