/** A keeper in the same thread, over a real message channel, with a store that can refuse. For tests in Node. */
import type { PackedRuns } from '../../core/study/packed.ts';
import type { Study } from '../../core/study/types.ts';
import type { SpawnKeeper } from './client.ts';
import { Keeper } from './keeper.ts';
import type { Store } from './store.ts';

/** As the browser's database keeps things, for as long as the test holds on to it. */
export function memoryStore(): Store & { kept: Map<string, PackedRuns[]>; refuse: Error | undefined } {
  const kept = new Map<string, PackedRuns[]>();
  let last: string | undefined;
  const store = {
    kept,
    refuse: undefined as Error | undefined,
    async latest() {
      guard();
      return last === undefined
        ? undefined
        : { study: JSON.parse(last) as Study, packs: structuredClone(kept.get(last)!) };
    },
    async begin(study: Study) {
      guard();
      last = JSON.stringify(study);
      if (!kept.has(last)) kept.set(last, []);
      return structuredClone(kept.get(last)!);
    },
    async append(study: Study, packed: PackedRuns) {
      guard();
      kept.get(JSON.stringify(study))!.push(structuredClone(packed));
    },
    async forget(study: Study) {
      guard();
      kept.delete(JSON.stringify(study));
      last = undefined;
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
    const keeper = new Keeper(store, (message) => worker.postMessage(message));
    worker.onmessage = ({ data }) => keeper.receive(data);
    page.onmessage = ({ data }) => on.message(data);
    return {
      send: (message, transfer) => page.postMessage(message, transfer as never),
      terminate() {
        page.close();
        worker.close();
      },
    };
  };
