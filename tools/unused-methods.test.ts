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
/** Scales are handed from chart to chart; shapes stay where they are made. */
const couldCall = {
  'd3-scale': sources.filter(({ name, text }) => name.startsWith('charts/') || text.includes("from 'd3'")),
  'd3-shape': sources.filter(({ text }) => text.includes("from 'd3'")),
};

describe.each(Object.entries(couldCall))('%s', (name, files) => {
  const code = readFileSync(`node_modules/${name}/dist/${name}.mjs`, 'utf8');
  const without = withoutMethods(parseAst(code), code, UNUSED[name]);
  it.each(UNUSED[name])('%s is there, goes in a build, and is called by nobody', (method) => {
    expect(code).toContain(`${method} = `);
    expect(without).not.toContain(`${method} = `);
    const call = new RegExp(`\\.${method.replace(/.*\./, '')}\\(`);
    expect(files.filter(({ text }) => call.test(text)).map((one) => one.name)).toEqual([]);
  });
  it('is called where it is used', () => {
    const called = name === 'd3-scale' ? /\.invert\(/ : /\.digits\(/;
    expect(files.filter(({ text }) => called.test(text)).length).toBeGreaterThan(1);
  });
});
