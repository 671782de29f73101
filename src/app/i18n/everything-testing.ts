/** For tests of the page: all texts of all languages are there from the start, as in a page that has been everywhere. */
import { languageIds } from './languages.ts';
import { ROOMS, fetchTexts } from './shelves.ts';

for (const language of languageIds) await fetchTexts(language, ROOMS);
