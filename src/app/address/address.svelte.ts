/**
 * Keeps the address and what is on screen in step: the address is read on load and when the reader goes back or edits
 * it, and rewritten (without a new history entry) while settings change. Reload and a copied link restore all. A page
 * that has a scenario of its own keeps it in its own address; all others share the Lab's.
 */
import { lookUp } from '#core/look-up.ts';
import { shorten } from '#core/params.ts';
import { say, type Scenario } from '#core/types.ts';
import { ownPartsOf, type BrowserWindow, type Holder, type Holders, type Played } from './holders.ts';
import { isBare } from './home.ts';
import type { LastGood } from './last-good.ts';
import { Hashes } from './hashes.ts';
import { keptIn, KeptFunctions, LONGEST_LINK, wholeAddress } from './long-links.ts';
import type { Formulas } from '../opening/formulas.ts';
import { OpenTabs, type TabsOf } from './places.svelte.ts';
import {
  defaultOptions,
  objectiveIn,
  optionsAfter,
  readHash,
  type OwnPart,
  unclocked,
  type PageOptions,
} from './url.ts';

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
  #starting: ReturnType<typeof setTimeout> | undefined;
  #written = -Infinity;
  readonly #kept: KeptFunctions;
  readonly #hashes: Hashes;
  readonly #formulas: Pick<Formulas, 'ready'>;
  /** It brought the page down before a reload, and is not opened. */
  #crashed: string | undefined;
  /** It was shown before the page was loaded: a reload needs no introduction. */
  readonly #known: string | undefined;
  /** What was asked for before a link that does not ask anew, until it is taken. */
  #again: string | undefined;
  /** An address whose problem is still coming; until then the page stays as it is, and its address is not written. */
  awaited = $state<string>();

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
    this.#own = ownPartsOf(holders);
    this.#pages = pages;
    this.#window = browser;
    this.#page = pages[0];
    this.#hashes = new Hashes({
      ...{ lab, holders, kept, first: pages[0], tabs: this.#tabs },
      page: () => this.#page,
      options: () => this.#options,
    });
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
  /** What the link to the Lab asked for, as the page writes it; undefined before the first address was read. */
  asked = $state.raw<string | undefined>();
  /** The Lab as it is, as a whole link from its `#`. */
  get labLink(): string {
    return this.#hashes.lab;
  }
  /** How many addresses have been read: another one is a new beginning. */
  get arrivals(): number {
    return this.#arrivals;
  }
  /** What the page shows, besides the scenario; change it with {@link set}. `t` and `play` are only read on arrival. */
  get options(): PageOptions {
    return this.#options;
  }
  set(options: Partial<Omit<PageOptions, 't' | 'play'>>): void {
    this.#options = { ...this.#options, ...options };
  }
  /**
   * The address of another page, with its scenario as it is: going there and back changes nothing.
   * @param tab by default the one that was open last
   */
  hashOf(page: string, tab?: string): string {
    return this.#hashes.of(page, tab);
  }
  /** The address of a scenario in the Lab, at a trial. */
  hashInLab(scenario: Scenario, t = 0): string {
    return this.#hashes.short(this.#pages[0], scenario, { ...this.#options, t, focus: '' }, '');
  }
  /** The reader has come to another part of a page, without a link. */
  readonly turn = (page: string, tab: string): void => this.#tabs.open(page, tab);

  /** Goes to an address, also to the one that stands there already. */
  open(hash: string): void {
    this.#window.location.hash = hash;
    this.#read();
  }
  /** Goes to a link of the Lab, which is no other question: what was asked for stays so. Going back comes here again. */
  openAgain(link: string): void {
    this.#write();
    this.#again = this.asked;
    this.#current = undefined;
    this.#window.location.hash = link;
    // Some browsers have told it by now.
    if (this.#current === undefined) this.#read();
  }

  /** Reads the address, starts the runs and keeps both in step from now on. @returns what stops it */
  start(): () => void {
    this.#read();
    const onMove = () => {
      const { hash } = this.#window.location;
      if (hash === (this.awaited ?? this.#current)) return;
      // Another link has overtaken it.
      if (this.awaited !== undefined) this.#again = undefined;
      this.#read();
    };
    const onLeave = () => this.#write();
    this.#window.addEventListener('hashchange', onMove);
    this.#window.addEventListener('popstate', onMove);
    this.#window.addEventListener('pagehide', onLeave);
    const stopFollowing = $effect.root(() => {
      $effect(() => {
        // While playing, the position changes several times a second and nobody reads it.
        const same = this.#lab.clock.playing ? unclocked : String;
        if (same(this.hash) !== same(this.#current ?? '')) this.#writeSoon();
      });
    });
    return () => {
      clearTimeout(this.#starting);
      clearTimeout(this.#writing);
      this.awaited = undefined;
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
    return this.linkWith({});
  }
  /** … with other options: a frame of it, or the whole of what a frame shows. */
  linkWith(options: Partial<PageOptions>): string {
    return this.#window.location.href.replace(/#.*$/s, '') + this.#hashes.whole(this.#page, options);
  }

  /** The link does not arrive everywhere; the address bar leaves the function out. */
  get tooLong(): boolean {
    return this.#hashes.whole(this.#page).length > LONGEST_LINK;
  }

  /** @returns whether the browser allowed it; where not, show {@link link} for copying by hand */
  copyLink(): Promise<boolean> {
    this.#write();
    return this.copy(this.link);
  }
  async copy(text: string): Promise<boolean> {
    try {
      if (!this.#window.navigator.clipboard) return false;
      await this.#window.navigator.clipboard.writeText(text);
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
    this.awaited = learning && hash;
    if (!learning) return this.#show(hash, whole);
    void learning.then(() => {
      if (this.awaited === hash) this.#show(hash, whole);
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
    const [lab] = this.#pages;
    this.#arrivals += 1;
    this.awaited = undefined;
    const read = readHash(whole.hash, this.#pages, this.#own, this.#tabs.of);
    const { page, tab, scenario, options, part, notices } = read;
    if (whole.lost) notices.push(say('notice.link-kept'));
    const { clock } = this.#lab;
    if (page !== lab) clock.pause();
    const before = page === lab && this.#page === lab ? undefined : this.labLink;
    clearTimeout(this.#writing);
    this.#writing = undefined;
    this.#current = hash;
    this.#page = page;
    this.#tabs.open(page, tab);
    const own: Holder | undefined = lookUp(this.#holders, page);
    this.#options = optionsAfter(this.#options, read, own !== undefined);
    const holder = own ?? this.#lab;
    const scenarioBefore = JSON.stringify(holder.scenario);
    // Some pages have none: everybody's stays as it is.
    if (!isBare(page)) holder.adopt(scenario);
    holder.dismissNotices();
    holder.notify(...notices, ...(own?.part?.read(part, scenario) ?? []));
    // A page without a scenario carries the Lab's along; somebody may have meant it for that page.
    const carried = holder === this.#lab && page !== lab;
    if (carried && hash !== this.#known && JSON.stringify(holder.scenario) !== scenarioBefore)
      holder.notify(say('notice.link-elsewhere'));
    // Nothing may move by itself where the system asks for that.
    const still = this.#window.matchMedia?.('(prefers-reduced-motion: reduce)').matches;
    if (page === lab && options.play && !still) clock.playFrom(options.t);
    else if (holder === this.#lab && !isBare(page)) clock.seek(options.t);
    this.#arrived(before);
    // Only the Lab shows these runs; elsewhere they would take the cores from what is on screen.
    const shown = holder === this.#lab && page !== lab ? undefined : holder;
    for (const other of [this.#lab, ...Object.values(this.#holders)]) if (other !== shown) other.cancel();
    // In a task of its own: workers would take the cores from the page while it draws what is new.
    clearTimeout(this.#starting);
    this.#starting = setTimeout(() => shown?.start());
  }

  /** A reload keeps what was asked for; who goes to another page and back, and finds the Lab as before, asks for nothing. */
  #arrived(before: string | undefined): void {
    const { state } = this.#window.history;
    const kept = this.#again ?? (state as { asked?: string } | null)?.asked;
    this.#again = undefined;
    const now = this.labLink;
    this.asked = kept ?? (now === before && this.asked ? this.asked : now);
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
    if (hash === this.#current || this.awaited !== undefined) return;
    const kept = keptIn(hash);
    // Where the browser keeps nothing, a long address is better than a lost function.
    if (kept !== undefined && !this.#kept.keep(kept)) hash = this.#hashes.whole(this.#page);
    try {
      const asked = this.asked;
      // Of what is too long only the address is kept.
      const state = asked && asked.length <= LONGEST_LINK ? { asked } : null;
      this.#window.history.replaceState(state, '', hash);
      // Read back: browsers may spell it differently.
      this.#current = this.#window.location.hash;
      this.#written = performance.now();
    } catch {
      // Refused (too many rewrites, a sandboxed frame): the next change tries again, the page goes on.
    }
  }
}
