/** What the tests of `sim study` and `sim merge` share: real commands in folders of their own. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, vi } from 'vitest';
import { compiled } from '../../../tools/sim.mjs';
import { sim } from '../sim.ts';

/** A new folder, which is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sim-study-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The command within this process: as the process of its own, but without its start. */
export async function call(...args: string[]): Promise<{ code: number; told: string }> {
  let told = '';
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += String(text);
    return true;
  });
  try {
    return { code: await sim(args), told };
  } finally {
    spy.mockRestore();
  }
}

export async function expectRefused(args: string[], sentence: string | RegExp): Promise<void> {
  const { code, told } = await call(...args);
  expect(told).toMatch(sentence);
  expect(told).toMatch(/^[^\n]+\.\n$/);
  expect(code).toBe(2);
}

/** Arguments of Node for the command as a process of its own, without another one around it that could be killed instead. */
export const MAIN = [await compiled()];

/** Problems with infeasible trials and with noise; a run that ends early; names that need care. 36 runs. */
export const SMALL = {
  problems: [
    'face-detector',
    { id: 'branin', noise: 0.1, name: 'a, “b” "c"' },
    { id: 'quadratic', name: '# 山谷' },
  ],
  strategies: ['random', 'grid', 'binary', 'nelder-mead'],
  budget: 7,
  repeats: 3,
  seed: 5,
};

export function configIn(folder: string, study: object = SMALL, name = 'study.json'): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(study));
  return path;
}

/** All files of a folder. */
export const contents = (folder: string): Record<string, Buffer> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name, parentPath, path }) => join(parentPath ?? path, name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );

export const FINISHED = ['manifest.json', 'results.csv', 'results.parquet', 'study.json'];
