/**
 * The service worker: answers from what is kept, so that all pages work without the network. It takes over from an earlier
 * version when that one's pages are closed, or when a reader says so; never by itself.
 */
import { answerOf, keep, nameOf, tidy, type Build } from './versions.ts';
import { ask, type FromService, type ToService } from './protocol.ts';

declare const self: ServiceWorkerGlobalScope;
/** Set by the build. */
declare const BUILD: Build;

const { scope } = self.registration;
/** Of pages: a later one than this worker, while that one's worker waits for what this one still has to do. */
let shown = BUILD.version;

/** From then on the app is kept whatever pages do: they may compute all day, or be of a version that does not answer. */
const PATIENCE = 20_000;

async function keepAll(): Promise<void> {
  const over = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
  await keep(BUILD, scope, self.caches, () => Promise.race([quiet(), over]));
}

/** Resolves when no page that somebody sees computes anything. */
async function quiet(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const seen = pages.filter(
    ({ url, visibilityState }) => url.startsWith(scope) && visibilityState === 'visible',
  );
  await Promise.all(seen.map((page) => ask(page, 'when quiet')));
}

async function tidyUp(): Promise<void> {
  const { registration, navigator, clients, caches } = self;
  // Without locks nothing tells which page is of which version.
  if (!navigator.locks) return;
  const [pages, { held = [] }] = await Promise.all([
    clients.matchAll({ type: 'window', includeUncontrolled: true }),
    navigator.locks.query(),
  ]);
  const open = {
    pages: pages.filter(({ url }) => url.startsWith(scope)).length,
    locks: held.map(({ name }) => name),
  };
  await tidy(BUILD, scope, caches, open, () => Boolean(registration.installing ?? registration.waiting));
}

async function show(version: string, port: MessagePort | undefined): Promise<void> {
  if (await self.caches.has(nameOf(scope, version))) shown = version;
  port?.postMessage(shown satisfies FromService);
}

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) =>
  // The page of the first visit works without the network, too, from now on.
  event.waitUntil(Promise.all([self.clients.claim(), tidyUp()])),
);
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  event.respondWith(
    answerOf(request, BUILD, scope, self.caches, shown).then((kept) => kept ?? fetch(request)),
  );
});
self.addEventListener('message', (event) => {
  const asked = event.data as ToService;
  if (asked === 'take over') event.waitUntil(self.skipWaiting());
  if (asked === 'tidy') event.waitUntil(tidyUp());
  if (asked === 'version') event.ports[0]?.postMessage(BUILD.version satisfies FromService);
  if (typeof asked === 'object') event.waitUntil(show(asked.show, event.ports[0]));
});
