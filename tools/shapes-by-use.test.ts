import { runInNewContext } from 'node:vm';
import { parseAst } from 'vite';
import { expect, it } from 'vitest';
import { withMethods } from './shapes-by-use.ts';

it('a function and its methods are one expression, and what is put together otherwise stays', () => {
  const code = [
    'function One(a) { this.a = a; }',
    'One.prototype = { b() { return this.a; } };',
    'function Two() {}',
    'Two.prototype = Object.create(One.prototype);',
    'export const made = [new One(3).b(), new Two() instanceof One];',
  ].join('\n');
  const joined = withMethods(parseAst(code) as never, code);
  expect(joined).toMatch(/^const One = \/\*@__PURE__\*\/ \(\(\) => \{ function One/);
  expect(joined).not.toMatch(/^One\.prototype/m);
  expect(joined).toMatch(/^Two\.prototype/m);
});

it('a function whose methods begin with those of another goes with them, too', () => {
  const code = [
    'function One(a) { this.a = a; }',
    'One.prototype = { b() { return this.a; } };',
    'function Two(a) { this.a = 2 * a; }',
    '(Two.prototype = Object.create(One.prototype)).c = function () { return this.b() + 1; };',
    'made.push(new Two(3).c(), new Two(1) instanceof One);',
  ].join('\n');
  const joined = withMethods(parseAst(code) as never, code);
  expect(joined).toMatch(/^const Two = \/\*@__PURE__\*\/ \(\(\) => \{ function Two/m);
  expect(joined).not.toMatch(/^\(Two/m);
  const made: unknown[] = [];
  runInNewContext(joined, { made });
  expect(made).toEqual([7, true]);
});
