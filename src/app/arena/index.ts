/** What the Arena needs, loaded when it is first visited. */
import { bringCodeAtLeisure } from '../opening/code.ts';
import { madePage, type MadePage, type Parts } from '../shared/page.ts';
import { Arena } from './arena.svelte.ts';
import ArenaPage from './ArenaPage.svelte';

export function make({ workers, opening, address, lab }: Parts): MadePage {
  const arena = new Arena({ pool: workers.lane('arena'), dimensions: workers.lane('dimensions'), opening });
  void arena.restore();
  // Its tabs, too: from then on none needs the network.
  bringCodeAtLeisure();
  return madePage(ArenaPage, { arena, lab, address }, () => arena.dispose());
}
