/** The worker's entry: everything it does is in `serve.ts`. It runs until it is terminated. */
import { LOCK_PREFIX, type ToWorker } from './protocol.ts';
import { serve } from './serve.ts';

declare const self: DedicatedWorkerGlobalScope;

const receive = serve((message, transfer) => self.postMessage(message, transfer ?? []));
self.onmessage = ({ data }: MessageEvent<ToWorker>) => receive(data);

const ready = () => self.postMessage({ type: 'ready' });
if (self.navigator.locks && self.name.startsWith(LOCK_PREFIX)) {
  // Held for as long as this worker lives: the page queues for it and so learns of its end (client.ts).
  self.navigator.locks
    .request(self.name, () => {
      ready();
      return new Promise<never>(() => {});
    })
    .catch(ready);
} else {
  ready();
}
