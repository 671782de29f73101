/** The browser's frames, or a test's. */
export interface Frames {
  /** Calls back once, with a time in milliseconds; returns a handle. */
  request: (callback: (now: number) => void) => number;
  cancel: (handle: number) => void;
}

/**
 * The page's own frames. What a frame brings runs in a task of its own, after the frame: in the frame it would be
 * one long task with the layout and the painting of everything that it changes.
 */
export const browserFrames = (): Frames => (shared ??= framesOfPage());
/** One channel for all: an open port is never let go, nor what it hands its messages to. Frames have handles of their own. */
let shared: Frames | undefined;

function framesOfPage(): Frames {
  const { port1, port2 } = new MessageChannel();
  const due = new Map<number, (now: number) => void>();
  port1.onmessage = ({ data: { handle, now } }) => {
    const callback = due.get(handle);
    due.delete(handle);
    callback?.(now);
  };
  return {
    request(callback) {
      const handle = requestAnimationFrame((now) => port2.postMessage({ handle, now }));
      due.set(handle, callback);
      return handle;
    },
    cancel(handle) {
      cancelAnimationFrame(handle);
      due.delete(handle);
    },
  };
}

/**
 * Calls back once, in a task of its own.
 * @param count of frames that are there before; after none it is the next task. A page that nobody sees has none, and waits
 * @returns takes that back
 */
export function afterFrames(count: number, then: () => void, frames: Frames = browserFrames()): () => void {
  let handle = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (left: number) => {
    if (left > 0) handle = frames.request(() => wait(left - 1));
    else then();
  };
  if (count > 0) wait(count);
  else timer = setTimeout(then);
  return () => {
    clearTimeout(timer);
    frames.cancel(handle);
  };
}

/** Ms that frames are waited for: a page that nobody sees any more has none. */
const PATIENCE = 3000;
/** Resolves after so many frames; at once on a page that nobody sees. */
export const seen = (count: number): Promise<void> =>
  new Promise((resolve) => {
    if (document.hidden) return resolve();
    afterFrames(count, resolve);
    setTimeout(resolve, PATIENCE);
  });

const FIRST = 'first-contentful-paint';
/**
 * Resolves once what has just been made is on screen. On arrival that takes longer than a frame: the browser lays out and
 * paints everything, and what was asked for meanwhile would keep a slow network and a slow processor from that.
 */
export async function onScreen(): Promise<void> {
  await seen(1);
  if (document.hidden || performance.getEntriesByName(FIRST).length > 0) return;
  // As old browsers have none of this.
  if (typeof PerformanceObserver !== 'function' || !PerformanceObserver.supportedEntryTypes.includes('paint'))
    return;
  await new Promise<void>((resolve) => {
    const over = () => {
      watch.disconnect();
      resolve();
    };
    const watch = new PerformanceObserver((list) => list.getEntriesByName(FIRST).length > 0 && over());
    watch.observe({ type: 'paint', buffered: true });
    setTimeout(over, PATIENCE);
  });
}
