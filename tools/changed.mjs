// What a branch changes, and which tests that concerns, the nearest first.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Where a branch may have begun; the first that is there. */
const BASES = ['upstream/main', 'upstream/master', 'origin/main', 'origin/master', 'main', 'master'];

function git(...args) {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.split('\0').filter(Boolean) : undefined;
}

/**
 * Paths that are staged, changed, new, deleted, or in commits since the branch began.
 * @returns {{ files: string[], base: string | undefined } | undefined} undefined: this is no Git repository
 */
export function changedFiles() {
  const now = git('diff', '--name-only', '--no-renames', '--relative', '-z', 'HEAD');
  if (!now) return undefined;
  const fresh = git('ls-files', '--others', '--exclude-standard', '-z') ?? [];
  let base;
  let committed = [];
  for (const name of BASES) {
    const [from] = git('merge-base', 'HEAD', name)?.map((line) => line.trim()) ?? [];
    if (!from) continue;
    base = name;
    committed = git('diff', '--name-only', '--no-renames', '--relative', '-z', from, 'HEAD') ?? [];
    break;
  }
  return { files: [...new Set([...now, ...fresh, ...committed])].sort(), base };
}

const SOURCE = /\.(ts|mts|mjs|js|svelte|json)$/;
const isTest = (path) => path.endsWith('.test.ts');
const IMPORT = /(?:\bfrom|\bimport|\bURL\()\s*\(?\s*['"]([^'"\n]+)['"]/g;

/** Who imports whom, the other way round, by file: a regular expression is enough to put tests in an order. */
function importers(paths) {
  const known = new Set(paths);
  const by = new Map();
  for (const path of paths) {
    if (path.endsWith('.json')) continue;
    for (const [, name] of readFileSync(path, 'utf8').matchAll(IMPORT)) {
      const to = name.startsWith('#')
        ? `src/${name.slice(1)}`
        : normalize(join(dirname(path), name)).replaceAll('\\', '/');
      if (known.has(to)) by.set(to, [...(by.get(to) ?? []), path]);
    }
  }
  return by;
}

/**
 * Test files by how many imports lie between them and what changed. A file that nobody imports, data for instance,
 * concerns the tests of its folder, or of the next one above that has some.
 * @returns {Map<string, number>} nearest first
 */
export function concernedTests(changed) {
  const paths = ['src', 'tools'].flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => SOURCE.test(path)),
  );
  const tests = paths.filter(isTest);
  const by = importers(paths);
  const found = new Map();
  const seen = new Set();
  let ring = changed;
  for (let distance = 0; ring.length > 0; distance++) {
    const next = [];
    for (const path of ring) {
      if (seen.has(path)) continue;
      seen.add(path);
      if (isTest(path) && existsSync(path)) found.set(path, distance);
      const above = by.get(path) ?? [];
      next.push(...above);
      if (above.length > 0 || isTest(path)) continue;
      if (distance > 0) continue;
      for (let folder = dirname(path); /^(src|tools)\b/.test(folder); folder = dirname(folder)) {
        const beside = tests.filter((test) => dirname(test) === folder);
        next.push(...beside);
        if (beside.length > 0) break;
      }
    }
    ring = next;
  }
  return found;
}
