#!/usr/bin/env node
// `npm run sim`: the command line, compiled once, and again whenever a source has changed. Started from TypeScript, every
// call and every thread of a study would read some 250 files anew.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const CACHE = join(root, 'node_modules', '.cache', 'sim');
/** A study may run for days, and reads some of its code only when it is done. */
const KEPT = 7 * 24 * 3_600_000;

/** Changes whenever a source does. */
function stamp() {
  const hash = createHash('sha256');
  const add = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  };
  for (const name of readdirSync(join(root, 'src'), { recursive: true }).sort())
    if (/\.(ts|mjs|json)$/.test(name) && !name.endsWith('.test.ts')) add(join(root, 'src', name));
  for (const name of ['package.json', 'package-lock.json', 'tools/sim.mjs']) add(join(root, name));
  return hash.digest('hex').slice(0, 16);
}

/** @returns the path of the compiled command */
export async function compiled(cache = CACHE) {
  const folder = join(cache, stamp());
  const main = join(folder, 'main.mjs');
  if (existsSync(main)) return main;
  const { build } = await import('vite');
  // Several may compile at once: each in a folder of its own, and whoever is first wins.
  mkdirSync(cache, { recursive: true });
  const own = mkdtempSync(`${folder}.`);
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true,
      outDir: own,
      target: 'node20',
      minify: false,
      rollupOptions: {
        input: { main: join(root, 'src/cli/main.ts'), 'worker-entry': join(root, 'src/cli/study/worker.ts') },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  try {
    renameSync(own, folder);
  } catch (error) {
    if (!existsSync(main)) throw error;
    rmSync(own, { recursive: true, force: true });
  }
  for (const name of readdirSync(cache)) {
    const age = Date.now() - (statSync(join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > KEPT) rmSync(join(cache, name), { recursive: true, force: true });
  }
  return main;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await import(pathToFileURL(await compiled()).href);
