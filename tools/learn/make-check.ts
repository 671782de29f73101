/** `npm run learn:check`: what each chapter asks of its reader, by language; fails where a term is used before it is said. */
import { glossaries } from '../../src/app/i18n/glossaries.ts';
import { languageIds } from '../../src/app/i18n/languages.ts';
import { checked } from './check.ts';

let early = 0;
for (const language of languageIds) {
  for (const { chapter, statistics, tooEarly } of checked(language, glossaries[language])) {
    const { words, characters, minutes, sentences, longest, longestLength } = statistics;
    const size = characters > 0 ? `${characters} characters, ${words} words` : `${words} words`;
    process.stdout.write(
      `${chapter} (${language}): ${size}, ${sentences} sentences, ${minutes} minutes; the longest has ${longestLength}: ${longest}\n`,
    );
    for (const found of tooEarly) process.stdout.write(`  before its definition: ${found}\n`);
    early += tooEarly.length;
  }
}
process.exitCode = early > 0 ? 1 : 0;
