/** The command line says what the page says, and no sentence stands in its sources that the page's texts have. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { en } from '../app/i18n/texts/en.ts';
import { notice } from '../app/i18n/texts/problems/notices.en.ts';
import { problems } from '../app/i18n/texts/problems/refusals.en.ts';
import { firstRefusal, sentence, withMore } from './sentences.ts';

const sourcesIn = (folder: URL) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test)\.ts$/.test(name) && !/testing/.test(name))
    .map((name): [string, string] => [name, readFileSync(new URL(name, folder), 'utf8')]);

describe('a message of the core', () => {
  it('has a sentence for everything that settings, files and tables can be refused for', () => {
    const keys = sourcesIn(new URL('../core/', import.meta.url)).flatMap(([, source]) =>
      [...source.matchAll(/say\(\s*'((?:problem|reading|notice)\.[^']+)'/g)].map(([, key]) => key),
    );
    expect(new Set(keys).size).toBeGreaterThan(130);
    for (const key of keys) {
      expect(sentence({ key, values: { at: 4 } }), key).toMatch(/^[^\n]+\.$/);
      expect(sentence({ key, values: { at: 4 } }), key).not.toContain(key);
    }
  });

  it('is the page’s sentence, with all digits, characters counted from 1 and the field before it', () => {
    expect(sentence({ key: 'problem.table-tall', values: { given: 123456.789, most: 1000 } })).toBe(
      problems['table-tall'].replace('{{given}}', '123456.789').replace('{{most}}', '1000'),
    );
    expect(sentence({ key: 'problem.formula-unclosed', values: { at: 3, field: 'formula.formula' } })).toBe(
      'formula.formula: The bracket at character 4 is never closed.',
    );
    expect(sentence({ key: 'problem.study-value', values: { field: 'a', given: '1', expected: '2' } })).toBe(
      'a is 1; expected 2.',
    );
    const outside = { given: 9, axis: 1, lo: 0, hi: 1 };
    expect(sentence({ key: 'problem.grid-level-outside', values: outside })).toContain('9 of x2 is outside');
  });

  it('ends before what a page does about it', () => {
    const values = { name: 'budget', given: '0', expected: '1 … 500', used: '1' };
    const page = notice.clamped;
    expect(sentence({ key: 'notice.clamped', values })).toBe('budget = 0 is out of range (1 … 500).');
    expect(page).toBe('{{name}} = {{given}} is out of range ({{expected}}); {{used}} is used.');
  });

  it('is said by its key where it has no sentence; a value is no blank, and no line ends in it', () => {
    expect(sentence({ key: 'problem.constructor', values: {} })).toContain('problem.constructor');
    expect(sentence({ key: 'never.said', values: {} })).toContain('never.said');
    const values = { field: '{{given}}\n', given: 'x', expected: 'y' };
    expect(sentence({ key: 'problem.study-value', values })).toBe('{{given}} is x; expected y.');
  });

  it('is followed by its reason, and by how many others there are', () => {
    const misfit = { key: 'problem.study-misfit', values: { field: 'strategies.0', problem: 'branin' } };
    const why = { key: 'problem.formula-empty', values: {} };
    expect(firstRefusal([misfit, why])).toBe(`${sentence(misfit)} ${sentence(why)}`);
    expect(withMore('One.', 0)).toBe('One.');
    expect(withMore('One.', 2)).toBe('One (and 2 more like this).');
  });
});

/** Words in small letters, `_` for a blank; signs and numbers left out. */
const words = (text: string): string[] =>
  text
    .replace(/\{\{\w+\}\}/g, ' _ ')
    .toLowerCase()
    .replace(/[“”"'’,.;:()…!?=]/g, ' ')
    .split(/\s+/)
    .filter((word) => word === '_' || /[a-z]/.test(word));

const leaves = (texts: object, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'string' ? [[path + name, inner]] : leaves(inner as object, `${path}${name}.`),
  );

/** Texts in a source; what is put into a template is a blank. */
function textsOf(name: string, source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' {{_}} '));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, source, ts.ScriptTarget.Latest));
  return found;
}

/** So many words in a row, blanks not counted, are the same sentence again. */
const SAME = 5;

/** Runs of {@link SAME} words, blanks between them. */
function runs(text: string): string[] {
  const all = words(text);
  return all.flatMap((word, from) => {
    if (word === '_') return [];
    let said = 0;
    const end = all.findIndex((other, at) => at >= from && other !== '_' && ++said === SAME);
    return end < 0 ? [] : [all.slice(from, end + 1).join(' ')];
  });
}

const taken = new Map(leaves(en).flatMap(([key, text]) => runs(text).map((run) => [run, key] as const)));
const repeats = (name: string, source: string): string[] =>
  textsOf(name, source)
    .flatMap(runs)
    .filter((run) => taken.has(run))
    .map((run) => `${name}: “${run}” stands in ${taken.get(run)}`);

describe('a sentence', () => {
  it('that both say stands in the page’s texts only', () => {
    const sources = sourcesIn(new URL('.', import.meta.url));
    expect(sources.length).toBeGreaterThan(25);
    expect(sources.flatMap(([name, source]) => repeats(name, source))).toEqual([]);
  });

  it('is found again in other marks, and with other blanks', () => {
    const source = (text: string) => `const write = ({ given }) => ${text};`;
    expect(repeats('a.ts', source('`the bracket ${given} is never closed`'))).toHaveLength(0);
    expect(repeats('a.ts', source('`The bracket at character ${given}: is never closed`'))).not.toEqual([]);
    expect(repeats('a.ts', source('`${given} is a function, and needs brackets`'))).not.toEqual([]);
    expect(repeats('a.ts', source("'Jackdaws love my big sphinx of quartz.'"))).toEqual([]);
  });
});
