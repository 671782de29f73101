/** README and docs: short enough to be read, linked without gaps, and nothing said twice. Commands: `src/cli/readme.test.ts`. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { decode } from './small-png.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
const pages = ['README.md', 'CONTRIBUTING.md', ...docs.map((name) => `docs/${name}`)];
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** Prose and tables, without what stands in fences. */
const proseOf = (path: string) =>
  textOf(path)
    .replace(/^(`{3,})[^\n]*\n.*?^\1/gms, '')
    // The same table in another language.
    .replace(/<!-- parameters:zh -->.*?<!-- \/parameters:zh -->/gs, '');
/** As links name a heading. */
const anchorsOf = (path: string) =>
  [...proseOf(path).matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('README', () => {
  it('has at most 150 lines, and pictures of at most 2 MB that are there', () => {
    const text = textOf('README.md');
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
    const pictures = [...text.matchAll(/!\[([^\]]+)\]\(([^)]+)\)/g)];
    expect(pictures.map(([, , path]) => path)).toEqual(['docs/pictures/stage.png', 'docs/pictures/run.gif']);
    expect(pictures.every(([, alt]) => alt.length > 40)).toBe(true);
    const bytes = pictures.reduce((sum, [, , path]) => sum + statSync(join(root, path)).size, 0);
    expect(bytes).toBeLessThan(2_000_000);
  });

  it('has a picture of the stage and an animation of every trial', () => {
    const { width, height, rgb } = decode(readFileSync(join(root, 'docs/pictures/stage.png')));
    expect([width, height]).toEqual([1280, 720]);
    expect(new Set(Array.from({ length: 9999 }, (_, i) => rgb[i * 97])).size).toBeGreaterThan(8);
    const gif = readFileSync(join(root, 'docs/pictures/run.gif'));
    expect(gif.subarray(0, 6).toString('latin1')).toBe('GIF89a');
    // A graphic control extension before each frame: no trial yet, and twenty.
    expect(gif.toString('latin1').split('\x21\xf9\x04').length - 1).toBeGreaterThanOrEqual(21);
  });

  it('leads to every page of docs', () => {
    for (const name of docs) expect(textOf('README.md')).toContain(`](docs/${name})`);
  });
});

describe('what is said of dependencies', () => {
  const said = textOf('docs/building.md').split('\n## Dependencies\n')[1];
  const { dependencies, devDependencies, engines } = JSON.parse(textOf('package.json')) as Record<
    'dependencies' | 'devDependencies' | 'engines',
    Record<string, string>
  >;
  const all = { ...dependencies, ...devDependencies };
  const lock = JSON.parse(textOf('package-lock.json')) as {
    packages: Record<string, { version: string; integrity?: string; link?: boolean; inBundle?: boolean }>;
  };

  it('is how many come with the page, and which Node it takes', () => {
    expect(Object.keys(dependencies)).toHaveLength(12);
    expect(said).toContain('holds is twelve packages');
    expect(said).toContain(`Node ${engines.node.replace('>=', '')} and later`);
  });

  it('is which versions are held back, and which ranges are narrow', () => {
    for (const [name, title] of [
      ['vitest', 'Vitest'],
      ['typescript', 'TypeScript'],
    ]) {
      const [major] = lock.packages[`node_modules/${name}`].version.split('.');
      expect(said).toContain(`${title} ${name === 'vitest' ? 'stays at' : 'at'} ${major}`);
      expect(said).toContain(`${title} ${Number(major) + 1}`);
    }
    const names: Record<string, string> = {
      ...{ Svelte: 'svelte', Vite: 'vite', D3: 'd3', Playwright: '@playwright/test' },
      ...{ TypeScript: 'typescript', Vitest: 'vitest' },
      ...{ '`valibot`': 'valibot', '`jsep`': 'jsep', '`seedrandom`': 'seedrandom' },
    };
    const [, listed] = /Ranges with `~` \(([^)]+)\)/.exec(said)!;
    for (const one of listed.split(', ')) expect(all[names[one]], one).toMatch(/^~/);
    expect(listed.split(', ').filter((one) => names[one] in dependencies)).toHaveLength(
      Object.values(dependencies).filter((range) => range.startsWith('~')).length,
    );
  });

  it('is that every package is pinned by its checksum', () => {
    const loose = Object.entries(lock.packages).filter(
      ([path, { integrity, link, inBundle }]) => path !== '' && !integrity && !link && !inBundle,
    );
    expect(loose.map(([path]) => path)).toEqual([]);
    expect(textOf('.npmrc')).toMatch(/^audit=false$/m);
  });
});

describe('docs', () => {
  it.each(pages)('%s: what it links to is there, headings too', (path) => {
    for (const [, target] of proseOf(path)
      .replace(/`[^`\n]*\(lab:[^`\n]*`/g, '')
      .matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [file, anchor] = target.split('#');
      const there = file === '' ? path : join(dirname(path), file);
      expect(existsSync(join(root, there)), `${path}: ${target}`).toBe(true);
      if (anchor) expect(anchorsOf(there), `${path}: ${target}`).toContain(anchor);
    }
  });

  it('say no sentence twice', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const path of pages)
      for (const sentence of proseOf(path).split(/(?<=[.!?])\s+|\n|\|/)) {
        const said = sentence.trim();
        if (said.length < 50 || /^-+$/.test(said)) continue;
        if (seen.has(said)) twice.push(`${seen.get(said)!} and ${path}: ${said}`);
        seen.set(said, path);
      }
    expect(twice).toEqual([]);
  });
});
