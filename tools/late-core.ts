/**
 * A page shows what workers compute: of a strategy it needs what is declared (settings, source), not the search; of a
 * problem that is not on screen not its formulas and tables. In the built page, functions of exported objects in the files
 * chosen here are left out, with all that only they use. The whole files are one chunk of their own, which
 * `virtual:late-core` loads; until then, a call of what was left out is an error. Workers, the command line, tests and the
 * development server have whole files.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { edited, type Edit } from './edits.ts';

const VIRTUAL = 'virtual:late-core';
const FILES = 'virtual:late-core/files';
const WHOLE = /[?&]whole\b/;
/** Members that are functions, by whatever expression they are made. */
const MADE = new Set(['search', 'create', 'check']);

/** As much of the syntax tree as is looked at. */
interface Node {
  type: string;
  start: number;
  end: number;
  kind?: string;
  body?: Node[];
  declaration?: Node;
  id?: { name?: string };
  declarations?: (Node & { id: { name?: string }; init?: Node })[];
  properties?: Node[];
  elements?: (Node | null)[];
  specifiers?: { local?: { name: string } }[];
  key?: { name?: string; value?: unknown };
  value?: Node;
  computed?: boolean;
}

/** In the page itself: whatever was left out comes with `bringCode`. */
const runtime = `
let files, coming;
const left = new WeakSet();
export const later = (file, pick) => {
  const call = (...given) => {
    if (!files) throw new Error('The code of ' + file + ' has not been loaded yet.');
    return pick(files[file])(...given);
  };
  left.add(call);
  return call;
};
export const isLeftOut = (call) => files === undefined && left.has(call);
export const codeIsThere = () => files !== undefined;
export const bringCode = () => (coming ??= load());
// Vite takes what follows an import as a part of it: a style that does not come would pass by a handler there.
async function load() {
  try {
    const loaded = await import('${FILES}');
    files = loaded.files;
  } catch (error) {
    coming = undefined;
    throw error;
  }
}
`;
/** Where files are whole. */
const whole = `
export const isLeftOut = () => false;
export const codeIsThere = () => true;
export const bringCode = async () => {};
`;

/**
 * @param sources folders of the sources, or single files, from the root of the project
 * @param chosen whether the functions of a file with this text come late
 */
export function lateCore(sources: readonly string[], chosen: (text: string) => boolean): Plugin {
  let late = new Map<string, string>();
  let core = '';
  let folders: string[] = [];
  const beside = (id: string) =>
    id.endsWith('.ts') && folders.some((source) => id === source || id.startsWith(`${source}/`));
  let building = false;
  return {
    name: 'late-core',
    enforce: 'post',
    configResolved({ root, command, isWorker }) {
      building = command === 'build' && !isWorker && process.env.VITEST === undefined;
      if (!building) return;
      core = join(root, 'src/core/').replaceAll('\\', '/');
      folders = sources.map((source) => join(root, source).replaceAll('\\', '/'));
      const inside = (folder: string) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
          .map((name) => `${folder}/${name}`.replaceAll('\\', '/'));
      const paths = sources
        .flatMap((source) => (source.endsWith('.ts') ? [source] : inside(source)))
        .filter((path) => chosen(readFileSync(join(root, path), 'utf8')));
      late = new Map(paths.map((path) => [join(root, path).replaceAll('\\', '/'), path]));
    },
    resolveId: {
      order: 'pre',
      async handler(id, importer) {
        if (id === VIRTUAL || id === FILES) return `\0${id}`;
        // What a whole file shares with its declaration (a limit, a list of options) is there twice, small and whole:
        // a module lies in one chunk only, and would draw everything into that of the page.
        if (!building || importer === undefined || !WHOLE.test(importer) || !id.startsWith('.'))
          return undefined;
        const found = await this.resolve(id, importer.replace(/\?.*$/, ''), { skipSelf: true });
        return found && beside(found.id) ? { ...found, id: `${found.id}?whole` } : found;
      },
    },
    load(id) {
      if (id === `\0${VIRTUAL}`) return building ? runtime : whole;
      if (id !== `\0${FILES}`) return undefined;
      const files = [...late];
      return [
        ...files.map(([file], i) => `import * as file${i} from ${JSON.stringify(`${file}?whole`)};`),
        `export const files = { ${files.map(([, path], i) => `${JSON.stringify(path)}: file${i}`).join(', ')} };`,
      ].join('\n');
    },
    transform(code, id) {
      if (!building || !id.startsWith(core) || !/\.ts(\?|$)/.test(id)) return null;
      const path = late.get(id);
      const program = this.parse(code) as unknown as Node;
      const left = path === undefined ? pure(program, code) : withoutFunctions(program, code, path);
      if (left === undefined)
        this.error(`${path}: it exports no object with functions that could come late.`);
      // Lines are where they were; so is nearly all on them.
      return { code: path === undefined ? left : `import { later } from '${VIRTUAL}'; ${left}`, map: null };
    },
  };
}

