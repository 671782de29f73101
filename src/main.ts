import { mount } from 'svelte';
import App from './app/App.svelte';
import { resolveLanguage, setLanguage } from './app/i18n/index.svelte.ts';
import { KeptFunctions, wholeAddress } from './app/state/long-links.ts';
import { formulas } from './app/state/own-formulas.ts';
import { objectiveIn, readHash } from './app/state/url.ts';
import './app/styles/tokens.css';
import './app/styles/base.css';
import { startTheme } from './app/theme.svelte.ts';
import { PAGES } from './app/pages/index.ts';

// Before the first paint, so that neither language nor theme flashes.
startTheme();

function begin() {
  setLanguage(resolveLanguage(readHash(location.hash, PAGES).options.lang));
  mount(App, { target: document.getElementById('app')! });
}
// A link to a formula: its minimum, which reading the address asks for, takes a worker longer than a frame.
const learning = formulas.ready([objectiveIn(wholeAddress(location.hash, new KeptFunctions()).hash)]);
if (learning) void learning.then(begin);
else begin();
