/**
 * The address that was drawn last, and the one that could not be: for as long as the tab is open. After a reload, an
 * address that brought the page down is not opened again, nor is what stood in the fields beside it.
 */
const GOOD = 'trial-by-trial/address/good';
const CRASHED = 'trial-by-trial/address/crashed';

type Drawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

function sessionDrawer(): Drawer | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}

const attempt = <Result>(ask: () => Result): Result | undefined => {
  try {
    return ask();
  } catch {
    // Storage that is full or switched off: the page does without.
    return undefined;
  }
};

export class LastGood {
  readonly #drawer: Drawer | undefined;
  #good: string | undefined;
  readonly #before: string | undefined;

  constructor(drawer: Drawer | undefined = sessionDrawer()) {
    this.#drawer = drawer;
    const kept = attempt(() => drawer?.getItem(GOOD)) ?? undefined;
    // It becomes a link: anything else that stands there is not ours.
    this.#good = kept?.startsWith('#/') ? kept : undefined;
    this.#before = attempt(() => drawer?.getItem(CRASHED)) ?? undefined;
  }

  /** The address that was drawn last, unless it is this one. */
  other(hash: string): string | undefined {
    return this.#good === hash ? undefined : this.#good;
  }

  /** The address that was drawn last. */
  get good(): string | undefined {
    return this.#good;
  }

  /** Whether the page was brought down before it was loaded, and by which address. */
  get crash(): string | undefined {
    return this.#before;
  }

  sound(hash: string): void {
    this.#good = hash;
    attempt(() => this.#drawer?.setItem(GOOD, hash));
    attempt(() => this.#drawer?.removeItem(CRASHED));
  }

  crashed(hash: string): void {
    attempt(() => this.#drawer?.setItem(CRASHED, hash));
  }
}

/** One for the page. */
export const lastGood = new LastGood();
