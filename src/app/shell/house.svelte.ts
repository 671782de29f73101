/**
 * The owner of all state: makes each page's state once, inside one effect root, hands it down by context, and disposes of
 * it. No component owns what outlives it.
 */
import type { Message } from '#core/types.ts';
import { Workers } from '#workers/workers.ts';
import { Address } from '../address/address.svelte.ts';
import { provideLinks } from '../address/context.ts';
import { lastGood } from '../address/last-good.ts';
import { Question } from '../assumptions/question.svelte.ts';
import { Lab } from '../lab/lab.svelte.ts';
import { Formulas } from '../opening/formulas.ts';
import { provideTools, type Tools } from '../opening/context.ts';
import { lasting } from '../opening/lasting.svelte.ts';
import { Opening } from '../opening/opening.ts';
import { provideDrafts } from '../own/context.ts';
import { OwnDrafts } from '../own/drafts.svelte.ts';
import type { Front, MadePage, Parts } from '../shared/page.ts';
import { Pictures } from '../stage/pictures.svelte.ts';
import { onScreen } from '../pacing/frames.ts';
import type { Reset, Resettable } from './reset.svelte.ts';
import { loadPage } from './page-loading.ts';
import { PAGE_IDS, PAGES, TABS, type PageId } from './pages.ts';

export class House implements Parts, Tools, Resettable {
  readonly workers = new Workers();
  readonly formulas = new Formulas(this.workers.lane('formulas'));
  readonly opening = new Opening(this.formulas);
  readonly drafts: OwnDrafts;
  readonly lab: Lab;
  readonly pictures: Pictures;
  /** Of the Assumptions page. */
  readonly question: Question;
  readonly address: Address;
  /** Made when it is first looked for. */
  reset: Reset | undefined;
  /** Shows the guide to the page that is open: whoever draws it says how. */
  openHelp = (): void => {};

  /** Back to what the link asked for; its code comes when it is asked for. */
  readonly goBack = (): void =>
    void import('./reset.svelte.ts').then(
      ({ resetOf }) => resetOf(this).press(),
      () => {},
    );

  #made = $state.raw<Partial<Record<PageId, MadePage>>>({});
  #failed = $state.raw<{ page: PageId; message: Message } | undefined>(undefined);
  readonly #roots: (() => void)[] = [];

  constructor() {
    const { workers, opening, formulas } = this;
    const state = this.#within(() => {
      const lab = new Lab({ pool: workers.lane('runs'), opening });
      const pictures = new Pictures({ pool: workers.lane('pictures') });
      const question = new Question();
      const address = new Address(
        lab,
        PAGE_IDS,
        window,
        { assumptions: question },
        undefined,
        formulas,
        lastGood,
        TABS,
      );
      return { drafts: new OwnDrafts(), lab, pictures, question, address };
    });
    this.drafts = state.drafts;
    this.lab = state.lab;
    this.pictures = state.pictures;
    this.question = state.question;
    this.address = state.address;
  }

  /** State that is made here lives until {@link open} is ended. */
  #within<Made>(make: () => Made): Made {
    const [made, end] = lasting(make);
    this.#roots.push(end);
    return made;
  }

  /** The page on screen. */
  get page(): PageId {
    return this.address.page as PageId;
  }
  /** With its state, once its code is there. */
  made(page: PageId): MadePage | undefined {
    return this.#made[page];
  }
  /** What it begins with, as soon as that is there: on arrival it comes first, elsewhere with the rest. */
  front(page: PageId): Front | undefined {
    void this.#made[page];
    return PAGES[page].front();
  }
  /** Why it could not be loaded. */
  failure(page: PageId): Message | undefined {
    return this.#failed?.page === page ? this.#failed.message : undefined;
  }

  /** Reads the address, and follows it from now on. @returns what ends it all */
  open(): () => void {
    const stop = this.address.start();
    // The first picture is whole, where all came side by side.
    const ready = PAGES[this.page].ready();
    if (ready) this.#make(this.page, ready);
    this.#within(() => {
      $effect(() => this.workers.front(...PAGES[this.page].lanes));
      $effect(() => {
        const { page } = this;
        if (!this.#made[page]) void this.load(page);
      });
    });
    return () => {
      stop();
      for (const leave of this.#roots) leave();
      for (const made of Object.values(this.#made)) made.dispose();
      this.pictures.dispose();
      this.lab.dispose();
      this.workers.dispose();
    };
  }

  /** Loads a page's code at its first visit, or at another try. */
  async load(page: PageId): Promise<void> {
    this.#failed = undefined;
    // What is there is seen before the rest is asked for.
    if (PAGES[page].front()) await onScreen();
    const loaded = await loadPage(() => PAGES[page].load(this.address.tab));
    if ('problem' in loaded) this.#failed = { page, message: loaded.problem };
    else if (!this.#made[page]) this.#make(page, loaded.page);
  }
  #make(page: PageId, make: (house: House) => MadePage): void {
    this.#within(() => (this.#made = { ...this.#made, [page]: make(this) }));
  }

  /** For the components of every page; called while the shell's component is made. */
  provide(): void {
    provideTools(this);
    provideLinks(this.address);
    provideDrafts(this.drafts);
  }
}
