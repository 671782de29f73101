/** Begins: the page's code and its texts are there. */
import { mount } from 'svelte';
import { KeptFunctions, wholeAddress } from '../address/long-links.ts';
import { objectiveIn } from '../address/url.ts';
import { setLanguage } from '../i18n/index.svelte.ts';
import type { Language } from '../i18n/languages.ts';
import { bringCodeAtLeisure } from '../opening/code.ts';
import { startLooks } from '../shared/looks.ts';
import App from './App.svelte';
import { House } from './house.svelte.ts';
import { onScreen, seen } from '../pacing/frames.ts';
import { startTheme } from './theme.svelte.ts';
import { bringTypeface } from './first/typeface.ts';

/** Frames in which most of a page is set up, and in which all of it has come. */
const SET_UP = 8;
const COME = 60;

/** @param language its texts are there */
export function start(language: Language): void {
  startTheme();
  startLooks();
  const house = new House();
  function begin() {
    setLanguage(language);
    // The page is set up first, a part a frame: workers would take the cores from that.
    house.workers.hold(seen(SET_UP));
    house.workers.spare(seen(COME));
    mount(App, { target: document.getElementById('app')!, props: { house } });
    void onScreen().then(bringTypeface);
    // Whoever begins at the front door goes there next.
    const quiet = () => house.workers.idle();
    const keepAll = async () => (await import('./offline/index.ts')).start(quiet);
    bringCodeAtLeisure(quiet, () => import('../lab/index.ts').then(keepAll));
  }
  // A link to a formula: its minimum, which reading the address asks for, takes a worker longer than a frame.
  const learning = house.formulas.ready([objectiveIn(wholeAddress(location.hash, new KeptFunctions()).hash)]);
  if (learning) void learning.then(begin);
  else begin();
}
