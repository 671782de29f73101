/**
 * The first file that comes: small, so that all that the page needs is asked for at once, side by side. Language and theme
 * are known before anything is drawn: neither flashes.
 */
import { HOME, isHome } from './app/address/home.ts';
import { languageIn, resolveLanguage } from './app/i18n/resolve.ts';
import { bringCode } from 'virtual:late-core';
import { fetchTexts } from './app/i18n/shelves.ts';
import { STARTS, type Start } from './app/shell/starts.ts';
import './app/shell/trusted.ts';
import './app/styles/tokens.css';
import './app/styles/base.css';
import { apologise } from './app/shell/apology.ts';

const language = resolveLanguage(languageIn(location.hash));
// What another problem or other strategies say of themselves is needed with the first picture, too.
const problem = /[?&](objective|strategies)=/.test(location.hash);
/** Older links that name no page are the Lab's. */
function startOf(path: string | undefined): Start<unknown> {
  return Object.entries(STARTS).find(([page]) => page === path)?.[1] ?? STARTS.lab;
}
const { code, texts, core, more } = startOf(
  isHome(location.hash) ? HOME : /^#?\/?(\w+)/.exec(location.hash)?.[1],
);
Promise.all([
  import('./app/shell/start.ts'),
  fetchTexts(language, problem ? ['rest'] : []),
  Promise.allSettled([code(), fetchTexts(language, texts), core && bringCode(), more?.(language)]),
]).then(([{ start }]) => start(language), apologise);
