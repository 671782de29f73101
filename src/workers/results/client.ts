/** The page's side of the keeper of results: questions with answers, over any channel. */
import { buffersOf, type PackedRuns } from '../../core/study/packed.ts';
import type { Message } from '../../core/types.ts';
import type { FromKeeper, KeeperRequest, KeeperRequests, ToKeeper } from './protocol.ts';

export interface KeeperLink {
  send: (message: ToKeeper, transfer: Transferable[]) => void;
  terminate: () => void;
}
export type SpawnKeeper = (on: {
  message: (message: FromKeeper) => void;
  gone: (reason: string) => void;
}) => KeeperLink;

export const spawnKeeperWorker: SpawnKeeper = (on) => {
  const worker = new Worker(new URL('./keeper.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<FromKeeper>) => on.message(data);
  worker.onerror = (event) => {
    event.preventDefault();
    on.gone(event.message || 'its code could not be loaded');
  };
  return {
    send: (message, transfer) => worker.postMessage(message, transfer),
    terminate: () => worker.terminate(),
  };
};

interface Waiting {
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
}

export class KeeperClient {
  readonly #link: KeeperLink;
  readonly #waiting = new Map<number, Waiting>();
  #ids = 0;

  constructor(onStorage: (problem: Message) => void, spawn: SpawnKeeper = spawnKeeperWorker) {
    this.#link = spawn({
      message: (message) => {
        if (message.type === 'storage') return onStorage(message.problem);
        const waiting = this.#waiting.get(message.id);
        this.#waiting.delete(message.id);
        if (message.type === 'answer') waiting?.resolve(message.answer as never);
        else waiting?.reject(new Error(message.message));
      },
      gone: (reason) => this.#fail(`The keeper of results stopped: ${reason}.`),
    });
  }

  /** Hands finished runs over: the arrays are no longer the page's. */
  add(packed: PackedRuns): void {
    this.#link.send({ type: 'add', packed }, buffersOf(packed));
  }

  ask<Name extends KeeperRequest>(
    request: Name,
    ask: KeeperRequests[Name]['ask'],
    transfer: Transferable[] = [],
  ): Promise<KeeperRequests[Name]['answer']> {
    const id = ++this.#ids;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#link.send({ type: 'ask', id, request, ask } as ToKeeper, transfer);
    });
  }

  dispose(): void {
    this.#link.terminate();
    this.#waiting.clear();
  }

  #fail(reason: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }
}
