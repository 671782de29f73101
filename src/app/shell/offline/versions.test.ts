/** Versions are kept whole and apart, and go when nobody is on them. */
import { afterEach, expect, it, vi } from 'vitest';
import { answerOf, keep, nameOf, tidy } from './versions.ts';

const SCOPE = 'https://example.org/course/';
const build = (version: string, ...files: string[]) => ({ version, files: ['./', ...files] });

/** As much of the browser's caches as is used. */
class FakeCaches {
  readonly held = new Map<string, Map<string, string>>();
  keys = async () => [...this.held.keys()];
  delete = async (name: string) => this.held.delete(name);
  open = async (name: string) => {
    if (!this.held.has(name)) this.held.set(name, new Map());
    const cache = this.held.get(name)!;
    return {
      match: async (url: string) => (cache.has(url) ? new Response(cache.get(url)) : undefined),
      put: async (url: string, response: Response) => void cache.set(url, await response.text()),
    };
  };
  match = async (asked: string | { url: string }, { cacheName }: { cacheName: string }) => {
    const text = this.held.get(cacheName)?.get(typeof asked === 'string' ? asked : asked.url);
    return text === undefined ? undefined : new Response(text);
  };
  get as() {
    return this as unknown as CacheStorage;
  }
}

/** A host with these files; the page says its version. */
function serve(version: string, files: Record<string, string>) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url.slice(SCOPE.length));
    const text =
      url === SCOPE ? `<meta name="version" content="${version}" />` : files[url.slice(SCOPE.length)];
    return text === undefined ? new Response('', { status: 404 }) : new Response(text);
  });
  return asked;
}
afterEach(() => void vi.unstubAllGlobals());

const get = (path: string, mode = 'cors') =>
  ({ url: new URL(path, SCOPE).href, method: 'GET', mode }) as unknown as Request;
const textOf = async (response: Promise<Response | undefined>) => (await response)?.text();

it('a try that ended half-way is taken up where it ended', async () => {
  const caches = new FakeCaches();
  const one = build('1', 'assets/a.js', 'assets/b.js');
  serve('1', { 'assets/a.js': 'a' });
  await expect(keep(one, SCOPE, caches.as)).rejects.toThrow('assets/b.js: 404');
  // What was on its way comes yet.
  await vi.waitFor(() => expect(caches.held.get(nameOf(SCOPE, '1'))?.size).toBe(2));
  const asked = serve('1', { 'assets/a.js': 'a', 'assets/b.js': 'b' });
  await keep(one, SCOPE, caches.as);
  expect(asked).toEqual(['assets/b.js']);
});

it('files come between what pages compute', async () => {
  const caches = new FakeCaches();
  const asked = serve('1', {
    'assets/a.js': 'a',
    'assets/b.js': 'b',
    'assets/c.js': 'c',
    'assets/d.js': 'd',
  });
  const one = build('1', 'assets/a.js', 'assets/b.js', 'assets/c.js', 'assets/d.js');
  const waiting: (() => void)[] = [];
  const kept = keep(one, SCOPE, caches.as, () => new Promise<void>((resolve) => void waiting.push(resolve)));
  await vi.waitFor(() => expect(waiting.length).toBeGreaterThan(0));
  expect(asked).toEqual([]);
  waiting.shift()!();
  await vi.waitFor(() => expect(asked).toEqual(['']));
  const going = setInterval(() => waiting.splice(0).forEach((go) => go()));
  await kept;
  clearInterval(going);
  expect(asked.sort()).toEqual(['', ...one.files.slice(1)]);
});

it('a page of another version is not taken for this one', async () => {
  serve('2', {});
  await expect(keep(build('1'), SCOPE, new FakeCaches().as)).rejects.toThrow('of another version than 1');
});

it('answers with its own files, with those of earlier versions, and leaves all else to the network', async () => {
  const caches = new FakeCaches();
  const [old, now] = [build('1', 'assets/old.js', 'icon.svg'), build('2', 'assets/new.js', 'icon.svg')];
  serve('1', { 'assets/old.js': 'old', 'icon.svg': 'one' });
  await keep(old, SCOPE, caches.as);
  serve('2', { 'assets/new.js': 'new', 'icon.svg': 'two' });
  await keep(now, SCOPE, caches.as);
  caches.held.set('somebody else’s', new Map([[`${SCOPE}assets/other.js`, 'other']]));
  const answer = (path: string, mode?: string) => textOf(answerOf(get(path, mode), now, SCOPE, caches.as));

  expect(await answer('assets/new.js')).toBe('new');
  expect(await answer('assets/old.js')).toBe('old');
  expect(await answer('icon.svg')).toBe('two');
  expect(await answer('', 'navigate')).toContain('content="2"');
  expect(await answer('index.html', 'navigate')).toContain('content="2"');
  for (const path of [
    'assets/other.js',
    'sw.js',
    '/elsewhere/icon.svg',
    'https://example.com/course/icon.svg',
  ])
    expect(await answer(path), path).toBeUndefined();
  expect(await answer('report/', 'navigate')).toBeUndefined();
});

it('a page of a kept later version has its files, too, before that one’s worker is in charge', async () => {
  const caches = new FakeCaches();
  const [old, later] = [build('1', 'assets/old.js', 'icon.svg'), build('2', 'assets/new.js', 'icon.svg')];
  serve('1', { 'assets/old.js': 'old', 'icon.svg': 'one' });
  await keep(old, SCOPE, caches.as);
  serve('2', { 'assets/new.js': 'new', 'icon.svg': 'two' });
  await keep(later, SCOPE, caches.as);
  const answer = (path: string, mode?: string) =>
    textOf(answerOf(get(path, mode), old, SCOPE, caches.as, '2'));
  expect(await answer('', 'navigate')).toContain('content="2"');
  expect(await answer('assets/new.js')).toBe('new');
  expect(await answer('icon.svg')).toBe('two');
  expect(await answer('assets/old.js')).toBe('old');
});

it('asking makes no cache: what was removed stays so', async () => {
  const caches = new FakeCaches();
  expect(await answerOf(get('icon.svg'), build('1', 'icon.svg'), SCOPE, caches.as)).toBeUndefined();
  expect(await caches.keys()).toEqual([]);
});

it('removes versions that no page is of, and nothing while a page has not said which it is', async () => {
  const caches = new FakeCaches();
  const mine = ['1', '2', '3'].map((version) => nameOf(SCOPE, version));
  const foreign = ['something', nameOf('https://example.org/course/b/', '1')];
  for (const name of [...mine, ...foreign]) await caches.open(name);
  const clean = (pages: number, locks: string[], coming = false) =>
    tidy(build('3'), SCOPE, caches.as, { pages, locks }, () => coming);

  await clean(2, [mine[1], 'trial-by-trial/worker/1']);
  await clean(1, [mine[1]], true);
  expect(await caches.keys()).toEqual([...mine, ...foreign]);
  await clean(1, [mine[1]]);
  expect(await caches.keys()).toEqual([mine[1], mine[2], ...foreign]);
  await clean(0, []);
  expect(await caches.keys()).toEqual([mine[2], ...foreign]);
});
