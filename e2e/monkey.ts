/**
 * A monkey: keys, clicks, drags, wheel, sizes, languages and pages at random, the same again from the same seed, and what
 * it did last. Input is the browser's own, as a hand's would be.
 */
import seedrandom from 'seedrandom';
import type { CDPSession } from '@playwright/test';
import type { Page } from './test.ts';

/** What it does, and how often, in shares of all. */
const OFTEN = {
  press: 30,
  key: 22,
  drag: 11,
  poke: 9,
  wheel: 8,
  hover: 6,
  choose: 3,
  write: 4,
  scroll: 2,
  resize: 2,
  language: 1,
  leave: 1,
  back: 1,
} as const;
type Deed = keyof typeof OFTEN;

const KEYS = [
  ...[
    'ArrowLeft',
    'ArrowRight',
    'ArrowUp',
    'ArrowDown',
    'Home',
    'End',
    'PageUp',
    'PageDown',
    'Shift+ArrowLeft',
  ],
  ...[
    'Shift+ArrowRight',
    'Tab',
    'Shift+Tab',
    'Enter',
    ' ',
    'Escape',
    'Escape',
    'Delete',
    'Backspace',
    'Control+z',
  ],
  ...['Control+a', '?', '/', '+', '-', '.', ',', '0', '1', '5', '9', ...'abcdefghijklmnopqrstuvwxyz'],
];
const WORDS = [
  '',
  '0',
  '-1',
  '1e999',
  'NaN',
  '0.5',
  '3',
  '17',
  '1,2;3,4',
  'x^2+sin(y)',
  '🙂',
  '<b>&amp;',
  '试验',
  'w'.repeat(400),
];
const SIZES = [
  [390, 844],
  [320, 568],
  [768, 1024],
  [1280, 720],
  [1280, 900],
  [1920, 1080],
];

/** Where something is to be done, and how the page stands. Runs in the page. */
function look({
  what,
  share,
  mark,
}: {
  what: 'press' | 'choose' | 'write' | 'none';
  share: number;
  mark: string;
}) {
  performance.mark(mark);
  const main = document.querySelector('main');
  const state = {
    path: location.hash.split('?')[0],
    hash: location.hash,
    /** What is said in place of the page. */
    crashed: document.querySelector('.crash')?.querySelector('code')?.textContent,
    // What is being opened says so.
    blank: !main || main.getBoundingClientRect().height < 60 || (main.textContent ?? '').trim().length < 20,
  };
  const KINDS = {
    press:
      'a[href^="#"], button:not([disabled]), summary, label, input:not([type=file]), textarea, [role=slider], [role=button], [role=tab], [data-mark], svg.plot',
    choose: 'select:not([disabled])',
    write: 'input:not([type=file], [type=checkbox], [type=radio], [type=range]), textarea',
    none: '',
  };
  if (what === 'none') return { ...state, at: undefined, told: '' };
  const all = [...document.querySelectorAll<HTMLElement>(KINDS[what])].filter((one) => one.checkVisibility());
  const target = all.at(Math.floor(share * all.length));
  if (!target) return { ...state, at: undefined, told: `nothing to ${what}` };
  target.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = target.getBoundingClientRect();
  const name = target.getAttribute('aria-label') ?? target.textContent?.trim() ?? '';
  const told = `${target.tagName.toLowerCase()}.${target.getAttribute('class') ?? ''} “${name.slice(0, 40)}”`;
  if (target instanceof HTMLSelectElement) {
    target.selectedIndex = Math.floor(((share * 7919) % 1) * target.options.length);
    target.dispatchEvent(new Event('input', { bubbles: true }));
    target.dispatchEvent(new Event('change', { bubbles: true }));
  }
  return { ...state, at: { x: x + width / 2, y: y + height / 2 }, told };
}

export class Monkey {
  readonly page: Page;
  /** Everything that was done, in words. */
  readonly done: string[] = [];
  readonly #random: () => number;
  readonly #home: string;
  readonly #elsewhere: readonly string[];
  #away = 0;

