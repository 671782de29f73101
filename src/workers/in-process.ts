/**
 * A “worker” in the same thread, over a real message channel: messages are cloned and buffers transferred as
 * they would be, and the code that answers is that of the worker. For tests in Node, and pages whose browser refuses workers.
 */
import type { SpawnWorker } from './client.ts';
import type { FromWorker } from './protocol.ts';
import { serve } from './serve.ts';

export const spawnInProcess: SpawnWorker = (on) => {
  const { port1: page, port2: worker } = new MessageChannel();
  const receive = serve((message, transfer) => worker.postMessage(message, transfer ?? []));
  worker.onmessage = ({ data }) => receive(data);
  page.onmessage = ({ data }: MessageEvent<FromWorker>) => on.message(data);
  worker.postMessage({ type: 'ready' } satisfies FromWorker);
  return {
    send: (message) => page.postMessage(message),
    terminate() {
      page.onmessage = worker.onmessage = null;
      page.close();
      worker.close();
    },
  };
};
