/** Pages and their parts, as addresses name them: `#/arena`, `#/arena/hours`. */
import { lookUp } from '#core/look-up.ts';
import { shorten } from '#core/params.ts';
import { say, type Message } from '#core/types.ts';

/** The parts of a page that have addresses: `#/<page>/<tab>?…`; the first one is shown at the page's own, too. */
export interface Tabs {
  readonly ids: readonly string[];
  /** Headings that links led to when the page was one, and the tabs that they stand on. */
  readonly anchors: Readonly<Record<string, string>>;
  /** Its parts are many, and known to nobody but the page: whatever stands there is taken to it. */
  readonly any?: boolean;
}
/** By page. */
export type TabsOf = Readonly<Record<string, Tabs>>;

/** The tab that a page's own address shows; empty where it has none. */
const firstTab = (tabs: TabsOf, page: string): string => lookUp(tabs, page)?.ids.at(0) ?? '';

/** Where a page's tab is found in the address; its first one has the page's own. */
const placeOf = (tabs: TabsOf, page: string, tab: string): string =>
  tab === '' || tab === firstTab(tabs, page) ? page : `${page}/${tab}`;

/** Which tab of each page is open, or was when the page was left: whoever comes back finds it so. */
export class OpenTabs {
  #open = $state.raw<Readonly<Record<string, string>>>({});
  readonly of: TabsOf;

  constructor(of: TabsOf) {
    this.of = of;
  }
  on(page: string): string {
    return lookUp(this.#open, page) ?? firstTab(this.of, page);
  }
  open(page: string, tab: string): void {
    if (tab !== this.on(page)) this.#open = { ...this.#open, [page]: tab };
  }
  /** Its address, from the page on. @param tab by default the one that is open */
  place(page: string, tab = this.on(page)): string {
    return placeOf(this.of, page, tab);
  }
}

/** Which page, which of its tabs, and what follows. A link to a heading leads to the tab on which it stands now. */
export function readPlace(
  address: string,
  pages: readonly string[],
  tabs: TabsOf,
  notices: Message[],
): { page: string; tab: string; rest: string[] } {
  const { whole, anchor } = anchored(address, tabs);
  const [path, ...rest] = whole.split('?');
  const [named, ...deeper] = path.replace(/\/$/, '').split('/');
  const tab = deeper.join('/');
  const { ids = [], any = false } = lookUp(tabs, named) ?? {};
  const given = shorten(path);
  if (named === '' && deeper.length === 0 && anchor) return { ...anchor, rest };
  if (!pages.includes(named) || (ids.length === 0 && tab !== '' && !any)) {
    if (path !== '') notices.push(say('notice.unknown-page', { given, known: pages.join(', ') }));
    return { page: pages[0], tab: firstTab(tabs, pages[0]), rest };
  }
  if (tab !== '' && !any && !ids.includes(tab))
    notices.push(say('notice.unknown-tab', { given, known: ids.join(', ') }));
  else if (tab !== '') return { page: named, tab, rest };
  return { page: named, tab: (anchor?.page === named && anchor.tab) || firstTab(tabs, named), rest };
}

/** What stands behind the last `#`, where it is a heading that the page has; everything else is left as it is. */
function anchored(
  address: string,
  tabs: TabsOf,
): { whole: string; anchor?: { page: string; tab: string } | undefined } {
  const at = address.lastIndexOf('#');
  const whole = address.slice(0, Math.max(0, at));
  const [path] = whole.split('?');
  for (const [page, { anchors }] of Object.entries(tabs)) {
    const tab = lookUp(anchors, address.slice(at + 1));
    if (tab !== undefined && (path === '' || path === page)) return { whole, anchor: { page, tab } };
  }
  return { whole: address };
}
