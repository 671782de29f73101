import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import * as d3 from 'd3';
import { parseAst } from 'vite';
import { expect, it } from 'vitest';
import { withSchemesApart } from './unused-schemes.ts';

const file = readFileSync('node_modules/d3-scale-chromatic/dist/d3-scale-chromatic.mjs', 'utf8');

it('every colour scheme of d3 is made apart, and the same', () => {
  const code = withSchemesApart(file);
  expect(code.match(/\/\* @__PURE__ \*\//g)!.length).toBeGreaterThan(60);
  // Nothing is left that is called as the file is read, but two colours that are written to.
  const calls = (parseAst(code) as unknown as { body: { type: string; start: number; end: number }[] }).body
    .filter(({ type }) => type === 'VariableDeclaration')
    .map(({ start, end }) => code.slice(start, end))
    .filter((text) => /^var [\w$]+ = (new )?[\w$]+\(/.test(text));
  expect(calls).toEqual([expect.stringMatching(/^var c\$1 =/), expect.stringMatching(/^var c =/)]);
});

it('what is asked for is d3’s, scheme by scheme', () => {
  // As a script: what it imports is given to it, what it exports is its value.
  const script = withSchemesApart(file)
    .replace(
      /^import \{([^}]*)\} from .*$/gm,
      (_, names: string) => `var {${names.replaceAll(' as ', ': ')}} = d3;`,
    )
    .replace(/^export \{([^}]*)\};$/m, (_, names: string) => {
      const pairs = names.split(',').map((name) => name.trim().split(' as '));
      return `({${pairs.map(([own, said = own]) => `${said}: ${own}`).join(', ')}})`;
    });
  const made = new Map(Object.entries(runInNewContext(script, { d3 }) as object));
  expect(made.size).toBeGreaterThan(70);
  const shown = (scheme: unknown) =>
    typeof scheme === 'function'
      ? [0, 0.37, 1].map((place) => (scheme as (place: number) => string)(place))
      : JSON.stringify(scheme);
  const theirs = new Map<string, unknown>(Object.entries(d3));
  for (const [name, scheme] of made) expect(shown(scheme), name).toEqual(shown(theirs.get(name)));
});
