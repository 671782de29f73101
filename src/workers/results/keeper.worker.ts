/** The entry of the keeper's worker: everything it does is in `keeper.ts`. */
import { holdLock } from '../pool/watch.ts';
import { Keeper } from './keeper.ts';
import type { ToKeeper } from './protocol.ts';
import { PASSING, passingStore } from './passing.ts';
import { browserStore } from './store.ts';

declare const self: DedicatedWorkerGlobalScope;

const store = self.name.endsWith(PASSING) ? passingStore() : browserStore();
const keeper = new Keeper(store, (message, transfer) => self.postMessage(message, transfer ?? []));
self.onmessage = ({ data }: MessageEvent<ToKeeper>) => keeper.receive(data);
holdLock(self);
