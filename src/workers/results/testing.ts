/** A keeper in the same thread, over a real message channel, with a store that can refuse. For tests in Node. */
import type { PackedRuns } from '#core/study/packed.ts';
import type { Study } from '#core/study/types.ts';
import type { SpawnKeeper } from './client.ts';
import { Keeper } from './keeper.ts';
import type { FromKeeper, ToKeeper } from './protocol.ts';
import { readParts, sealed, type Part } from './parts.ts';
import type { Kept, Store } from './store.ts';

export interface MemoryStore extends Store {
  /** By the study's text, the one used longest ago first. */
  kept: Map<string, PackedRuns[]>;
  /** As parts were written: what is changed in `kept` afterwards is damage. */
  parts: WeakMap<PackedRuns, Part>;
  /** Thrown by whatever is asked. */
  refuse: Error | undefined;
  /** Runs that there is room for. */
  room: number;
}

export const full = (): Error => Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
export const runsIn = (packs: readonly PackedRuns[]): number =>
  packs.reduce((sum, { length }) => sum + length.length, 0);

/** As the browser's database keeps things, for as long as the test holds on to it. */
export function memoryStore(): MemoryStore {
  const kept = new Map<string, PackedRuns[]>();
  const begun = new Map<string, string>();
  const parts = new WeakMap<PackedRuns, Part>();
  let begins = 0;
  const read = (text: string, removing: boolean): Kept => {
    const packs = kept.get(text) ?? [];
    const found = readParts(
      JSON.parse(text) as Study,
      text,
      packs.map((packed) => ({ ...parts.get(packed), packed })),
    );
    if (removing)
      kept.set(
        text,
        packs.filter((_, place) => ![...found.damaged, ...found.older].includes(place)),
      );
    return {
      packs: structuredClone(found.packs),
      damaged: found.damaged.length,
      older: found.older.length,
      later: found.later,
      begun: begun.get(text) ?? '',
    };
  };
  const store: MemoryStore = {
    kept,
    parts,
    refuse: undefined,
    room: Infinity,
    async latest() {
      guard();
      const last = [...kept].at(-1);
      return last && { study: JSON.parse(last[0]) as Study, ...read(last[0], false) };
    },
    async begin(study) {
      guard();
      const text = JSON.stringify(study);
      const packs = kept.get(text) ?? [];
      if (!kept.has(text)) begun.set(text, `${++begins}`);
      kept.delete(text);
      kept.set(text, packs);
      return read(text, true);
    },
    async append(study, packed, since) {
      guard();
      const text = JSON.stringify(study);
      if (!kept.has(text) || begun.get(text) !== since) return false;
      if (runsIn([packed]) + [...kept.values()].reduce((sum, packs) => sum + runsIn(packs), 0) > store.room)
        throw full();
      const copy = structuredClone(packed);
      parts.set(copy, sealed(text, copy));
      kept.get(text)!.push(copy);
      return true;
    },
    async forget(study) {
      guard();
      kept.delete(JSON.stringify(study));
    },
    async makeRoom(study) {
      guard();
      const oldest = [...kept.keys()].find((text) => text !== JSON.stringify(study));
      if (oldest !== undefined) kept.delete(oldest);
      return oldest !== undefined;
    },
  };
  const guard = () => {
    if (store.refuse) throw store.refuse;
  };
  return store;
}

export const spawnKeeperInProcess =
  (store: Store): SpawnKeeper =>
  (on) => {
    const { port1: page, port2: worker } = new MessageChannel();
    const keeper = new Keeper(store, (message, transfer) => worker.postMessage(message, transfer ?? []));
    worker.onmessage = ({ data }: MessageEvent<ToKeeper>) => keeper.receive(data);
    page.onmessage = ({ data }: MessageEvent<FromKeeper>) => on.message(data);
    return {
      send: (message, transfer) => page.postMessage(message, transfer ?? []),
      terminate() {
        page.close();
        worker.close();
      },
    };
  };
