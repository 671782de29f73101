/** How large files and folders may grow, and what tests that share a worker leave alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { thorough } from './thorough.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const LONGEST = 350;
const MEDIAN = 120;
const FULLEST = 20;

const files = ['src', 'e2e', 'bench', 'tools'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll('\\', '/')),
);
const isTest = (path: string) => /\.(test|spec)\.ts$/.test(path);
const isSource = (path: string) => /\.(ts|svelte|mjs|mts|js|css|py)$/.test(path);
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
const lines = new Map(
  files.filter(isSource).map((path) => [path, textOf(path).trimEnd().split('\n').length] as const),
);

describe('files', () => {
  it(`have at most ${LONGEST} lines`, () => {
    const long = [...lines].filter(([, count]) => count > LONGEST);
    expect(long).toEqual([]);
  });

  it(`have fewer than ${MEDIAN} lines, half of them`, () => {
    const counts = [...lines]
      .filter(([path]) => path.startsWith('src/') && !isTest(path))
      .map(([, count]) => count)
      .sort((a, b) => a - b);
    expect(counts.length).toBeGreaterThan(500);
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThan(MEDIAN);
  });
});

describe('folders of src', () => {
  it(`hold at most ${FULLEST} files beside tests and data`, () => {
    const held = new Map<string, number>();
    for (const path of files)
      if (path.startsWith('src/') && isSource(path) && !isTest(path))
        held.set(dirname(path), (held.get(dirname(path)) ?? 0) + 1);
    const full = [...held].filter(([, count]) => count > FULLEST);
    expect(full).toEqual([]);
  });
});

describe('sweeps', () => {
  it('are files that there are', () => {
    expect(thorough.filter((path) => !files.includes(path))).toEqual([]);
    expect(new Set(thorough).size).toBe(thorough.length);
  });
});

describe('tests that share a worker', () => {
  /** Said in the configuration to have a worker of their own. */
  const alone = [...textOf('vite.config.ts').matchAll(/'(src\/[\w/.-]+\.test\.ts)'/g)].map(
    ([, path]) => path,
  );
  it('change nothing that other files would meet there, but by what is put back after each file', () => {
    const tests = files.filter(
      (path) =>
        /^(src|tools)\/.*(\.test|testing[\w-]*)\.ts$/.test(path) &&
        !alone.includes(path) &&
        path !== 'tools/files.test.ts',
    );
    expect(tests.length).toBeGreaterThan(200);
    const lasting =
      /\bvi\.(mock|doMock|useFakeTimers)\b|\bspyOn\((performance|Date)\b|\bglobalThis\.\w+ = |\bprocess\.(chdir|env\.\w+ = )/;
    expect(tests.filter((path) => lasting.test(textOf(path)))).toEqual([]);
  });
});
