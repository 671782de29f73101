/**
 * Noticing that a worker is gone. One that throws says so (`error`). One that closes itself, or that the browser kills,
 * fires no event at all: therefore a worker holds a Web Lock with its own name for as long as it lives, and the page
 * queues for that lock. Getting it means that the worker is gone. Where there are no Web Locks (an insecure origin),
 * only the first is noticed, and what the page's own time limits tell.
 */

/** The name of a worker is that of a Web Lock, which it holds for as long as it lives. */
const LOCK_PREFIX = 'trial-by-trial/worker/';

/** Why a worker is gone whose file could not be had. */
export const NOT_LOADED = 'its code could not be loaded';

/** What a worker says first: its code is loaded, its lock is held. */
export interface Ready {
  type: 'ready';
}

export const nameWorker = (): string =>
  `${LOCK_PREFIX}${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

export interface WatchedWorker<To> {
  send: (message: To, transfer?: Transferable[]) => void;
  /** Stops it at once, whatever it is doing. */
  terminate: () => void;
}

/**
 * The page's side of a worker that calls {@link holdLock}.
 * @param worker with a name of {@link nameWorker}
 * @param on `gone` is called at most once, and never after `terminate`
 */
export function watch<To, From extends { type: string }>(
  worker: Worker,
  name: string,
  on: { message: (message: From) => void; gone: (reason: string) => void },
): WatchedWorker<To> {
  const watching = new AbortController();
  const gone = (reason: string) => {
    if (watching.signal.aborted) return;
    stop();
    on.gone(reason);
  };
  const stop = () => {
    watching.abort();
    worker.terminate();
  };

  worker.onmessage = ({ data }: MessageEvent<From>) => {
    if (watching.signal.aborted) return;
    // The worker has its lock before it says that it is ready.
    if (data.type === 'ready') {
      void navigator.locks
        ?.request(name, { signal: watching.signal }, () => gone('it stopped without a word'))
        .catch(() => {}); // Withdrawn by `stop`.
    }
    on.message(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    // What the browser says of a file that does not come is nothing.
    gone(event.message || NOT_LOADED);
  };
  worker.onmessageerror = () => gone('it sent something that could not be read');

  return {
    send: (message, transfer = []) => worker.postMessage(message, transfer),
    terminate: stop,
  };
}

/** The worker's side: says that it is there, and holds its lock from then on. */
export function holdLock(self: DedicatedWorkerGlobalScope): void {
  const ready = () => self.postMessage({ type: 'ready' } satisfies Ready);
  if (self.navigator.locks && self.name.startsWith(LOCK_PREFIX)) {
    self.navigator.locks
      .request(self.name, () => {
        ready();
        return new Promise<never>(() => {});
      })
      .catch(ready);
  } else {
    ready();
  }
}
