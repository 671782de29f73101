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
/** A version, through the port that comes along. */
export type FromService = string;