  /**
   * @param home where it plays, as an address
   * @param elsewhere where it goes now and then; it comes back after some steps
   */
  constructor(page: Page, seed: string, home: string, elsewhere: readonly string[]) {
    this.page = page;
    this.#random = seedrandom(seed);
    this.#home = home;
    this.#elsewhere = elsewhere;
  }

  /** What would end the visit is let be: downloads, dialogs, other windows, paper. */
  static async tame(page: Page) {
    page.on('dialog', (dialog) => void dialog.dismiss());
    // What drives the browser would hold on to its element, and with that to the page it stood on.
    page.on('filechooser', (chooser) => void chooser.element().dispose());
    page.context().on('page', (other) => void other.close());
    await page.addInitScript(() => {
      const templates: WeakRef<Node>[] = [];
      (window as unknown as Weighed).templates = templates;
      const html = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')!;
      Object.defineProperty(Element.prototype, 'innerHTML', {
        ...html,
        set(this: Element, text: string) {
          html.set!.call(this, text);
          if (this instanceof HTMLTemplateElement) templates.push(new WeakRef<Node>(this.content));
        },
      });
      window.print = () => {};
      addEventListener(
        'click',
        (event) => {
          const link = (event.target as Element | null)?.closest?.('a[href]');
          if (link && !link.getAttribute('href')!.startsWith('#')) event.preventDefault();
        },
        { capture: true },
      );
    });
  }

