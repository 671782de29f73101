/** The worker's entry: everything it does is in `serve.ts`. It runs until it is terminated. */
import type { ToWorker } from './protocol.ts';
import { serve } from './serve.ts';
import { holdLock } from './pool/watch.ts';

declare const self: DedicatedWorkerGlobalScope;

const receive = serve((message, transfer) => self.postMessage(message, transfer ?? []));
self.onmessage = ({ data }: MessageEvent<ToWorker>) => receive(data);
holdLock(self);
