/** Addresses of all pages as they are now: made in one place, so that going there and back changes nothing. */
import { lookUp } from '#core/look-up.ts';
import type { Scenario } from '#core/types.ts';
import type { Holders, Played } from './holders.ts';
import { isBare } from './home.ts';
import { functionQuery, LONGEST_LINK, withoutFunction, type KeptFunctions } from './long-links.ts';
import type { OpenTabs } from './places.svelte.ts';
import { writeBare, writeHash, type PageOptions } from './url.ts';

type Write = (place: string, scenario: Scenario, options: PageOptions, part: string) => string;

/** Where what an address says is found. */
interface Shown {
  readonly lab: Played;
  readonly holders: Holders;
  readonly tabs: OpenTabs;
  readonly kept: KeptFunctions;
  /** The Lab's page. */
  readonly first: string;
  /** The page on screen, and what it shows. */
  readonly page: () => string;
  readonly options: () => PageOptions;
}

export class Hashes {
  readonly #of: Shown;
  constructor(of: Shown) {
    this.#of = of;
  }

  /** The Lab as it is, as a whole link from its `#`. */
  get lab(): string {
    const { scenario, clock } = this.#of.lab;
    const { wanted: t, playing: play } = clock;
    return writeHash(this.#of.first, scenario, { ...this.#of.options(), t, play });
  }
  /** Of a page, what is too long for an address left out. @param tab by default the one that was open last */
  of(page: string, tab?: string): string {
    return this.#by((...whole) => this.short(...whole), page, this.#of.options(), tab);
  }
  /** Of a page, nothing left out. @param options where others than those on screen */
  whole(page: string, options: Partial<PageOptions> = {}): string {
    return this.#by(writeHash, page, { ...this.#of.options(), ...options });
  }
  /** What is too long for an address is kept, and named there. */
  short(place: string, scenario: Scenario, options: PageOptions, part: string): string {
    const whole = writeHash(place, scenario, options, part);
    if (whole.length <= LONGEST_LINK) return whole;
    const { kept } = this.#of;
    const bare = withoutFunction(scenario);
    const short = writeHash(place, bare, options, part);
    // The part may hold a function, too.
    return short.length <= LONGEST_LINK
      ? `${short}&kept=${kept.name(functionQuery(scenario))}`
      : `${writeHash(place, bare, options)}&kept=${kept.name(`${functionQuery(scenario)}&${part}`)}`;
  }
  #by(write: Write, page: string, options: PageOptions, tab?: string): string {
    const place = this.#of.tabs.place(page, tab);
    if (isBare(page)) return writeBare(place, options);
    const own = lookUp(this.#of.holders, page);
    if (own) return write(place, own.scenario, { ...options, t: 0, focus: '' }, own.part?.query ?? '');
    const { scenario, clock } = this.#of.lab;
    const moment = { t: clock.wanted, play: clock.playing && page === this.#of.page() };
    return write(place, scenario, { ...options, ...moment }, '');
  }
}
