import { afterEach, beforeEach, expect, it, vi } from 'vitest';

interface Link {
  rel: string;
  href: string;
  onload?: () => void;
  onerror?: () => void;
  remove: () => void;
}
const HERE = 'https://a.test/app/assets/first.js';
let links: Link[] = [];
let preload: (typeof import('./preload.ts'))['__vitePreload'];

beforeEach(async () => {
  vi.resetModules();
  vi.useFakeTimers();
  links = [];
  vi.stubGlobal('document', {
    createElement: (): Partial<Link> => ({
      remove() {
        links.splice(links.indexOf(this as Link), 1);
      },
    }),
    head: { append: (link: Link) => links.push(link) },
    querySelectorAll: () => [{ href: 'https://a.test/app/assets/page.js' }],
  });
  preload = (await import('./preload.ts')).__vitePreload;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const names = () => links.map(({ rel, href }) => `${rel} ${href.split('/').at(-1)}`);
const next = () => vi.advanceTimersToNextTimerAsync();

it('asks for five files a task, whoever asks, and brings the part after all of them', async () => {
  const load = vi.fn(() => Promise.resolve('the part'));
  const files = (letter: string) => [1, 2, 3, 4].map((i) => `./${letter}${i}.js`);
  const [first, second, third] = ['a', 'b', 'c'].map((letter) => preload(load, files(letter), HERE));
  expect(links.length).toBe(5);
  await first;
  expect(load).toHaveBeenCalledTimes(1);
  await next();
  expect(links.length).toBe(10);
  await second;
  await next();
  expect(names().at(-1)).toBe('modulepreload c4.js');
  expect(await third).toBe('the part');
  // A later task has room for as many again.
  await next();
  void preload(load, ['./d1.js'], HERE);
  expect(links.length).toBe(13);
});

it('asks for nothing that is there, nor twice', async () => {
  await preload(() => Promise.resolve(), ['./page.js', './a.js'], HERE);
  await preload(() => Promise.resolve(), ['./a.js'], HERE);
  expect(names()).toEqual(['modulepreload a.js']);
});

it('waits for styles; one that does not come is said, and asked for anew by who tries again', async () => {
  const load = vi.fn(() => Promise.resolve('the part'));
  const failing = preload(load, ['./a.js', './a.css'], HERE);
  expect(names()).toEqual(['modulepreload a.js', 'stylesheet a.css']);
  links[1].onerror!();
  await expect(failing).rejects.toThrow('https://a.test/app/assets/a.css');
  expect(load).not.toHaveBeenCalled();

  const again = preload(load, ['./a.js', './a.css'], HERE);
  expect(names()).toEqual(['modulepreload a.js', 'stylesheet a.css']);
  links[1].onload!();
  expect(await again).toBe('the part');
});
