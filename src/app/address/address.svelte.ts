/**
 * Keeps the address and what is on screen in step: the address is read on load and when the reader goes back or edits
 * it, and rewritten (without a new history entry) while settings change. Reload and a copied link restore all. A page
 * that has a scenario of its own keeps it in its own address; all others share the Lab's.
 */
import { lookUp } from '#core/look-up.ts';
import { shorten } from '#core/params.ts';
import { say, type Message, type Scenario } from '#core/types.ts';
import { HOME } from './home.ts';
import type { LastGood } from './last-good.ts';
import {
  functionQuery,
  keptIn,
  KeptFunctions,
  LONGEST_LINK,
  wholeAddress,
  withoutFunction,
} from './long-links.ts';
import type { Formulas } from '../opening/formulas.ts';
import { OpenTabs, type TabsOf } from './places.svelte.ts';
import {
  defaultOptions,
  objectiveIn,
  readHash,
  writeHash,
  writeHome,
  type OwnPart,
  type PageOptions,
} from './url.ts';

/** The parts of `window` that are used; a test gives its own. */
export interface BrowserWindow {
  location: { hash: string; href: string };
  history: { replaceState: (data: unknown, unused: string, url: string) => void };
  navigator: { clipboard?: { writeText: (text: string) => Promise<void> } };
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
  readonly clock: { readonly playing: boolean; readonly wanted: number; seek: (trial: number) => void };
}

/** Pages with a scenario of their own, by path. */
export type Holders = Readonly<Record<string, Holder>>;

/** Browsers refuse more than some 100 rewrites in 30 s (Safari); this stays below. */
const WRITE_EVERY = 350;

export class Address {
  #page = $state('');
  #arrivals = $state(0);
  #options = $state.raw<PageOptions>(defaultOptions());

  readonly #lab: Played;
  readonly #holders: Holders;
  /** What each of these pages begins with, and what it reads itself. */
  readonly #own: Record<string, OwnPart>;
  readonly #pages: readonly string[];
  readonly #tabs: OpenTabs;
  readonly #window: BrowserWindow;
  /** The address as last read or written: anything else in the address bar is the reader's doing. */
  #current: string | undefined;
  #writing: ReturnType<typeof setTimeout> | undefined;
  #written = -Infinity;
  readonly #kept: KeptFunctions;
  readonly #formulas: Pick<Formulas, 'ready'>;
  /** It brought the page down before a reload, and is not opened. */
  #crashed: string | undefined;
  /** It was shown before the page was loaded: a reload needs no introduction. */
  readonly #known: string | undefined;
  /** An address whose formula a worker is at; until then the page stays as it is, and its address is not written. */
  #awaited: string | undefined;

