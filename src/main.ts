import { mount } from 'svelte';
import App from './app/App.svelte';
import { resolveLanguage, setLanguage } from './app/i18n/index.svelte.ts';
import { readHash } from './app/state/url.ts';
import './app/styles/tokens.css';
import './app/styles/base.css';
import { startTheme } from './app/theme.svelte.ts';
import { PAGES } from './app/pages/index.ts';

// Before the first paint, so that neither language nor theme flashes.
startTheme();
setLanguage(resolveLanguage(readHash(location.hash, PAGES).options.lang));

mount(App, { target: document.getElementById('app')! });
