import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { UNUSED, withoutMethods } from './unused-methods.ts';

it('methods that nobody calls go, wherever they are put on, and others stay', () => {
  const code = [
    'function made(scale, other) {',
    '  scale.twice = (x) => 2 * x;',
    '  scale.written = function (x) { return `${x}`; };',
    '  scale.said = scale.told = () => "";',
    '  scale.kept = scale.told = () => "";',
    '  other.written = 3;',
    '  return scale.twice(3), [scale, other];',
    '}',
    'told.push(...made({}, {}).map(Object.keys));',
  ].join('\n');
  const told: unknown[] = [];
  const without = withoutMethods(parseAst(code), code, ['scale.written', 'scale.said', 'scale.told']);
  runInNewContext(without, { told });
  expect(told).toEqual([['twice', 'told', 'kept'], ['written']]);
});

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(svelte|ts)$/.test(name) && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(join('src', name), 'utf8') }));
const asks = (text: string) => text.includes("from 'd3'");

/** Where the bracket that opens there is closed. */
function closing(text: string, opening: number): number {
  let depth = 0;
  for (let i = opening; i < text.length; i++) {
    if (text[i] === '(') depth += 1;
    else if (text[i] === ')' && (depth -= 1) === 0) return i;
  }
  return text.length;
}
/** What is called on a shape where it is made, `line(…).digits(2)(…)`, or by the name it has been given. */
function calledOn(shape: string, text: string): string[] {
  const called: string[] = [];
  for (const { 0: made, index } of text.matchAll(new RegExp(`(?<![.\\w])${shape}(<\\w+>)?\\(`, 'g'))) {
    let at = closing(text, index + made.length - 1) + 1;
    for (let next; (next = /^\s*\.(\w+)\(/.exec(text.slice(at)));) {
      called.push(next[1]);
      at = closing(text, at + next[0].length - 1) + 1;
    }
    const [, name] = /const (\w+) =\s*$/.exec(text.slice(0, index)) ?? [];
    if (name)
      for (const [, method] of text.matchAll(new RegExp(`\\b${name}\\.(\\w+)\\(`, 'g'))) called.push(method);
  }
  return called;
}
it('calls are found where a shape is made, and by its name', () => {
  const text =
    'const path = line<number>((i) => x(i), (i) => f(y(i))).digits(2).defined(ok); path.curve(soft)(seen);';
  expect(calledOn('line', text)).toEqual(['digits', 'defined', 'curve']);
  expect(calledOn('area', text)).toEqual([]);
});

/** Scales are handed from chart to chart, under any name; shapes stay where they are made. */
const callers = (owner: string, method: string) =>
  sources
    .filter(({ name, text }) =>
      owner === 'scale'
        ? (name.startsWith('charts/') || asks(text)) && text.includes(`.${method}(`)
        : asks(text) && calledOn(owner, text).includes(method),
    )
    .map(({ name }) => name);

describe.each(Object.entries(UNUSED))('%s', (name, methods) => {
  const code = readFileSync(`node_modules/${name}/dist/${name}.mjs`, 'utf8');
  const without = withoutMethods(parseAst(code), code, methods);
  it.each(methods)('%s is there, goes in a build, and is called by nobody', (whole) => {
    const [owner, method] = whole.split('.');
    const put = new RegExp(`\\b${owner}\\.${method} =\\s`);
    expect(code).toMatch(put);
    expect(without).not.toMatch(put);
    expect(callers(owner, method)).toEqual([]);
  });
});
it('what is called is found', () => {
  for (const [owner, method] of [
    ['scale', 'invert'],
    ['line', 'digits'],
    ['area', 'x0'],
    ['area', 'curve'],
  ])
    expect(callers(owner, method), `${owner}.${method}`).not.toEqual([]);
});
