/** Whatever the app depends on is named with its licence, and no licence asks for more than being named. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { licensed } from './licences.ts';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
};
const all = licensed();

it('names every package that is installed for the app, and no tool', () => {
  const names = all.map(({ name }) => name);
  for (const name of [...Object.keys(dependencies), 'svelte', 'd3-scale']) expect(names).toContain(name);
  for (const tool of ['vite', 'typescript', 'vitest', '@playwright/test']) expect(names).not.toContain(tool);
  expect(new Set(names).size).toBe(names.length);
});

it('knows the licence of each, which only asks to be kept', () => {
  for (const { name, version, licence, home, text } of all) {
    expect(licence, name).toMatch(/^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|OFL-1\.1|Unlicense|0BSD|MPL-2\.0)$/);
    expect(version, name).toMatch(/^\d+\.\d+\.\d+/);
    expect(home, name).toMatch(/^https?:\/\//);
    // Its author keeps the text in the head of the source.
    if (name !== 'seedrandom') expect(text.length, name).toBeGreaterThan(200);
  }
});
