/**
 * A file of texts holds all languages side by side, as authors need it; a page loads one of them. `texts.ts?texts=en` is
 * the file `texts.ts` whose default export has lost every other language, and what stands beside them; `?texts=none` has
 * only that; `?texts=en&only=name,short` keeps nothing else of what is English, `?texts=en&of=a,b` no
 * other entries than these. Development, tests and builds see the same.
 */
import type { Plugin } from 'vite';

/** As much of the syntax tree as is looked at. */
interface Node {
  type: string;
  start: number;
  end: number;
  declaration?: Node;
  body?: Node[];
  properties?: Node[];
  key?: { name?: string; value?: unknown };
  value?: Node;
  computed?: boolean;
}

const ASKED = /[?&]texts=(\w+)(?:&only=([\w,]+))?(?:&of=([\w,-]+))?/;

/** @param languages ids, as they are keys in files of texts */
export function oneLanguage(languages: readonly string[]): Plugin {
  return {
    name: 'one-language',
    // TypeScript is gone by then.
    enforce: 'post',
    // What a file of texts takes from one beside it is in that language, too.
    resolveId: {
      order: 'pre',
      async handler(id, importer) {
        const asked = ASKED.exec(importer ?? '');
        if (!asked || !id.startsWith('./')) return undefined;
        const found = await this.resolve(id, importer!.replace(/\?.*$/, ''), { skipSelf: true });
        return found && { ...found, id: `${found.id}${asked[0]}` };
      },
    },
    transform(code, id) {
      const [, kept, only, of] = ASKED.exec(id) ?? [];
      if (kept === undefined) return null;
      if (kept !== 'none' && !languages.includes(kept))
        this.error(`${id}: there is no language “${kept}”; known are ${languages.join(', ')} and none.`);
      const cut = without(
        this.parse(code) as unknown as Node,
        code,
        languages,
        kept,
        only?.split(','),
        of?.split(','),
      );
      if (cut === undefined)
        this.error(
          `${id}: no languages were found to leave out. Its default export has to be an object that has ${languages.join(', ')} as keys, or objects that have.`,
        );
      // What was cut is blank: every place is where it was, and the source map of before holds.
      return { code: cut, map: null };
    },
  };
}

/** @returns undefined where there is nothing to cut */
function without(
  program: Node,
  code: string,
  languages: readonly string[],
  kept: string,
  only?: readonly string[],
  of?: readonly string[],
): string | undefined {
  const cuts: [from: number, to: number][] = [];
  const exported = program.body?.find(({ type }) => type === 'ExportDefaultDeclaration')?.declaration;
  if (exported) {
    if (of) pick(exported, of);
    look(exported);
  }
  if (cuts.length === 0) return undefined;
  let left = code;
  for (const [from, to] of cuts)
    left = left.slice(0, from) + left.slice(from, to).replace(/[^\n]/g, ' ') + left.slice(to);
  return left;

  function look({ type, end, properties = [] }: Node): void {
    if (type !== 'ObjectExpression') return;
    const named = properties.map(nameOf);
    const spoken = named.some((name) => name !== undefined && languages.includes(name));
    for (const [i, property] of properties.entries()) {
      const name = named[i];
      if (!spoken) {
        // What is cut already is not looked into.
        if (property.value && !cuts.some(([from]) => from === property.start)) look(property.value);
      } else if (name !== undefined && name !== kept && (kept !== 'none' || languages.includes(name))) {
        // With its comma: that of the one before it may end a list.
        cuts.push([property.start, properties[i + 1]?.start ?? end - 1]);
      } else if (only && name === kept && property.value) pick(property.value, only);
    }
  }

  function pick({ properties = [], end }: Node, wanted: readonly string[]): void {
    for (const [i, property] of properties.entries())
      if (!wanted.includes(nameOf(property) ?? ''))
        cuts.push([property.start, properties[i + 1]?.start ?? end - 1]);
  }
}

const nameOf = ({ type, key, computed }: Node): string | undefined =>
  type !== 'Property' || computed ? undefined : (key?.name ?? String(key?.value));