  /**
   * @param pages the pages there are, by path; the first, the Lab, is the one shown by default
   * @param kept functions that are too long for an address
   * @param learner works out what takes long about a formula
   * @param before what became of this tab's earlier addresses: one that brought the page down is not opened again
   * @param tabs by page, its parts that have addresses
   */
  constructor(
    lab: Played,
    pages: readonly string[] = ['lab'],
    browser: BrowserWindow = window,
    holders: Holders = {},
    kept = new KeptFunctions(),
    learner: Pick<Formulas, 'ready'> = { ready: () => undefined },
    before: Partial<Pick<LastGood, 'crash' | 'good'>> = {},
    tabs: TabsOf = {},
  ) {
    this.#tabs = new OpenTabs(tabs);
    this.#crashed = before.crash;
    this.#known = before.good;
    this.#kept = kept;
    this.#formulas = learner;
    this.#lab = lab;
    this.#holders = holders;
    this.#own = Object.fromEntries(
      Object.entries(holders).map(([page, { scenario, part }]) => [
        page,
        { objective: scenario.objective.id, ...(part && { prefix: part.prefix }) },
      ]),
    );
    this.#pages = pages;
    this.#window = browser;
    this.#page = pages[0];
  }

  /** The page on screen. */
  get page(): string {
    return this.#page;
  }
  /** The part of it that is on screen; empty where it has none. */
  get tab(): string {
    return this.#tabs.on(this.#page);
  }
  /** Page and tab, as the address names them. */
  get place(): string {
    return this.#tabs.place(this.#page);
  }
  /** How many addresses have been read: another one is a new beginning. */
  get arrivals(): number {
    return this.#arrivals;
  }
  /** What the page shows, besides the scenario; change it with {@link set}. `t` is only read on arrival. */
  get options(): PageOptions {
    return this.#options;
  }
  set(options: Partial<Omit<PageOptions, 't'>>): void {
    this.#options = { ...this.#options, ...options };
  }
  /**
   * The address of another page, with its scenario as it is: going there and back changes nothing.
   * @param tab by default the one that was open last
   */
  hashOf(page: string, tab?: string): string {
    if (page === HOME) return writeHome(this.#options);
    const { scenario, t, part } = this.#shownOn(page);
    return this.#shortHash(this.#tabs.place(page, tab), scenario, { ...this.#options, t }, part);
  }
  /** The address of a scenario in the Lab, at a trial. */
  hashInLab(scenario: Scenario, t = 0): string {
    return this.#shortHash(this.#pages[0], scenario, { ...this.#options, t }, '');
  }
  /** What is too long for an address is kept, and named there. */
  #shortHash(place: string, scenario: Scenario, options: PageOptions, part: string): string {
    const whole = writeHash(place, scenario, options, part);
    if (whole.length <= LONGEST_LINK) return whole;
    const bare = withoutFunction(scenario);
    const short = writeHash(place, bare, options, part);
    // The part may hold a function, too.
    return short.length <= LONGEST_LINK
      ? `${short}&kept=${this.#kept.name(functionQuery(scenario))}`
      : `${writeHash(place, bare, options)}&kept=${this.#kept.name(`${functionQuery(scenario)}&${part}`)}`;
  }
  #wholeHash(page: string): string {
    if (page === HOME) return writeHome(this.#options);
    const { scenario, t, part } = this.#shownOn(page);
    return writeHash(this.#tabs.place(page), scenario, { ...this.#options, t }, part);
  }
  #shownOn(page: string): { scenario: Scenario; t: number; part: string } {
    const own = lookUp(this.#holders, page);
    return own
      ? { scenario: own.scenario, t: 0, part: own.part?.query ?? '' }
      : { scenario: this.#lab.scenario, t: this.#lab.clock.wanted, part: '' };
  }

  /** Goes to an address, also to the one that stands there already. */
  open(hash: string): void {
    this.#window.location.hash = hash;
    this.#read();
  }

  /** Reads the address, starts the runs and keeps both in step from now on. @returns what stops it */
  start(): () => void {
    this.#read();
    const onMove = () => {
      const { hash } = this.#window.location;
      if (this.#awaited !== undefined ? hash !== this.#awaited : hash !== this.#current) this.#read();
    };
    const onLeave = () => this.#write();
    this.#window.addEventListener('hashchange', onMove);
    this.#window.addEventListener('popstate', onMove);
    this.#window.addEventListener('pagehide', onLeave);
    const stopFollowing = $effect.root(() => {
      $effect(() => {
        // While playing, the position changes several times a second and nobody reads it.
        if (this.#lab.clock.playing && !lookUp(this.#holders, this.#page)) return;
        if (this.hash !== this.#current) this.#writeSoon();
      });
    });
    return () => {
      clearTimeout(this.#writing);
      this.#awaited = undefined;
      stopFollowing();
      this.#window.removeEventListener('hashchange', onMove);
      this.#window.removeEventListener('popstate', onMove);
      this.#window.removeEventListener('pagehide', onLeave);
    };
  }

  /** The address of what is on screen now, from its `#`. */
  get hash(): string {
    return this.hashOf(this.#page);
  }

  /** The whole link to what is on screen now. */
  get link(): string {
    return this.#window.location.href.replace(/#.*$/s, '') + this.#wholeHash(this.#page);
  }

  /** The link does not arrive everywhere; the address bar leaves the function out. */
  get tooLong(): boolean {
    return this.#wholeHash(this.#page).length > LONGEST_LINK;
  }

  /** @returns whether the browser allowed it; where not, show {@link link} for copying by hand */
  async copyLink(): Promise<boolean> {
    this.#write();
    try {
      if (!this.#window.navigator.clipboard) return false;
      await this.#window.navigator.clipboard.writeText(this.link);
      return true;
    } catch {
      return false;
    }
  }

  #read(): void {
    const { hash } = this.#window.location;
    const crashed = this.#crashed;
    this.#crashed = undefined;
    if (crashed !== undefined && hash === crashed) {
      const [bare] = hash.split('?');
      this.#show(hash, { hash: bare, lost: false });
      this.#holder.notify(say('notice.link-crashed', { given: shorten(hash) }));
      return;
    }
    const whole = wholeAddress(hash, this.#kept);
    const prefixes = Object.values(this.#own).flatMap(({ prefix }) => prefix ?? []);
    const learning = this.#formulas.ready(['', ...prefixes].map((prefix) => objectiveIn(whole.hash, prefix)));
    this.#awaited = learning && hash;
    if (!learning) return this.#show(hash, whole);
    void learning.then(() => {
      if (this.#awaited === hash) this.#show(hash, whole);
    });
  }

  get #holder(): Holder {
    return lookUp(this.#holders, this.#page) ?? this.#lab;
  }

  /** The last line of defence: whatever an address asks for, there is a page. */
  #show(hash: string, whole: { hash: string; lost: boolean }): void {
    try {
      this.#take(hash, whole);
    } catch (error) {
      const [bare] = hash.split('?');
      this.#take(hash, { hash: bare, lost: false });
      const detail = error instanceof Error ? error.message : String(error);
      this.#holder.notify(say('notice.link-unreadable', { detail }));
    }
  }

  #take(hash: string, whole: { hash: string; lost: boolean }): void {
    this.#arrivals += 1;
    this.#awaited = undefined;
    const read = readHash(whole.hash, this.#pages, this.#own, this.#tabs.of);
    const { page, tab, scenario, options, part, notices } = read;
    if (whole.lost) notices.push(say('notice.link-kept'));
    clearTimeout(this.#writing);
    this.#writing = undefined;
    this.#current = hash;
    this.#page = page;
    this.#tabs.open(page, tab);
    this.#options = { ...options, t: 0 };
    const own: Holder | undefined = lookUp(this.#holders, page);
    const holder = own ?? this.#lab;
    const before = JSON.stringify(holder.scenario);
    // The front door has none: everybody's stays as it is.
    if (page !== HOME) holder.adopt(scenario);
    holder.dismissNotices();
    holder.notify(...notices, ...(own?.part?.read(part, scenario) ?? []));
    // A page without a scenario carries the Lab's along; somebody may have meant it for that page.
    const carried = holder === this.#lab && page !== this.#pages[0];
    if (carried && hash !== this.#known && JSON.stringify(holder.scenario) !== before)
      holder.notify(say('notice.link-elsewhere'));
    if (holder === this.#lab && page !== HOME) this.#lab.clock.seek(options.t);
    // Only the Lab shows these runs; elsewhere they would take the cores from what is on screen.
    const shown = holder === this.#lab && page !== this.#pages[0] ? undefined : holder;
    for (const other of [this.#lab, ...Object.values(this.#holders)]) if (other !== shown) other.cancel();
    shown?.start();
  }

  #writeSoon(): void {
    this.#writing ??= setTimeout(
      () => this.#write(),
      Math.max(0, this.#written + WRITE_EVERY - performance.now()),
    );
  }

  #write(): void {
    clearTimeout(this.#writing);
    this.#writing = undefined;
    let hash = this.hash;
    if (hash === this.#current || this.#awaited !== undefined) return;
    const kept = keptIn(hash);
    // Where the browser keeps nothing, a long address is better than a lost function.
    if (kept !== undefined && !this.#kept.keep(kept)) hash = this.#wholeHash(this.#page);
    try {
      this.#window.history.replaceState(null, '', hash);
      // Read back: browsers may spell it differently.
      this.#current = this.#window.location.hash;
      this.#written = performance.now();
    } catch {
      // Refused (too many rewrites, a sandboxed frame): the next change tries again, the page goes on.
    }
  }
}
