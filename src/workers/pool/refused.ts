/** A browser may refuse workers altogether (a frame that may not do what its page may): then the page does their work itself. */
import { NOT_LOADED, type WatchedWorker } from './watch.ts';

/** Told of it. */
let onRefused = (): void => {};
export const whenRefused = (tell: () => void): void => void (onRefused = tell);

interface Told<From> {
  message: (message: From) => void;
  gone: (reason: string) => void;
}

/**
 * @param load brings what answers in a worker's place
 * @returns at once: what is sent meanwhile waits
 */
export function inPage<To, From>(
  on: Told<From>,
  load: () => Promise<(hear: (message: From) => void) => WatchedWorker<To>>,
): WatchedWorker<To> {
  onRefused();
  const link = load().then((spawn) => spawn(on.message));
  let live = true;
  link.catch(() => live && on.gone(NOT_LOADED));
  const then = (act: (link: WatchedWorker<To>) => void) => void link.then(act, () => {});
  return {
    send: (...sent) => then((there) => there.send(...sent)),
    terminate() {
      live = false;
      then((there) => there.terminate());
    },
  };
}
