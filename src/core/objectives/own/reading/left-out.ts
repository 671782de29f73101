/** Rows that are no points, by reason. */
import type { Message } from '../../../types.ts';
import type { LeftOut } from './types.ts';

/** Lines that are named. */
const NAMED = 10;

export class LeftOuts {
  readonly #groups = new Map<string, LeftOut>();
  failed = 0;

  /** @param what of one reason tells groups apart */
  add(reason: Message, what: string, line: number, failed = false): void {
    if (failed) this.failed += 1;
    const key = `${reason.key}\u0000${what}`;
    const group = this.#groups.get(key);
    if (!group) this.#groups.set(key, { reason, count: 1, lines: [line] });
    else {
      group.count += 1;
      if (group.lines.length < NAMED) group.lines.push(line);
    }
  }

  get all(): LeftOut[] {
    return [...this.#groups.values()];
  }
}
