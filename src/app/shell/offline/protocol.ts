/** What a page asks of the service worker. */
export type ToService =
  /** From the waiting one: its version is wanted now. */
  | 'take over'
  /** Versions that nobody uses may go. */
  | 'tidy'
  /** Which one it is, answered through the port that comes along. */
  | 'version';
export type FromService = string;
