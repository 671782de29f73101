import { mount } from 'svelte';
import App from './app/shell/App.svelte';
import { resolveLanguage, setLanguage } from './app/i18n/index.svelte.ts';
import { KeptFunctions, wholeAddress } from './app/address/long-links.ts';
import { formulas } from './app/opening/formulas.ts';
import { objectiveIn, readHash } from './app/address/url.ts';
import './app/styles/tokens.css';
import './app/styles/base.css';
import { startLooks } from './app/shared/looks.ts';
import { startTheme } from './app/shell/theme.svelte.ts';
import { PAGES } from './app/shell/pages.ts';

// Before the first paint, so that neither language nor theme flashes.
startTheme();
startLooks();

function begin() {
  setLanguage(resolveLanguage(readHash(location.hash, PAGES).options.lang));
  mount(App, { target: document.getElementById('app')! });
}
// A link to a formula: its minimum, which reading the address asks for, takes a worker longer than a frame.
const learning = formulas.ready([objectiveIn(wholeAddress(location.hash, new KeptFunctions()).hash)]);
if (learning) void learning.then(begin);
else begin();
