import type { BrowserWindow } from './holders.ts';

/** A browser's window, as far as the address uses it. */
export class FakeWindow implements BrowserWindow {
  rewrites = 0;
  copied = '';
  refuses = false;
  still = false;
  /** Some browsers tell at once of an address that a script has set. */
  tells = false;
  readonly #listeners = new Map<string, () => void>();
  constructor(public hash: string) {}
  location = Object.defineProperties({} as BrowserWindow['location'], {
    hash: {
      get: () => this.hash,
      set: (hash: string) => (this.tells ? this.goTo(hash) : void ([this.hash, this.state] = [hash, null])),
    },
    href: { get: () => `https://example.org/app/${this.hash}` },
  });
  /** Of the present entry. */
  state: unknown = null;
  history = Object.defineProperties({} as BrowserWindow['history'], {
    state: { get: () => this.state },
    replaceState: {
      value: (state: unknown, _: string, url: string) => {
        if (this.refuses) throw new Error('SecurityError');
        this.rewrites++;
        this.state = state;
        this.hash = url;
      },
    },
  });
  navigator = { clipboard: { writeText: async (text: string) => void (this.copied = text) } };
  matchMedia = () => ({ matches: this.still });
  addEventListener = (type: string, listener: () => void) => void this.#listeners.set(type, listener);
  removeEventListener = (type: string) => void this.#listeners.delete(type);
  goTo(hash: string, state: unknown = null) {
    this.hash = hash;
    this.state = state;
    this.#listeners.get('hashchange')?.();
  }
}
