/** The command line is compiled once for all its calls: `tools/sim.mjs`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { compiled } from '../../tools/sim.mjs';

const folder = mkdtempSync(join(tmpdir(), 'sim-compiled-'));
afterAll(() => rmSync(folder, { recursive: true }));
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

it('is whole where two first calls compile at the same time, and leaves nothing half done', async () => {
  const [one, other] = await Promise.all([compiled(folder), compiled(folder)]);
  expect(other).toBe(one);
  expect(await compiled(folder)).toBe(one);
  expect(readdirSync(folder)).toHaveLength(1);
});

it('runs what `npm run sim` runs, also where the checkout is reached by a link', () => {
  const link = join(folder, 'link');
  symlinkSync(root, link, 'dir');
  for (const place of [root, link]) {
    const { stdout, status } = spawnSync(process.execPath, [join(place, 'tools/sim.mjs'), '--version'], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/\d+\.\d+\.\d+/);
  }
});
