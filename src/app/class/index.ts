/** What the Class page needs, loaded when it is first visited. */
import { atLeisure, lateCode } from '#charts/at-leisure.ts';
import { Brought } from '../opening/brought.svelte.ts';
import { allCode, bringCodeAtLeisure } from '../opening/code.ts';
import { seen } from '../pacing/frames.ts';
import { madePage, type MadePage, type Parts } from '../shared/page.ts';
import * as memory from '../shared/storage.ts';
import { ClassRoom } from './class.svelte.ts';
import ClassPage from './ClassPage.svelte';

/** With the problems, and what they are called: asking for dozens of files takes a while, so they are a frame apart. */
const views = new Brought(
  lateCode(async () => (await Promise.all([import('./views.ts'), seen(1).then(allCode)]))[0]),
);

interface Needs extends Parts {
  /** Shows the guide to the page that is open. */
  openHelp: () => void;
}

export function make(house: Needs): MadePage {
  const { workers, address, lab } = house;
  const [pool, rivals] = [workers.lane('class'), workers.lane('arena')];
  const room = new ClassRoom({ pool, rivals, memory, bring: () => views.get() });
  // Workers are code, too: whoever has been here collects results without the network.
  bringCodeAtLeisure(
    () => workers.idle(),
    () => Promise.resolve(pool.warm()),
  );
  atLeisure(() => Promise.resolve(rivals.warm()));
  return madePage(ClassPage, { room, views, said: lab, address, onhelp: () => house.openHelp() }, () =>
    room.dispose(),
  );
}
