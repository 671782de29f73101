/**
 * Which files of which version are kept. A version is all files of one build; each has a cache of its own, whole or not there.
 * The same file is never taken from two: names of scripts, styles and texts hold hashes of what is in them, and the rest comes
 * from the version that the worker belongs to.
 */

/** What a build knows of itself: `tools/offline.ts`. */
export interface Build {
  /** Changes with any file. */
  version: string;
  /** Addresses from the folder of the app; `./` is the page. */
  files: readonly string[];
}

/** Several apps, and several places of this one, may share an origin. */
export const prefixOf = (scope: string): string => `trial-by-trial ${scope} `;
/** The cache of a version, and the lock that its pages hold while they are open. */
export const nameOf = (scope: string, version: string): string => prefixOf(scope) + version;

/** Files asked for at a time: nobody waits for them. */
const AT_ONCE = 3;

/**
 * @param quiet waited for before each file: what pages compute comes first
 * @throws {Error} where a file does not come, or is of another version: nothing of this version is used then
 */
export async function keep(
  { version, files }: Build,
  scope: string,
  caches: CacheStorage,
  quiet: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const cache = await caches.open(nameOf(scope, version));
  const waiting = [...files];
  const lane = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const url = new URL(file, scope).href;
      await quiet();
      // An earlier try may have ended half-way.
      if (!(await cache.match(url))) await cache.put(url, await fetched(url, file === './', version));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

async function fetched(url: string, isPage: boolean, version: string): Promise<Response> {
  // Names without a hash stand for another file after each build.
  const hashed = /\/assets\//.test(url);
  const response = await fetch(url, { cache: hashed ? 'default' : 'no-cache', priority: 'low' });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const body = await response.blob();
  if (isPage && !(await body.text()).includes(`content="${version}"`))
    throw new Error(`${url} is of another version than ${version}.`);
  // Anew: a page may not be answered with what was redirected.
  return new Response(body, { headers: response.headers });
}

/**
 * What a kept version answers; undefined: ask the network.
 * @param shown the version that pages are of
 */
export async function answerOf(
  request: Request,
  { version, files }: Build,
  scope: string,
  caches: CacheStorage,
  shown = version,
): Promise<Response | undefined> {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== new URL(scope).origin) return undefined;
  const page = new URL(scope).pathname;
  // Servers vary by what they are asked to compress.
  const within = (cacheName: string) => caches.match(request, { cacheName, ignoreVary: true });
  const [first, own] = [nameOf(scope, shown), nameOf(scope, version)];
  if (request.mode === 'navigate')
    return pathname === page || pathname === `${page}index.html`
      ? await caches.match(scope, { cacheName: first })
      : undefined;
  if (!pathname.startsWith(page)) return undefined;
  // A page of an earlier version goes on with its own files.
  const earlier = files.includes(pathname.slice(page.length))
    ? []
    : (await caches.keys()).filter((name) => name.startsWith(prefixOf(scope)));
  for (const name of new Set([first, own, ...earlier])) {
    const found = await within(name);
    if (found) return found;
  }
  return undefined;
}

export interface Open {
  /** How many pages of the app are open. */
  pages: number;
  /** Locks that are held: each page that has come to rest holds one, called as its version. */
  locks: readonly (string | undefined)[];
}

/**
 * Removes versions that no open page is of. While a page has not said yet which it is, nothing is removed.
 * @param coming another version is being kept, or waits: which is not known here
 */
export async function tidy(
  { version }: Build,
  scope: string,
  caches: CacheStorage,
  { pages, locks }: Open,
  coming: () => boolean,
): Promise<void> {
  const held = locks.filter((name) => name?.startsWith(prefixOf(scope)));
  if (held.length < pages) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(prefixOf(scope)));
  if (coming()) return;
  const used = new Set([nameOf(scope, version), ...held]);
  await Promise.all(names.filter((name) => !used.has(name)).map((name) => caches.delete(name)));
}
