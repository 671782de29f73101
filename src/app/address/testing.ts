import type { BrowserWindow } from './address.svelte.ts';

/** A browser's window, as far as the address uses it. */
export class FakeWindow implements BrowserWindow {
  rewrites = 0;
  copied = '';
  refuses = false;
  readonly #listeners = new Map<string, () => void>();
  constructor(public hash: string) {}
  location = Object.defineProperties({} as BrowserWindow['location'], {
    hash: { get: () => this.hash },
    href: { get: () => `https://example.org/app/${this.hash}` },
  });
  history = {
    replaceState: (_: unknown, __: string, url: string) => {
      if (this.refuses) throw new Error('SecurityError');
      this.rewrites++;
      this.hash = url;
    },
  };
  navigator = { clipboard: { writeText: async (text: string) => void (this.copied = text) } };
  addEventListener = (type: string, listener: () => void) => void this.#listeners.set(type, listener);
  removeEventListener = (type: string) => void this.#listeners.delete(type);
  goTo(hash: string) {
    this.hash = hash;
    this.#listeners.get('hashchange')?.();
  }
}
