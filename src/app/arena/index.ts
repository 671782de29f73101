/** What the Arena needs, loaded when it is first visited. */
import { bringCodeAtLeisure } from '../opening/code.ts';
import { madePage, type MadePage, type Parts } from '../shared/page.ts';
import { Arena } from './arena.svelte.ts';
import ArenaPage from './ArenaPage.svelte';

export function make({ workers, opening, address, lab }: Parts): MadePage {
  const pool = workers.lane('arena');
  const arena = new Arena({ pool, dimensions: workers.lane('dimensions'), opening });
  void arena.restore();
  // Its tabs, too: from then on none needs the network. Whoever comes here runs a study.
  bringCodeAtLeisure(
    () => workers.idle(),
    () => Promise.resolve(pool.warm()),
  );
  return madePage(ArenaPage, { arena, lab, address }, () => arena.dispose());
}
