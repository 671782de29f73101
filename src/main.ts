/**
 * The first file that comes: small, so that all that the page needs is asked for at once, side by side. Language and theme
 * are known before anything is drawn: neither flashes.
 */
import { HOME, isHome } from './app/address/home.ts';
import { languageIn, resolveLanguage } from './app/i18n/resolve.ts';
import { fetchTexts } from './app/i18n/shelves.ts';
import { STARTS, type Start } from './app/shell/starts.ts';
import './app/shell/trusted.ts';
import { atHand, bringTypeface } from './app/shell/first/typeface.ts';
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
const { front } = start;
// Prose is set in lines: they would break anew, while they are read, where its typeface came after them.
if (start === STARTS.learn || atHand()) bringTypeface();
Promise.all([
  import('./app/shell/start.ts'),
  fetchTexts(language, problem ? ['rest'] : []),
  // What is seen first alone, where there is such: the line is one, and the rest comes after.
  Promise.allSettled(
    front
      ? [front.code(), fetchTexts(language, front.texts)]
      : [start.code(), fetchTexts(language, start.texts), start.more?.(language, place)],
  ),
]).then(([{ start }]) => start(language), apologise);
