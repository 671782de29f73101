import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { interpolateViridis, interpolateWarm, schemeCategory10 } from 'd3';
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

it('what is asked for is d3’s', () => {
  const made = withSchemesApart(
    'function colors(text) {\n  return text.length;\n}\nvar a = colors("abc");\nvar b = new Array(3).concat(\n  "x"\n).map(colors);\n',
  );
  expect(runInNewContext(`${made}; JSON.stringify([a, b])`)).toBe('[3,[null,null,null,1]]');
  // As the charts have them.
  expect([interpolateViridis(0.5), schemeCategory10[0], interpolateWarm(0)]).toEqual([
    '#21918c',
    '#1f77b4',
    'rgb(110, 64, 170)',
  ]);
});
