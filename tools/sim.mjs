#!/usr/bin/env node
// `npm run sim`: the command line, compiled once and again whenever a source has changed. Started from TypeScript, every
// call and every thread of a study would read some 250 files anew.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, 'node_modules', '.cache', 'sim');

/** Changes whenever a source does. */
function stamp() {
  const hash = createHash('sha256');
  const add = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  };
  for (const folder of ['src/core', 'src/cli'])
    for (const name of readdirSync(join(root, folder), { recursive: true }).sort())
      if (/\.(ts|mjs|json)$/.test(name) && !name.endsWith('.test.ts')) add(join(root, folder, name));
  for (const name of ['package.json', 'package-lock.json', 'tools/sim.mjs']) add(join(root, name));
  return hash.digest('hex').slice(0, 16);
}

/** @returns the compiled command */
export async function compiled() {
  const folder = join(cache, stamp());
  const main = join(folder, 'main.mjs');
  if (existsSync(main)) return main;
  const { build } = await import('vite');
  // Several may compile at once: each in a folder of its own, and whoever is first wins.
  const own = `${folder}.${process.pid}`;
  mkdirSync(cache, { recursive: true });
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
  const others = readdirSync(cache).filter((name) => join(cache, name) !== own);
  try {
    renameSync(own, folder);
  } catch (error) {
    if (!existsSync(main)) throw error;
    rmSync(own, { recursive: true, force: true });
    return main;
  }
  // What an hour ago was the newest may still be running.
  for (const name of others)
    if (Date.now() - statSync(join(cache, name)).mtimeMs > 3_600_000)
      rmSync(join(cache, name), { recursive: true, force: true });
  return main;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1])
  await import(pathToFileURL(await compiled()).href);
