/** The gallery, which is no part of the built app: built for itself, and given to a page without a server. */
import type { Page } from '@playwright/test';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../..');
const PATH = '/gallery/';

/** @returns the folder that it is in */
export async function buildGallery(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'gallery-'));
  await build({
    root: ROOT,
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'error',
    // How the app's own files are put together is nothing to a page that has other ones.
    plugins: [
      {
        name: 'in-no-groups',
        configResolved({ build: { rolldownOptions } }) {
          for (const output of [rolldownOptions.output ?? []].flat()) delete output.codeSplitting;
        },
      },
    ],
    build: {
      ...{ outDir, minify: false, sourcemap: false },
      rolldownOptions: { input: join(ROOT, 'gallery.html') },
    },
  });
  return outDir;
}

export async function openGallery(page: Page, folder: string) {
  await page.route(`**${PATH}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    return route.fulfill({ path: join(folder, pathname.slice(PATH.length)) });
  });
  await page.goto(`${PATH}gallery.html?show=charts`);
}
