/** What the Class page needs, loaded when it is first visited. */
import { atLeisure } from '#charts/at-leisure.ts';
import { bringCodeAtLeisure } from '../opening/code.ts';
import { madePage, type MadePage, type Parts } from '../shared/page.ts';
import * as memory from '../shared/storage.ts';
import { ClassRoom } from './class.svelte.ts';
import ClassPage from './ClassPage.svelte';

interface Needs extends Parts {
  /** Shows the guide to the page that is open. */
  openHelp: () => void;
}

export function make(house: Needs): MadePage {
  const { workers, address, lab } = house;
  const [pool, rivals] = [workers.lane('class'), workers.lane('arena')];
  const room = new ClassRoom({ pool, rivals, memory });
  // Workers are code, too: whoever has been here collects results without the network.
  bringCodeAtLeisure(
    () => workers.idle(),
    () => Promise.resolve(pool.warm()),
  );
  atLeisure(() => Promise.resolve(rivals.warm()));
  return madePage(ClassPage, { room, said: lab, address, onhelp: () => house.openHelp() }, () =>
    room.dispose(),
  );
}
