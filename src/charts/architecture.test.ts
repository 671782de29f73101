/** What keeps charts small: few props, few files a folder, short files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const CHARTS = import.meta.dirname;
const MOST_PROPS = 12;
const MOST_FILES = 20;
const MOST_LINES = 350;

const files = readdirSync(CHARTS, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(svelte|ts)$/.test(name),
);
const isTest = (name: string) => name.endsWith('.test.ts');
const textOf = (path: string) => readFileSync(path, 'utf8');

/** The scripts of a component; of any other file its text. */
const codeOf = (path: string, text = textOf(path)) =>
  path.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n')
    : text;
const sourceOf = (path: string, text?: string) =>
  ts.createSourceFile(path, codeOf(path, text), ts.ScriptTarget.Latest, true);

/** Names of the members of a type, own and inherited; what comes from a package does not count. */
function membersOf(type: ts.TypeNode | undefined, source: ts.SourceFile): string[] {
  if (!type) return [];
  if (ts.isTypeLiteralNode(type)) return type.members.flatMap((one) => one.name?.getText(source) ?? []);
  if (ts.isIntersectionTypeNode(type)) return type.types.flatMap((one) => membersOf(one, source));
  if (ts.isTypeReferenceNode(type)) return namedMembers(type.typeName.getText(source), source);
  return [];
}

function namedMembers(name: string, source: ts.SourceFile): string[] {
  for (const statement of source.statements) {
    if (ts.isTypeAliasDeclaration(statement) && statement.name.text === name)
      return membersOf(statement.type, source);
    if (ts.isInterfaceDeclaration(statement) && statement.name.text === name) {
      const own = statement.members.flatMap((one) => one.name?.getText(source) ?? []);
      const parents = (statement.heritageClauses ?? []).flatMap(({ types }) =>
        types.flatMap(({ expression }) => namedMembers(expression.getText(source), source)),
      );
      return [...own, ...parents];
    }
    if (ts.isImportDeclaration(statement) && statement.importClause?.getText(source).includes(name)) {
      const from = (statement.moduleSpecifier as ts.StringLiteral).text;
      const path = resolve(dirname(source.fileName), from);
      if (from.startsWith('.') && existsSync(path)) return namedMembers(name, sourceOf(path));
    }
  }
  return [];
}

/** The props of a component: what its type says, or what it takes apart, whichever is more. */
function propsOf(path: string, text?: string): Set<string> {
  const source = sourceOf(path, text);
  const props = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      node.initializer &&
      /^\$props\(\)$/.test(node.initializer.getText(source))
    ) {
      for (const name of membersOf(node.type, source)) props.add(name);
      if (ts.isObjectBindingPattern(node.name)) {
        for (const { propertyName, name, dotDotDotToken } of node.name.elements)
          if (!dotDotDotToken) props.add((propertyName ?? name).getText(source));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return props;
}

describe('components of charts', () => {
  const components = files.filter((name) => name.endsWith('.svelte'));
  it.each(components)('%s takes at most 12 props', (name) => {
    expect([...propsOf(join(CHARTS, name))].length).toBeLessThanOrEqual(MOST_PROPS);
  });

  it('are counted with all that they take: of their own, inherited, shared, and taken apart', () => {
    const path = join(CHARTS, 'plot', 'Imagined.svelte');
    const own = `<script lang="ts">
      import type { Room } from './layout.ts';
      interface Props extends Room { title: string; onpick?: () => void }
      let { title, onpick: pick, extra, ...rest }: Props = $props();
    </script>`;
    expect([...propsOf(path, own)].sort()).toEqual([
      'extra',
      'height',
      'lean',
      'onpick',
      'right',
      'title',
      'top',
      'type',
      'width',
    ]);
    const inline =
      '<script lang="ts">let { a, b }: { a: number; b: number; c?: string } = $props();</script>';
    expect([...propsOf(path, inline)]).toEqual(['a', 'b', 'c']);
  });
});

describe('lines of charts', () => {
  /** Declarations of a stroke's width that the theme has no say in; the halo of a text belongs to its type. */
  const fixed = (text: string) => {
    const css = [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, inside]) => inside).join('\n');
    const rules = [...css.matchAll(/\{([^{}]*)\}/g)].filter(([, rule]) => !rule.includes('paint-order'));
    return [
      ...rules.flatMap(([, rule]) => rule.match(/stroke-width:(?![^;]*var\(--stroke\b)[^;]*/g) ?? []),
      ...(text.replace(/<(style|script)[\s\S]*?<\/\1>/g, '').match(/stroke-width[=:|].{0,20}/g) ?? []),
    ];
  };
  it.each(files.filter((name) => name.endsWith('.svelte')))('%s are as wide as the theme says', (name) => {
    expect(fixed(textOf(join(CHARTS, name)))).toEqual([]);
  });
  it('are found where they are not', () => {
    expect(fixed('<path stroke-width="2" /><style>path { stroke-width: 3; }</style>')).toHaveLength(2);
    expect(fixed('<style>path { stroke-width: calc(3px * var(--stroke, 1)); }</style>')).toEqual([]);
  });
});

describe('files of charts', () => {
  const folders = [...new Set(files.map((name) => dirname(name)))];
  it.each(folders)('%s holds at most 20 files beside tests', (folder) => {
    expect(files.filter((name) => !isTest(name) && dirname(name) === folder).length).toBeLessThanOrEqual(
      MOST_FILES,
    );
  });
  it.each(files)('%s has at most 350 lines', (name) => {
    expect(textOf(join(CHARTS, name)).split('\n').length, relative(CHARTS, name)).toBeLessThanOrEqual(
      MOST_LINES,
    );
  });
});