/** The core's files declare, and do nothing else when they are loaded: calls that make a constant may be left out with it. */
export const pure = (program: Node, code: string): string => edited(code, pureMarks(program));

function pureMarks(program: Node): Edit[] {
  const marks: Edit[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null || !('type' in node)) return;
    const { type, start } = node as Node;
    if (/Function|Class/.test(type)) return;
    if (type === 'CallExpression' || type === 'NewExpression')
      marks.push({ start, end: start, text: '/*@__PURE__*/ ' });
    Object.values(node).forEach(walk);
  };
  for (const { type, declaration, declarations } of program.body ?? []) {
    const made = type === 'VariableDeclaration' ? declarations : declaration?.declarations;
    for (const { init } of made ?? []) walk(init);
  }
  return marks;
}

/**
 * What only the functions used goes with them, declarations and imports alike: the page's chunk is made of all that its
 * files import, and of all that those do.
 */
function unused({ body = [] }: Node, code: string, cuts: readonly Edit[]): Edit[] {
  const textOf = ({ start, end }: Node) =>
    edited(
      code.slice(start, end),
      cuts
        .filter((cut) => start <= cut.start && cut.end <= end)
        .map((cut) => ({ ...cut, start: cut.start - start, end: cut.end - start })),
    );
  /** By what it can be used; undefined where it stays anyway. */
  const namesOf = ({ type, id, declarations, specifiers = [] }: Node): string[] | undefined => {
    if (type === 'ImportDeclaration') return specifiers.map(({ local }) => local!.name);
    if (type === 'FunctionDeclaration' || type === 'ClassDeclaration') return [id!.name!];
    const names = (declarations ?? []).map(({ id: { name } }) => name);
    return names.every((name) => name !== undefined) ? names : undefined;
  };
  let open = body.flatMap((node) => {
    const names = namesOf(node);
    return names && names.length > 0 ? [{ node, names }] : [];
  });
  const candidates = new Set(open.map(({ node }) => node));
  let fresh = body
    .filter((node) => !candidates.has(node))
    .map(textOf)
    .join('\n');
  while (fresh !== '') {
    const isUsed = ({ names }: { names: string[] }) =>
      names.some((name) => new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(fresh));
    const used = open.filter(isUsed);
    open = open.filter((one) => !used.includes(one));
    fresh = used
      .filter(({ node }) => node.type !== 'ImportDeclaration')
      .map(({ node }) => textOf(node))
      .join('\n');
  }
  return open.map(({ node: { start, end } }) => ({ start, end, text: '' }));
}

/** @returns undefined where there is nothing to leave out */
export function withoutFunctions(program: Node, code: string, path: string): string | undefined {
  const cuts: Edit[] = [];
  for (const { type, declaration } of program.body ?? [])
    if (type === 'ExportNamedDeclaration' && declaration?.type === 'VariableDeclaration')
      for (const { id, init } of declaration.declarations ?? []) if (init) look(init, `.${id.name}`);
  if (cuts.length === 0) return undefined;
  cuts.push(...unused(program, code, cuts));
  const inside = ({ start }: Edit) => cuts.some((cut) => cut.start <= start && start < cut.end);
  return edited(code, [...cuts, ...pureMarks(program).filter((mark) => !inside(mark))]);

  function look({ type, properties = [], elements = [] }: Node, place: string): void {
    if (type === 'ArrayExpression') {
      for (const [i, element] of elements.entries()) if (element) look(element, `${place}[${i}]`);
      return;
    }
    if (type !== 'ObjectExpression') return;
    for (const property of properties) {
      const { type: kind, key, value, computed } = property;
      if (kind !== 'Property' || property.kind !== 'init' || computed || !key || !value) continue;
      const name = key.name ?? String(key.value);
      const there = `${place}[${JSON.stringify(name)}]`;
      if (/Function/.test(value.type) || (MADE.has(name) && value.type !== 'ObjectExpression')) {
        const text = `${JSON.stringify(name)}: /*@__PURE__*/ later(${JSON.stringify(path)}, (file) => file${there})`;
        cuts.push({ start: property.start, end: property.end, text });
      } else look(value, there);
    }
  }
}
