/** Many messages at once: the first few of each kind are said, the others counted. One way for the page and the terminal. */
import type { Message } from './types.ts';

/** Of one kind, this many are said in full. */
export const SAID_OF_A_KIND = 3;

export interface Said {
  message: Message;
  /** Further ones of its kind that come after it and are only counted. */
  more: number;
}

/**
 * Messages in their order; of each kind, by key, the first `most`, the last of these with a count of the others.
 * @param goesWith whether a message belongs to the one before it, and is said or counted together with it
 */
export function counted(
  messages: readonly Message[],
  most = SAID_OF_A_KIND,
  goesWith: (message: Message) => boolean = () => false,
): Said[] {
  const said: Said[] = [];
  const kinds = new Map<string, { seen: number; last: Said }>();
  let following = true;
  for (const message of messages) {
    if (said.length > 0 && goesWith(message)) {
      if (following) said.push({ message, more: 0 });
      continue;
    }
    const kind = kinds.get(message.key);
    if (kind && kind.seen >= most) {
      kind.last.more += 1;
      following = false;
      continue;
    }
    const one: Said = { message, more: 0 };
    kinds.set(message.key, { seen: (kind?.seen ?? 0) + 1, last: one });
    said.push(one);
    following = true;
  }
  return said;
}