  #one<Kind>(of: readonly Kind[]): Kind {
    return of[Math.floor(this.#random() * of.length)];
  }
  #deed(): Deed {
    let rest = this.#random() * Object.values(OFTEN).reduce((sum, often) => sum + often, 0);
    for (const [deed, often] of Object.entries(OFTEN)) if ((rest -= often) < 0) return deed as Deed;
    return 'key';
  }
  #somewhere() {
    const { width, height } = this.page.viewportSize()!;
    return { x: this.#random() * width, y: this.#random() * height };
  }
  #go(hash: string) {
    return this.page.evaluate((to) => void (location.hash = to), hash);
  }

  /** Does one thing, and sees that there still is a page. */
  async step() {
    const { page } = this;
    const { mouse, keyboard } = page;
    const index = this.done.length;
    const deed = this.#deed();
    const what =
      deed === 'press' || deed === 'choose' || deed === 'write'
        ? deed
        : deed === 'drag' && this.#random() < 0.7
          ? 'press'
          : 'none';
    const asked = { what, share: this.#random(), mark: `step ${index}` } as const;
    let seen = await page.evaluate(look, asked);
    // What is being opened comes.
    for (let waited = 0; seen.blank && seen.crashed === undefined && waited < 50; waited++) {
      await page.waitForTimeout(100);
      seen = await page.evaluate(look, asked);
    }
    this.#away = seen.path === this.#home.split('?')[0] ? 0 : this.#away + 1;
    if (seen.crashed !== undefined || seen.blank)
      throw new Error(`${seen.crashed ?? 'blank'} at ${seen.hash}\nafter\n${this.tail()}`);
    const at = seen.at ?? this.#somewhere();
    let told = seen.told;
    if (this.#away > 12) {
      this.#away = 0;
      this.done.push(`comes back to ${this.#home}`);
      await this.#go(this.#home);
      return;
    }
    const note = (words: string) => (told = words);
    const deeds: Record<Deed, () => Promise<unknown>> = {
      press: () => Promise.all([mouse.move(at.x, at.y), mouse.down(), mouse.up()]),
      poke: () => mouse.click(at.x, at.y, { clickCount: this.#random() < 0.2 ? 2 : 1 }),
      choose: () => Promise.resolve(),
      key: async () => keyboard.press(note(this.#one(KEYS))),
      drag: async () => {
        await Promise.all([mouse.move(at.x, at.y), mouse.down()]);
        for (let moves = 2 + Math.floor(this.#random() * 5); moves > 0; moves--) {
          const to = this.#somewhere();
          await mouse.move(to.x, to.y);
        }
        await mouse.up();
      },
      wheel: async () => {
        await mouse.move(at.x, at.y);
        await mouse.wheel((this.#random() - 0.5) * 200, (this.#random() - 0.5) * 2000);
      },
      hover: () => mouse.move(at.x, at.y, { steps: 2 }),
      write: async () => {
        await mouse.click(at.x, at.y);
        await keyboard.press('Control+a');
        await keyboard.insertText(note(this.#one(WORDS)));
        if (this.#random() < 0.5) await keyboard.press('Enter');
      },
      scroll: () => page.evaluate((share) => scrollTo(0, share * document.body.scrollHeight), this.#random()),
      resize: async () => {
        const [width, height] = this.#one(SIZES);
        note(`${width}×${height}`);
        await page.setViewportSize({ width, height });
      },
      language: () => {
        const [path, query] = seen.hash.split('?');
        const params = new URLSearchParams(query);
        params.set('lang', note(this.#one(['en', 'zh'])));
        return this.#go(`${path}?${params}`);
      },
      leave: () => this.#go(note(this.#one(this.#elsewhere))),
      // Never out of the app.
      back: () =>
        page.evaluate((far) => {
          const { navigation } = window as unknown as {
            navigation: { canGoBack: boolean; canGoForward: boolean };
          };
          if (far < 0.7 && navigation.canGoBack) history.back();
          else if (navigation.canGoForward) history.forward();
        }, this.#random()),
    };
    this.done.push(`${deed} ${told}, which was not over`);
    await deeds[deed]();
    this.done[index] =
      `${deed} ${told}${seen.at ? '' : ` (${Math.round(at.x)}, ${Math.round(at.y)})`} at ${seen.hash.slice(0, 160)}`;
  }

  /** The last things that were done, for whoever has to find out what went wrong. */
  tail(until = this.done.length, count = 8): string {
    return this.done
      .slice(Math.max(0, until - count), until)
      .map((words, i) => `  ${Math.max(0, until - count) + i}: ${words}`)
      .join('\n');
  }
}

/** What a page holds once all that nobody needs is thrown away. */
export interface Held {
  /** JavaScript's heap in bytes, without what was compiled: the browser keeps that of every function that ran. */
  objects: number;
  /**
   * Without the templates that parts are copied from, which are kept of every part that was ever shown, and without the links to
   * files that came: that is code, too.
   */
  nodes: number;
  JSEventListeners: number;
}
/** A page with a monkey notes them. */
interface Weighed {
  templates: WeakRef<Node>[];
  copies?: Node[];
}

export async function heldBy(page: Page): Promise<Held> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  // Of its own: a mark a step.
  await page.evaluate(() => performance.clearMarks());
  // What only finalizers let go of goes the second time.
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const metric = async (name: string) => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find((one) => one.name === name)!.value;
  };
  const JSEventListeners = await metric('JSEventListeners');
  const objects = await objectsIn(session);
  const nodes = await metric('Nodes');
  // By copies of them: what a browser puts into a field or a list that can be folded is no script’s to count.
  const others = await page.evaluate(() => {
    const weighed = window as unknown as Weighed;
    weighed.copies = weighed.templates.flatMap((one) => one.deref()?.cloneNode(true) ?? []);
    // What is copied stands in an element.
    return weighed.copies.length + document.head.querySelectorAll('link').length;
  });
  const copied = (await metric('Nodes')) - nodes;
  await page.evaluate(() => delete (window as unknown as Weighed).copies);
  await session.detach();
  return { objects, nodes: nodes - copied - others, JSEventListeners };
}

/** As Chromium writes it: of each node so many numbers, called by their fields. */
interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  nodes: number[];
}
async function objectsIn(session: CDPSession): Promise<number> {
  const parts: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  const { snapshot, nodes } = JSON.parse(parts.join('')) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = ['type', 'self_size'].map((name) => fields.indexOf(name));
  const code = types[0].indexOf('code');
  let sum = 0;
  for (let i = 0; i < nodes.length; i += fields.length) if (nodes[i + type] !== code) sum += nodes[i + size];
  return sum;
}
