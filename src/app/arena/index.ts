/** What the Arena needs, loaded when it is first visited. */
import { madePage, type MadePage, type Parts } from '../shared/page.ts';
import { Arena } from './arena.svelte.ts';
import ArenaPage from './ArenaPage.svelte';

export function make({ workers, opening, address, lab }: Parts): MadePage {
  const arena = new Arena({ pool: workers.lane('arena'), dimensions: workers.lane('dimensions'), opening });
  void arena.restore();
  return madePage(ArenaPage, { arena, lab, address }, () => arena.dispose());
}
