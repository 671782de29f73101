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
  const waiting: Parameters<WatchedWorker<To>['send']>[] = [];
  let link: WatchedWorker<To> | undefined;
  let live = true;
  load().then(
    (spawn) => {
      if (!live) return;
      link = spawn((message) => live && on.message(message));
      for (const sent of waiting) link.send(...sent);
    },
    () => live && on.gone(NOT_LOADED),
  );
  return {
    send: (...sent) => (link ? link.send(...sent) : void waiting.push(sent)),
    terminate() {
      live = false;
      link?.terminate();
    },
  };
}
