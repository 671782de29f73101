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
const [, path = '', place = ''] = /^#?\/?(\w*)\/?([^?]*)/.exec(location.hash) ?? [];
const page = isHome(location.hash) ? HOME : path;
// Older links that name no page are the Lab's.
const start: Start<unknown> = Object.entries(STARTS).find(([id]) => id === page)?.[1] ?? STARTS.lab;
const whole = () =>
  Promise.allSettled([
    start.code(),
    fetchTexts(language, start.texts),
    start.core && bringCode(),
    start.more?.(language, place),
  ]);
const { front } = start;
Promise.all([
  import('./app/shell/start.ts'),
  fetchTexts(language, problem ? ['rest'] : []),
  front ? Promise.allSettled([front.code(), fetchTexts(language, front.texts)]) : whole(),
]).then(([{ start }]) => {
  // Not beside what is seen first: the line is one.
  if (front) void whole();
  start(language);
}, apologise);
