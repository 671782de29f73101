/** What is declared comes once, at leisure or when it is needed, whichever is first. */
import { beforeEach, expect, it, vi } from 'vitest';

import type * as AtLeisure from './at-leisure.ts';

let module: typeof AtLeisure;
beforeEach(async () => {
  vi.resetModules();
  module = await import('./at-leisure.ts');
});
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

it('brings each thing once, one after another, each after a pause', async () => {
  const said: string[] = [];
  const bring = (name: string) => async () => {
    said.push(`${name} asked`);
    await settled();
    said.push(`${name} there`);
    return name;
  };
  const first = module.lateCode(bring('first'));
  module.lateCode(bring('second'));
  expect(said).toEqual([]);
  await module.bringAllLate(async () => void said.push('pause'));
  expect(said).toEqual([
    ...['pause', 'first asked', 'first there'],
    ...['pause', 'second asked', 'second there'],
  ]);
  expect(await first()).toBe('first');
  await module.bringAllLate(async () => void said.push('pause'));
  expect(said).toHaveLength(6);
});

it('brings what a page declares that is opened after all was brought', async () => {
  let pauses = 0;
  await module.bringAllLate(async () => void pauses++);
  const load = vi.fn(async () => 'code');
  const bring = module.lateCode(load);
  await settled();
  expect([load.mock.calls.length, pauses]).toEqual([1, 1]);
  expect(await bring()).toBe('code');
  expect(load).toHaveBeenCalledTimes(1);
});

it('brings what is declared by what is brought', async () => {
  const inner = vi.fn(async () => 'inner');
  module.lateCode(async () => void module.lateCode(inner));
  await module.bringAllLate(() => Promise.resolve());
  expect(inner).toHaveBeenCalledTimes(1);
});

it('goes on where one does not come, which is asked for again when it is needed', async () => {
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new Error('offline'))
    .mockResolvedValue('code');
  const bring = module.lateCode(load);
  const other = vi.fn(async () => 'other');
  module.lateCode(other);
  await module.bringAllLate(() => Promise.resolve());
  expect(other).toHaveBeenCalledTimes(1);
  expect(await bring()).toBe('code');
  expect(load).toHaveBeenCalledTimes(2);
});

it('asks once where whoever needs it comes while it is on its way', async () => {
  const load = vi.fn(async () => 'code');
  const bring = module.lateCode(load);
  const [one, other] = await Promise.all([bring(), bring(), module.bringAllLate(() => Promise.resolve())]);
  expect([one, other]).toEqual(['code', 'code']);
  expect(load).toHaveBeenCalledTimes(1);
});
