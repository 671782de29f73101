/**
 * Who may import whom, for what dependency-cruiser does not see: imports of types in components, which are gone before it
 * looks. The rules are its own.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

interface Rule {
  name: string;
  from: { path?: string | string[]; pathNot?: string | string[] };
  to: { path?: string | string[]; pathNot?: string | string[]; circular?: boolean };
}
const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: Rule[] };
const rules = forbidden.filter(({ to }) => !to.circular);

const components = Object.entries(
  import.meta.glob<string>('./**/*.svelte', { query: '?raw', import: 'default', eager: true }),
).map(([path, source]) => [posix.join('src', path), source] as const);

/** Paths from the root of the project; packages are left out. */
function importsOf(path: string, source: string): string[] {
  return [...source.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, given]) => {
    if (given.startsWith('.')) return posix.join(posix.dirname(path), given);
    const [, area, rest] = /^#(\w+)\/(.*)$/.exec(given) ?? [];
    return area ? `src/${area}/${rest}` : [];
  });
}

const matches = (path: string, pattern: string | string[] | undefined, otherwise: boolean): boolean =>
  pattern === undefined ? otherwise : [pattern].flat().some((one) => new RegExp(one).test(path));

function broken(from: string, to: string): string[] {
  return rules
    .filter(
      (rule) =>
        matches(from, rule.from.path, true) &&
        !matches(from, rule.from.pathNot, false) &&
        matches(to, rule.to.path, true) &&
        !matches(to, rule.to.pathNot, false),
    )
    .map(({ name }) => `${name}: ${from} → ${to}`);
}

test('components keep to their rooms, types included', () => {
  expect(components.length).toBeGreaterThan(100);
  const imports = components.flatMap(([path, source]) => importsOf(path, source).map((to) => [path, to]));
  expect(imports.filter(([, to]) => !existsSync(to))).toEqual([]);
  expect(imports.flatMap(([from, to]) => broken(from, to))).toEqual([]);
});

test('a page that imports another page is found, and a stage that imports a page', () => {
  expect(broken('src/app/arena/ArenaPage.svelte', 'src/app/lab/lab.svelte.ts')).toHaveLength(1);
  expect(broken('src/app/home/HomePage.svelte', 'src/app/lab/lab.svelte.ts')).toHaveLength(1);
  expect(broken('src/app/stage/race/Race.svelte', 'src/app/lab/lab.svelte.ts')).toHaveLength(1);
  expect(broken('src/app/lab/LabPage.svelte', 'src/app/stage/race/Race.svelte')).toEqual([]);
});
