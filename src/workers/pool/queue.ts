/** Jobs that were asked of a pool and wait for a worker. */
import type { JobOptions } from './options.ts';
import type { Ask, Part, RequestName, Result, ToWorker } from '../protocol.ts';

/** A job as the pool keeps it. */
export interface Entry {
  id: number;
  ask: Extract<ToWorker, { type: 'ask' }>;
  priority: number;
  resent: boolean;
  onPart: (part: Part<RequestName>) => void;
  onRestart: () => void;
  resolve: (result: Result<RequestName>) => void;
  reject: (error: Error) => void;
}

/** @param id of its own in the pool. @returns the entry, and the promise that it settles */
export function entryOf<Name extends RequestName>(
  id: number,
  request: Name,
  ask: Ask<Name>,
  options: JobOptions<Name>,
): { entry: Entry; result: Promise<Result<Name>> } {
  const { promise: result, resolve, reject } = withResolvers<Result<Name>>();
  const entry: Entry = {
    id,
    ask: { type: 'ask', job: id, request, ask } as Entry['ask'],
    priority: options.priority ?? 0,
    resent: false,
    onPart: (options.onPart ?? ignore) as Entry['onPart'],
    onRestart: options.onRestart ?? ignore,
    resolve: resolve as Entry['resolve'],
    reject,
  };
  return { entry, result };
}

/** Higher priority first; equal ones in the order they came. */
export class Queue {
  readonly #entries: Entry[] = [];

  get empty(): boolean {
    return this.#entries.length === 0;
  }

  add(entry: Entry): void {
    const before = this.#entries.findIndex((other) => other.priority < entry.priority);
    this.#entries.splice(before < 0 ? this.#entries.length : before, 0, entry);
  }

  /** Whatever its priority: it had its turn already. */
  addFirst(entry: Entry): void {
    this.#entries.unshift(entry);
  }

  next(): Entry | undefined {
    return this.#entries.shift();
  }

  remove(entry: Entry): void {
    const at = this.#entries.indexOf(entry);
    if (at >= 0) this.#entries.splice(at, 1);
  }

  removeAll(): Entry[] {
    return this.#entries.splice(0);
  }
}

const ignore = () => {};

/** `Promise.withResolvers`, which Node 20 lacks. */
function withResolvers<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
