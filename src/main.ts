import { mount } from 'svelte';
import App from './app/shell/App.svelte';
import { resolveLanguage, setLanguage } from './app/i18n/index.svelte.ts';
import { KeptFunctions, wholeAddress } from './app/address/long-links.ts';
import { objectiveIn, readHash } from './app/address/url.ts';
import './app/styles/tokens.css';
import './app/styles/base.css';
import { startLooks } from './app/shared/looks.ts';
import { startTheme } from './app/shell/theme.svelte.ts';
import { House } from './app/shell/house.svelte.ts';
import { PAGE_IDS } from './app/shell/pages.ts';

// Before the first paint, so that neither language nor theme flashes.
startTheme();
startLooks();

const house = new House();
function begin() {
  setLanguage(resolveLanguage(readHash(location.hash, PAGE_IDS).options.lang));
  mount(App, { target: document.getElementById('app')!, props: { house } });
}
// A link to a formula: its minimum, which reading the address asks for, takes a worker longer than a frame.
const learning = house.formulas.ready([objectiveIn(wholeAddress(location.hash, new KeptFunctions()).hash)]);
if (learning) void learning.then(begin);
else begin();
