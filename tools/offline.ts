/**
 * The service worker of a build, `sw.js`: it knows every file by name and the build by its version, which the page has, too.
 * Maps of sources are for whoever looks for an error; they are not kept.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as buildWith, type Plugin } from 'vite';
import type { Build } from '../src/app/shell/offline/versions.ts';

const PAGE = 'index.html';

/** @param source path of the worker's source, from the root of the project */
export function offline(source: string): Plugin {
  let root = '';
  let staticFolder = '';
  return {
    name: 'offline',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      staticFolder = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const page = bundle[PAGE];
        // Built for itself, the gallery is no part of the app.
        if (page?.type !== 'asset') return;
        const kept = Object.keys(bundle).filter((name) => name !== PAGE && !name.endsWith('.map'));
        const given = readdirSync(staticFolder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) =>
            join(entry.parentPath, entry.name)
              .slice(staticFolder.length + 1)
              .replaceAll('\\', '/'),
          );
        const html = String(page.source);
        const hash = createHash('sha256').update(html);
        for (const name of [...kept].sort()) {
          const file = bundle[name];
          hash.update(`\n${name}\n`).update(file.type === 'chunk' ? file.code : file.source);
        }
        for (const name of [...given].sort())
          hash.update(`\n${name}\n`).update(readFileSync(join(staticFolder, name)));
        const version = hash.digest('hex').slice(0, 12);
        page.source = html.replace(
          '</title>',
          () => `</title>\n    <meta name="version" content="${version}" />`,
        );
        // First what the page cannot do without.
        const files = ['./', ...kept, ...given];
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: await workerCode(root, source, { version, files }),
        });
      },
    },
  };
}

async function workerCode(root: string, source: string, build: Build): Promise<string> {
  const built = await buildWith({
    ...{ root, configFile: false, publicDir: false, logLevel: 'error' },
    define: { BUILD: JSON.stringify(build) },
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: join(root, source), output: { format: 'iife', codeSplitting: false } },
    },
  });
  const [chunk] = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  if (chunk?.type !== 'chunk') throw new Error(`${source} is not one script.`);
  return chunk.code;
}
