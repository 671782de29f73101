/** The keeper of results in the page itself, for browsers that refuse workers; over a real channel, as to a worker. */
import { Keeper } from './keeper.ts';
import type { KeeperLink } from './client.ts';
import type { FromKeeper, ToKeeper } from './protocol.ts';
import { passingStore } from './passing.ts';
import { browserStore } from './store.ts';

/** @param passing nothing is kept */
export function spawn(hear: (message: FromKeeper) => void, passing = false): KeeperLink {
  const { port1: page, port2: worker } = new MessageChannel();
  const keeper = new Keeper(passing ? passingStore() : browserStore(), (message, transfer) =>
    worker.postMessage(message, transfer ?? []),
  );
  worker.onmessage = ({ data }: MessageEvent<ToKeeper>) => keeper.receive(data);
  page.onmessage = ({ data }: MessageEvent<FromKeeper>) => hear(data);
  return {
    send: (message, transfer) => page.postMessage(message, transfer ?? []),
    terminate() {
      page.close();
      worker.close();
    },
  };
}
