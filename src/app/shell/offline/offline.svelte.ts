/**
 * The page's side of working without the network: it has the whole app kept once nobody waits for anything, and says when a
 * new version is there. Where browsers have no service workers (plain http, a file), the page goes on without.
 */
import { nameOf, prefixOf } from './versions.ts';
import { ask, type FromService, type ToPage, type ToService } from './protocol.ts';

/** Looked for again when the reader comes back to the page after so long, in ms. */
const LOOK_EVERY = 3_600_000;
/** A page is there for so long, in ms. Asked within two seconds, Chromium waits for half a minute, and under tools for ever. */
const BEFORE_IT_TAKES_OVER = 5_000;

export class Offline {
  /** A new version is there: shown after a reload. */
  offered = $state(false);
  /** The reader has said: later. */
  postponed = $state(false);
  readonly #version: string;
  #registration: ServiceWorkerRegistration | undefined;
  #accepted = false;
  #looked = 0;

  /** @param version of the page */
  constructor(version: string) {
    this.#version = version;
  }

  /**
   * @param quiet resolves when the page computes nothing
   * @throws {Error} the browser's, where the worker cannot be had: the page then needs the network, as before
   */
  async start(service: ServiceWorkerContainer, quiet: () => Promise<void>): Promise<void> {
    service.addEventListener('message', ({ data, ports }: MessageEvent<ToPage>) => {
      if (data === 'when quiet') void quiet().then(() => ports[0].postMessage('' satisfies FromService));
    });
    const registration = await service.register('./sw.js', { updateViaCache: 'none' });
    this.#registration = registration;
    // Its files are kept as long as it is open.
    const hold = () => {
      service.controller?.postMessage('tidy' satisfies ToService);
      return new Promise<never>(() => {});
    };
    void navigator.locks
      ?.request(nameOf(registration.scope, this.#version), { mode: 'shared' }, hold)
      .catch(() => {});
    const watch = (worker: ServiceWorker | null) =>
      worker?.addEventListener('statechange', () => void this.#look(service));
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing));
    service.addEventListener('controllerchange', () => {
      if (this.#accepted) location.reload();
      else void this.#look(service);
    });
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && Date.now() - this.#looked > LOOK_EVERY) void this.#update();
    });
    await this.#look(service);
    await this.#update();
  }

  /** Shows the new version, in this page; other pages go on with theirs. */
  async accept(): Promise<void> {
    const { waiting, active } = this.#registration ?? {};
    this.#accepted = true;
    // A worker may take over much later than it is asked to; until then the earlier one answers with the new version.
    if (waiting && active) await ask(active, { show: await ask(waiting, 'version') });
    location.reload();
  }

  async #look({ controller }: ServiceWorkerContainer): Promise<void> {
    const { waiting, active } = this.#registration ?? {};
    // The first one waits for nobody.
    const newest = (active && waiting) ?? controller;
    const version = newest ? await ask(newest, 'version') : this.#version;
    this.offered = version !== this.#version;
    // This page has been answered with it by the earlier one.
    if (waiting && !this.offered)
      setTimeout(() => waiting.postMessage('take over' satisfies ToService), BEFORE_IT_TAKES_OVER);
  }

  async #update(): Promise<void> {
    this.#looked = Date.now();
    const registration = this.#registration!;
    try {
      await registration.update();
    } catch {
      if (!navigator.onLine) return;
      // No network all the same, or gone: what is no longer where it was is kept no longer.
      const there = await fetch('./sw.js', { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
      if (there?.status !== 404 && there?.status !== 410) return;
      await registration.unregister();
      for (const name of await caches.keys())
        if (name.startsWith(prefixOf(registration.scope))) await caches.delete(name);
    }
  }
}

let offline: Offline | undefined = $state();
/** Undefined where nothing is kept. */
export const keptOffline = (): Offline | undefined => offline;

/** Builds have a version, the development server has none. */
const versionOfPage = (): string | undefined =>
  document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content;

/**
 * From now on the app is kept. Never rejects.
 * @param quiet resolves when the page computes nothing: what is kept comes between
 */
export async function keepOffline(quiet: () => Promise<void>): Promise<void> {
  const version = versionOfPage();
  // Some browsers throw where it is asked for and not allowed.
  const service = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
  if (version === undefined || !service) return;
  offline = new Offline(version);
  await offline.start(service, quiet).catch(() => {});
}
