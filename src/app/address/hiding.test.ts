import { expect, it } from 'vitest';
import { HIDEABLE, readHide, withoutOf } from './hiding.ts';

it('names are read whatever their order and number', () => {
  const notices: never[] = [];
  expect(readHide(` race,menu ,race,,${HIDEABLE.join()}`, notices)).toBe(HIDEABLE.join());
  expect(readHide(' ', notices)).toBe('');
  expect(notices).toEqual([]);
  expect(withoutOf('race,menu')).toMatchObject({ race: true, menu: true, truth: false });
  expect(Object.values(withoutOf(''))).not.toContain(true);
});
