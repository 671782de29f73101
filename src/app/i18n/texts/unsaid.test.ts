import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { en } from './en.ts';

interface Texts {
  [name: string]: string | Texts;
}
/** Said by what the core names (`messages.test`), by the docs' table of parameters, on the command line, and by the head of each page. */
const ELSEWHERE = /^(problems|notice|reading|parameters)\.|^moments\.none$|^\w+\.lead$/;
/** Files that hold the texts themselves. */
const TEXTS = /(texts\.(en|zh)|glossary\.(en|zh)|help\.(en|zh)|\.test)\.ts$|\/texts\//;

const keysIn = (texts: Texts, path = ''): string[] =>
  Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [path + name] : keysIn(text, `${path}${name}.`),
  );

it('has no text that nobody says', () => {
  const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => join('src', file))
    .filter((file) => /\.(ts|svelte)$/.test(file) && !TEXTS.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const whole = new Set([...code.matchAll(/['"`]([a-zA-Z][\w.-]*)['"`]/g)].map(([, key]) => key));
  /** `fatal.rules.${rule}`: what is filled in is one name. */
  const HOLE = /\$\{(?:[^{}]|\{[^{}]*\})*\}/;
  const template = new RegExp(`\`([a-zA-Z][\\w-]*\\.(?:[\\w.-]|${HOLE.source})*)\``, 'g');
  const patterns = [...new Set([...code.matchAll(template)].map(([, key]) => key))].map(
    (key) => new RegExp(`^${key.split(HOLE).join('[\\w-]+').replaceAll('.', '\\.')}$`),
  );
  const unsaid = keysIn(en as unknown as Texts).filter((key) => {
    const stem = key.replace(/_(one|other)$/, '').replace(/_maximise$/, '');
    return !ELSEWHERE.test(stem) && !whole.has(stem) && !patterns.some((pattern) => pattern.test(stem));
  });
  expect(unsaid).toEqual([]);
});
