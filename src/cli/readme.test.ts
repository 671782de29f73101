/** The commands that README, docs and the example study show: each runs as it is written. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { readStudy } from '#core/study/read-study.ts';
import { call } from './study/testing.ts';

const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
/** Words of a shell's line: quotation marks hold blanks together. */
const words = (line: string) =>
  [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c);

const docs = readdirSync(new URL('../../docs', import.meta.url)).filter((name) => name.endsWith('.md'));
const commands = ['README.md', ...docs.map((name) => `docs/${name}`)]
  .map(text)
  .join('\n')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line.startsWith('npm run -s sim -- run'))
  // The table is the reader's own.
  .filter((line) => !line.includes('trials.csv'))
  // Where the output goes is the shell's affair.
  .map((line) => words(line.replace(/ > \S+$/, '')).slice(words('npm run -s sim --').length));

it('finds the commands', () => expect(commands.length).toBeGreaterThan(5));

it.each(commands.map((args) => [args.join(' '), args] as const))('sim %s', async (_, args) => {
  let printed = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  try {
    expect(await call(...args)).toEqual({ code: 0, told: '' });
  } finally {
    spy.mockRestore();
  }
  expect(printed.length).toBeGreaterThan(100);
});

it('the example study can be run', () => {
  const read = readStudy(JSON.parse(text('examples/study.json')));
  expect('problems' in read ? read.problems : []).toEqual([]);
});
