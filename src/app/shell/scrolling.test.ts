import { describe, expect, it, vi } from 'vitest';
import { Scrolling, type ScrollWindow } from './scrolling.ts';

/** A window as high as is said. */
class FakeWindow implements ScrollWindow {
  scrollY = 0;
  /** How far it can be scrolled. */
  most = 2000;
  history = { scrollRestoration: 'auto' as ScrollRestoration };
  readonly #listeners = new Map<string, Set<() => void>>();
  scrollTo = (_: number, top: number) => void (this.scrollY = Math.min(top, this.most));
  addEventListener = (type: string, listener: () => void) =>
    void this.#listeners.set(type, (this.#listeners.get(type) ?? new Set()).add(listener));
  removeEventListener = (type: string, listener: () => void) =>
    void this.#listeners.get(type)?.delete(listener);
  tell = (type: string) => [...(this.#listeners.get(type) ?? [])].forEach((listener) => listener());
}
function setUp(drawer?: Pick<Storage, 'getItem' | 'setItem'>) {
  const browser = new FakeWindow();
  const growing = new Set<() => void>();
  const scrolling = new Scrolling(browser, drawer, (grown) => {
    growing.add(grown);
    return () => growing.delete(grown);
  });
  const goTo = (place: string) => {
    scrolling.leave();
    scrolling.arrive(place);
    return browser.scrollY;
  };
  const grow = (most: number) => {
    browser.most = most;
    for (const grown of growing) grown();
  };
  return { browser, scrolling, goTo, grow, growing };
}

describe('scroll position', () => {
  it('belongs to a place: a new one begins at the top, one that was left is found again', () => {
    const { browser, goTo } = setUp();
    expect(browser.history.scrollRestoration).toBe('manual');
    goTo('arena');
    browser.scrollY = 700;
    expect(goTo('arena/hours')).toBe(0);
    browser.scrollY = 40;
    expect(goTo('arena')).toBe(700);
    expect(goTo('arena/hours')).toBe(40);
  });

  it('is not looked at where the page has just been opened, at its top', () => {
    const { browser, scrolling, goTo } = setUp();
    const scrollTo = vi.spyOn(browser, 'scrollTo');
    let looked = 0;
    Object.defineProperty(browser, 'scrollY', { get: () => (looked += 1) && 0, set: () => {} });
    scrolling.leave();
    scrolling.arrive('arena');
    expect([scrollTo.mock.calls.length, looked]).toEqual([0, 0]);
    goTo('arena/hours');
    expect(scrollTo).toHaveBeenCalledTimes(1);
  });

  it('begins at the top after a place that scrolls by itself', () => {
    const { browser, scrolling, goTo } = setUp();
    scrolling.arrive(undefined);
    browser.scrollY = 900;
    expect(goTo('lab')).toBe(0);
  });

  it('stays where settings change the address, and nothing else', () => {
    const { browser, goTo } = setUp();
    goTo('arena');
    browser.scrollY = 300;
    expect(goTo('arena')).toBe(300);
  });

  it('waits for what comes piece by piece, unless the reader goes elsewhere', () => {
    vi.useFakeTimers();
    const { browser, goTo, grow, growing } = setUp();
    goTo('arena');
    browser.scrollY = 1500;
    goTo('lab');
    browser.most = 100;
    expect(goTo('arena')).toBe(100);
    grow(900);
    expect(browser.scrollY).toBe(900);
    grow(3000);
    expect([browser.scrollY, growing.size]).toEqual([1500, 0]);
    goTo('lab');
    browser.most = 100;
    goTo('arena');
    browser.tell('wheel');
    grow(3000);
    expect([browser.scrollY, growing.size]).toEqual([100, 0]);
    vi.useRealTimers();
  });

  it('is not waited for when another place is on screen', () => {
    const { browser, goTo, grow } = setUp();
    goTo('arena');
    browser.scrollY = 1500;
    goTo('lab');
    browser.most = 0;
    goTo('arena');
    goTo('assumptions');
    grow(3000);
    expect(browser.scrollY).toBe(0);
  });

  it('outlives a reload; what is kept and is none is no trouble', () => {
    let kept: string | null = null;
    const drawer = { getItem: () => kept, setItem: (_: string, text: string) => void (kept = text) };
    const before = setUp(drawer);
    before.goTo('assumptions');
    before.browser.scrollY = 250;
    before.browser.tell('pagehide');
    expect(setUp(drawer).goTo('assumptions')).toBe(250);
    for (const bad of ['{', '{"a":1}', '[["arena"],["lab","x"],3,null]']) {
      kept = bad;
      expect(setUp(drawer).goTo('arena')).toBe(0);
    }
  });
});
