/**
 * What the app is made with, for whoever asks: every package that it depends on, by itself or through others, with its version,
 * its licence and that licence's own text. Made from what is installed, as the module `virtual:licences`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export interface Licensed {
  name: string;
  version: string;
  /** SPDX expression. */
  licence: string;
  /** Its home page, or its place in the registry of packages. */
  home: string;
  /** The licence in full, with its copyright line; empty where the package has none. */
  text: string;
}

/** Of the tools that build the app, what is in it afterwards. */
const LEFT_BY_TOOLS = ['svelte', 'clsx', 'esm-env'];

interface Locked {
  packages: Record<string, { dev?: boolean; devOptional?: boolean; peer?: boolean }>;
}
interface Described {
  name: string;
  version: string;
  license?: string;
  homepage?: string;
}

/** By name. @param root of the project */
export function licensed(root = process.cwd()): Licensed[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Locked;
  const ours = Object.entries(packages).flatMap(([path, { dev, devOptional, peer }]) => {
    const name = path.replace(/^.*node_modules\//, '');
    const wanted = !(dev ?? devOptional ?? peer) || LEFT_BY_TOOLS.includes(name);
    return path !== '' && wanted ? [join(root, path)] : [];
  });
  // What is optional may not be there.
  return ours
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map(describe)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function describe(folder: string): Licensed {
  const { name, version, license, homepage } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Described;
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying|notice)(\.\w+)?$/i.test(entry));
  if (!license) throw new Error(`The package ${name} does not say under which licence it is.`);
  return {
    ...{ name, version, licence: license, home: homepage ?? `https://www.npmjs.com/package/${name}` },
    text: file ? readFileSync(join(folder, file), 'utf8').trim() : '',
  };
}

const ID = 'virtual:licences';

export const licences = (): Plugin => ({
  name: 'licences',
  resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
  load(id) {
    if (id !== `\0${ID}`) return undefined;
    const all = licensed();
    // Many packages of one author have one text.
    const texts = [...new Set(all.map(({ text }) => text))];
    const packages = all.map(({ text, ...rest }) => ({ ...rest, text: texts.indexOf(text) }));
    return `const texts = ${JSON.stringify(texts)};
export const packages = ${JSON.stringify(packages)}.map((one) => ({ ...one, text: texts[one.text] }));`;
  },
});
