/** What a page asks of the service worker. */
export type ToService =
  /** To the waiting one: its version is wanted now. */
  | 'take over'
  /** To the one in charge: pages are of this kept version from now on. Answered when that is so. */
  | { show: string }
  /** Versions that nobody uses may go. */
  | 'tidy'
  /** Which one it is, answered. */
  | 'version';
/** What the service worker asks of a page: to be told, through the port that comes along, when it computes nothing. */
export type ToPage = 'when quiet';
/** A version, through the port that comes along. */
export type FromService = string;

/** @returns the answer, through a port of its own */
export function ask(
  whom: { postMessage(what: unknown, ports: MessagePort[]): void },
  what: ToService | ToPage,
): Promise<FromService> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<FromService>) => {
      port1.close();
      resolve(data);
    };
    whom.postMessage(what, [port2]);
  });
}
