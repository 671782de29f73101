import { say, type Message } from '#core/types.ts';
import type { JobFailure } from '#workers/protocol.ts';
import { JobError } from '#workers/client.ts';

/**
 * What to tell the reader of an error: `error.worker-crashed`, `error.worker-unavailable`, `error.worker-hung` {seconds}
 * or `error.run-failed` {detail}; a setting that does not fit the problem brings its own words.
 */
export function errorMessage(error: unknown): Message {
  if (error instanceof JobError) {
    if (error.said) return error.said;
    return say(`error.${error.code}`, { detail: error.message, ...error.details });
  }
  return say('error.run-failed', { detail: error instanceof Error ? error.message : String(error) });
}

const UNAVAILABLE = `error.${'worker-unavailable' satisfies JobFailure['code']}`;

/** What failed would do with a network: asked again when there is one. */
export const awaitsNetwork = (message: Message | undefined): boolean => message?.key === UNAVAILABLE;
