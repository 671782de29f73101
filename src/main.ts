/**
 * The first file that comes: small, so that all that the page needs is asked for at once, side by side. Language and theme
 * are known before anything is drawn: neither flashes.
 */
import { isHome } from './app/address/home.ts';
import { languageIn, resolveLanguage } from './app/i18n/resolve.ts';
import { fetchTexts } from './app/i18n/shelves.ts';
import './app/shell/trusted.ts';
import './app/styles/tokens.css';
import './app/styles/base.css';
import { apologise } from './app/shell/apology.ts';

const language = resolveLanguage(languageIn(location.hash));
// What another problem or other strategies say of themselves is needed with the first picture, too.
const more = /[?&](objective|strategies)=/.test(location.hash);
// The front door: its stories' words are needed with the first picture.
const atHome = isHome(location.hash);
function firstPage(): Promise<unknown> | undefined {
  if (atHome) return import('./app/home/index.ts');
  return /^#?\/?(arena|assumptions)\b/.test(location.hash) ? undefined : import('./app/lab/index.ts');
}
Promise.all([
  import('./app/shell/start.ts'),
  fetchTexts(language, atHome ? ['home'] : more ? ['rest'] : []),
  // Asked for beside the code of all pages; the page itself asks again, and says where it does not come.
  firstPage()?.catch(() => {}),
]).then(([{ start }]) => start(language), apologise);
