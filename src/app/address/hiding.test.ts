import { expect, it } from 'vitest';
import readme from '../../../README.md?raw';
import { HIDEABLE, readHide, withoutOf } from './hiding.ts';
import { pageParams, readHash } from './url.ts';

const [, links, hidden] = /### Links\n(.*?)\nWhat `hide` names(.*?)\n## /s.exec(readme)!;
/** What stands in code in the first cells of its tables. */
const namesIn = (text: string) =>
  [...text.matchAll(/^\| (`[^|]*)\|/gm)].flatMap(([, cell]) =>
    [...cell.matchAll(/`([\w.…<>]+)`/g)].map(([, name]) => name),
  );

it('the README lists every name that can be hidden, in their order, and every parameter of the page', () => {
  expect(namesIn(hidden)).toEqual([...HIDEABLE]);
  expect(namesIn(links)).toEqual(expect.arrayContaining(Object.keys(pageParams)));
  // Its example is read without a word.
  const [, example] = /`(#\/lab\?[^`]+)`\.$/m.exec(hidden)!;
  expect(readHash(example, ['lab'])).toMatchObject({ options: { hide: 'setup,ranking' }, notices: [] });
});

it('names are read whatever their order and number', () => {
  const notices: never[] = [];
  expect(readHide(` race,menu ,race,,${HIDEABLE.join()}`, notices)).toBe(HIDEABLE.join());
  expect(readHide(' ', notices)).toBe('');
  expect(notices).toEqual([]);
  expect(withoutOf('race,menu')).toMatchObject({ race: true, menu: true, truth: false });
  expect(Object.values(withoutOf(''))).not.toContain(true);
});
