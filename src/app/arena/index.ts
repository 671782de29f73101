/** What the Arena needs, loaded when it is first visited. */
import { spawnPassingKeeper } from '#workers/results/client.ts';
import { framedFigure } from './framed.ts';
import { bringCodeAtLeisure } from '../opening/code.ts';
import { madePage, type MadePage, type Parts } from '../shared/page.ts';
import { Arena } from './arena.svelte.ts';
import ArenaPage, { STUDY } from './ArenaPage.svelte';

/** The tab that it opens with, asked for before the page is there. */
export const ahead = (): Promise<void> => STUDY.bring();

export function make({ workers, opening, address, lab }: Parts): MadePage {
  const pool = workers.lane('arena');
  // A figure in a frame of another page leaves the reader's own studies alone.
  const spawnKeeper = framedFigure(address.options) ? spawnPassingKeeper : undefined;
  const arena = new Arena({
    ...{ pool, dimensions: workers.lane('dimensions'), opening },
    ...(spawnKeeper && { spawnKeeper }),
  });
  void arena.restore();
  // Its tabs, too: from then on none needs the network. Whoever comes here runs a study.
  bringCodeAtLeisure(
    () => workers.idle(),
    () => Promise.resolve(pool.warm()),
  );
  return madePage(ArenaPage, { arena, lab, address }, () => arena.dispose());
}
