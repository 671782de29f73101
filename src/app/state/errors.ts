import { say, type Message } from '../../core/types.ts';
import { JobError } from '../../workers/client.ts';

/**
 * What to tell the reader of an error: `error.worker-crashed`, `error.worker-hung` {seconds}
 * or `error.run-failed` {detail}.
 */
export function errorMessage(error: unknown): Message {
  if (error instanceof JobError) {
    return say(`error.${error.code}`, { detail: error.message, ...error.details });
  }
  return say('error.run-failed', { detail: error instanceof Error ? error.message : String(error) });
}
