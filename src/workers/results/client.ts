/** The page's side of the keeper of results: questions with answers, over any channel. */
import { buffersOf, type PackedRuns } from '#core/study/packed.ts';
import type { Message } from '#core/types.ts';
import { inPage } from '../pool/refused.ts';
import { nameWorker, watch, type WatchedWorker } from '../pool/watch.ts';
import { Starts } from '../pool/starts.ts';
import { PASSING } from './passing.ts';
import type { FromKeeper, KeeperRequest, KeeperRequests, ToKeeper } from './protocol.ts';

export type KeeperLink = WatchedWorker<ToKeeper>;
export type SpawnKeeper = (on: {
  message: (message: FromKeeper) => void;
  gone: (reason: string) => void;
}) => KeeperLink;

export const spawnKeeperWorker: SpawnKeeper = (on) => spawnKeeper(nameWorker(), on);
/** One that keeps nothing: its results are gone with the page. */
export const spawnPassingKeeper: SpawnKeeper = (on) => spawnKeeper(`${nameWorker()}${PASSING}`, on);

function spawnKeeper(name: string, on: Parameters<SpawnKeeper>[0]): KeeperLink {
  try {
    const worker = new Worker(new URL('./keeper.worker.ts', import.meta.url), { type: 'module', name });
    return watch<ToKeeper, FromKeeper>(worker, name, on);
  } catch {
    return inPage<ToKeeper, FromKeeper>(on, async () => {
      const { spawn } = await import('./in-page.ts');
      return (hear) => spawn(hear, name.endsWith(PASSING));
    });
  }
}

/** The keeper stopped before it answered; {@link KeeperEvents.gone} has been told. */
export class KeeperGone extends Error {
  constructor() {
    super('The keeper of results stopped.');
    this.name = 'KeeperGone';
  }
}

export interface KeeperEvents {
  /** The database does not keep what it is given. */
  storage: (problem: Message) => void;
  /** What was found damaged, or of a later version, or discarded elsewhere. */
  said: (message: Message) => void;
  /**
   * The keeper stopped, and with it what only it held; the next question starts another one.
   * @param loaded it had been there; where not, its code could not be loaded, and is tried less and less often
   */
  gone: (reason: string, loaded: boolean) => void;
}

interface Waiting {
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
}

export class KeeperClient {
  readonly #on: KeeperEvents;
  readonly #spawn: SpawnKeeper;
  #link: KeeperLink | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #ids = 0;
  #loaded = false;
  readonly #starts: Starts;

  constructor(on: KeeperEvents, spawn: SpawnKeeper = spawnKeeperWorker, starts = new Starts()) {
    this.#starts = starts;
    this.#on = on;
    this.#spawn = spawn;
    this.#start();
  }

  /** Hands finished runs over: the arrays are no longer the page's. */
  add(packed: PackedRuns): void {
    this.#link?.send({ type: 'add', packed }, buffersOf(packed));
  }

  /** Rejects with {@link KeeperGone}, or with what went wrong in the keeper. */
  ask<Name extends KeeperRequest>(
    request: Name,
    ask: KeeperRequests[Name]['ask'],
  ): Promise<KeeperRequests[Name]['answer']> {
    const id = ++this.#ids;
    if (!this.#link && this.#starts.resting) return Promise.reject(new KeeperGone());
    const link = this.#link ?? this.#start();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      link.send({ type: 'ask', id, request, ask } as ToKeeper);
    });
  }

  /** Somebody asks by hand: where the keeper could not be loaded, it is tried again now. */
  tryAgain(): void {
    this.#starts.again();
  }

  dispose(): void {
    this.#link?.terminate();
    this.#waiting.clear();
  }

  #start(): KeeperLink {
    this.#loaded = false;
    return (this.#link = this.#spawn({
      message: (message) => this.#hear(message),
      gone: (reason) => {
        this.#link = undefined;
        const waiting = [...this.#waiting.values()];
        this.#waiting.clear();
        for (const { reject } of waiting) reject(new KeeperGone());
        if (!this.#loaded) this.#starts.failed();
        this.#on.gone(reason, this.#loaded);
      },
    }));
  }

  #hear(message: FromKeeper): void {
    this.#loaded = true;
    this.#starts.succeeded();
    if (message.type === 'ready') return;
    if (message.type === 'said') return this.#on.said(message.message);
    if (message.type === 'storage') return this.#on.storage(message.problem);
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === 'answer') waiting?.resolve(message.answer as never);
    else waiting?.reject(new Error(message.message));
  }
}
