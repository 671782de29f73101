/**
 * Scroll position belongs to a page and its tab, not to the window: each is found again where it was left, also after a
 * reload. What it shows may come piece by piece: until there is as much of it as there was, it is waited for.
 */

/** The parts of `window` that are used; a test gives its own. */
export interface ScrollWindow {
  readonly scrollY: number;
  scrollTo: (left: number, top: number) => void;
  history: { scrollRestoration: ScrollRestoration };
  addEventListener: (type: string, listener: () => void, options?: AddEventListenerOptions) => void;
  removeEventListener: (type: string, listener: () => void) => void;
}
type Drawer = Pick<Storage, 'getItem' | 'setItem'>;

const NAME = 'trial-by-trial/scrolled';
/** What says that the reader goes elsewhere by now. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'];
/** For so long what was there is waited for, in ms. */
const PATIENCE = 3000;

export class Scrolling {
  readonly #window: ScrollWindow;
  readonly #drawer: Drawer | undefined;
  readonly #onGrowth: (grown: () => void) => () => void;
  readonly #left = new Map<string, number>();
  #place: string | undefined;
  #arrived = false;
  #stopWaiting = () => {};

  /** @param onGrowth calls whenever the page has become longer or shorter, until what it returns is called */
  constructor(
    browser: ScrollWindow = window,
    drawer: Drawer | undefined = sessionDrawer(),
    onGrowth = whenPageGrows,
  ) {
    this.#window = browser;
    this.#drawer = drawer;
    this.#onGrowth = onGrowth;
    // Browsers would restore it before the page is drawn.
    browser.history.scrollRestoration = 'manual';
    browser.addEventListener('pagehide', () => this.#keep());
    for (const [place, top] of recalled(drawer)) this.#left.set(place, top);
  }

  /** Another place is about to be drawn: where the reader was in the one on screen is remembered. */
  leave(): void {
    this.#stopWaiting();
    if (this.#place !== undefined) this.#left.set(this.#place, this.#window.scrollY);
  }

  /** A place has been drawn. @param place undefined: it scrolls by itself */
  arrive(place: string | undefined): void {
    const opened = !this.#arrived;
    this.#arrived = true;
    if (place === this.#place) return;
    this.#place = place;
    if (place === undefined) return;
    const wanted = this.#left.get(place) ?? 0;
    // It stands there: to look would have the browser lay out the page in the task that sets it up.
    if (opened && wanted === 0) return;
    this.#window.scrollTo(0, wanted);
    if (this.#window.scrollY < wanted - 1) this.#waitFor(wanted);
  }

  #waitFor(wanted: number): void {
    const stop = () => {
      stopWatching();
      clearTimeout(timer);
      for (const move of MOVES) this.#window.removeEventListener(move, stop);
      this.#stopWaiting = () => {};
    };
    const stopWatching = this.#onGrowth(() => {
      this.#window.scrollTo(0, wanted);
      if (this.#window.scrollY >= wanted - 1) stop();
    });
    const timer = setTimeout(stop, PATIENCE);
    for (const move of MOVES) this.#window.addEventListener(move, stop, { passive: true });
    this.#stopWaiting = stop;
  }

  #keep(): void {
    this.leave();
    try {
      this.#drawer?.setItem(NAME, JSON.stringify([...this.#left]));
    } catch {
      // Storage that is full or switched off: a reload begins at the top.
    }
  }
}

function recalled(drawer: Drawer | undefined): [string, number][] {
  try {
    const kept: unknown = JSON.parse(drawer?.getItem(NAME) ?? '[]');
    return (kept as unknown[]).filter(
      (entry): entry is [string, number] =>
        Array.isArray(entry) && typeof entry[0] === 'string' && Number.isFinite(entry[1]),
    );
  } catch {
    return [];
  }
}

function sessionDrawer(): Drawer | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}

function whenPageGrows(grown: () => void): () => void {
  const observer = new ResizeObserver(grown);
  observer.observe(document.body);
  return () => observer.disconnect();
}
