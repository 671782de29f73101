/** What the core, the workers and the page's state can tell a reader has words in both languages, and only that. */
import { expect, test } from 'vitest';
import type { JobFailure } from '#workers/protocol.ts';
import { en } from './texts/en.ts';
import { dictionaries } from './texts/dictionaries.ts';
import { languageIds } from './languages.ts';
import { breakable } from '../shared/testing.ts';
import { fill } from './texts/saying.ts';
import { tell } from './index.svelte.ts';

const sources = Object.entries(
  import.meta.glob<string>(
    ['../../core/**/*.ts', '../../workers/**/*.ts', '../**/*.ts', '!**/*.test.ts', '!../i18n/**'],
    {
      query: '?raw',
      import: 'default',
      eager: true,
    },
  ),
);

/** Keys that are put together at run time, each with what it is put together from. */
const BUILT: Record<string, readonly string[]> = {
  '`notice.${problem}`': ['notice.clamped', 'notice.rounded', 'notice.unreadable'],
  '`notice.${read.problem}`': ['notice.clamped', 'notice.rounded', 'notice.unreadable'],
  '`error.${error.code}`': (
    ['run-failed', 'worker-crashed', 'worker-hung', 'worker-unavailable'] satisfies JobFailure['code'][]
  ).map((code) => `error.${code}`),
};

const emitted = new Set<string>();
for (const [path, source] of sources) {
  for (const [, key] of source.matchAll(/\bsay\(\s*('[^']*'|`[^`]*`)/g)) {
    if (!/^.(notice|problem|error|reading|moment)\./.test(key)) continue;
    const known = key.startsWith('`') ? BUILT[key] : [key.slice(1, -1)];
    if (!known) throw new Error(`${path} builds the message key ${key}: list what it can become in BUILT.`);
    for (const one of known) emitted.add(one);
  }
}

const texts = ({ notice, problems, error, reading, moment }: typeof en): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ notice, problem: problems, error, reading, moment }).flatMap(([group, sentences]) =>
      Object.entries(sentences).map(([name, sentence]) => [`${group}.${name}`, sentence]),
    ),
  );
const blanks = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

test('the sources were found', () => {
  expect(sources.length).toBeGreaterThan(40);
  expect(emitted).toContain('problem.grid-level-outside');
});

test.each(languageIds)('every message has its sentence, and none is left over: %s', (language) => {
  const said = texts(dictionaries[language] as typeof en);
  const spoken = Object.keys(said).filter((key) => !/\.other$|_maximise$/.test(key));
  expect(spoken.sort()).toEqual([...emitted].sort());
  for (const sentence of Object.values(said)) expect(sentence).toMatch(/([.。]|\{\{detail\}\})$/);
});

test('all languages fill in the same numbers', () => {
  const english = texts(en);
  for (const language of languageIds) {
    const own = texts(dictionaries[language] as typeof en);
    for (const key of Object.keys(english))
      expect([key, blanks(own[key])]).toEqual([key, blanks(english[key])]);
  }
});

test('the page fills blanks as the command line does, and keeps together what no line may break', () => {
  for (const [key, text] of Object.entries(texts(en))) {
    // Their blanks are words of their own: moments.test.ts, and the command line's.
    if (key.startsWith('moment.')) continue;
    // Signs that mean something to HTML or to the library; a value that looks like a blank.
    const values = Object.fromEntries(blanks(text).map((name, i) => [name, `<${i}> & $t(x) {{a}} $1`]));
    expect(breakable(tell({ key, values })), key).toBe(fill(text, { ...values, key }));
  }
  const clamped = tell({
    key: 'notice.clamped',
    values: { name: 'κ', given: '2', expected: '[0, 1.5]', used: '1.5' },
  });
  expect(clamped).toContain('κ\u00a0= 2 is out of range ([0,\u00a01.5])');
});
