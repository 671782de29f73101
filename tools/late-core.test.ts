import { parseAst } from 'vite';
import { expect, it } from 'vitest';
import { pure, withoutFunctions } from './late-core.ts';

type Program = Parameters<typeof pure>[0];
const parse = (code: string) => parseAst(code) as unknown as Program;
const left = (code: string) => withoutFunctions(parse(code), code, 'a.ts');

it('what is declared stays, functions come late, and every line is where it was', () => {
  const code = `import { far } from './far.ts';
export const one = {
  id: 'one',
  params: { n: { kind: 'int', check: (n) => far(n) } },
  *search({ dim }) {
    yield far(dim);
  },
  get lazily() {
    return 1;
  },
};
const unnamed = { search() {} };
export const own = unnamed;
export const list = [{ id: 'two', create: made(far) }];`;
  const said = left(code)!;
  expect(said.split('\n').length).toBe(code.split('\n').length);
  expect(said).toContain(`"search": /*@__PURE__*/ later("a.ts", (file) => file.one["search"])`);
  expect(said).toContain(`"check": /*@__PURE__*/ later("a.ts", (file) => file.one["params"]["n"]["check"])`);
  expect(said).toContain(`"create": /*@__PURE__*/ later("a.ts", (file) => file.list[0]["create"])`);
  expect(said).toContain('get lazily()');
  expect(said).toContain('const unnamed = { search() {} };');
  expect(said).not.toContain('yield');
});

it('what only the functions used goes with them, through others, too', () => {
  const code = `import { far, near } from './far.ts';
import text from './long.json';
import { used } from './used.ts';
import './effect.ts';
const LIMIT = used(1);
const between = () => far(near, text);
function step() {
  return step() + between();
}
export const one = { id: 'one', limit: LIMIT, create: () => step() };`;
  const said = left(code)!;
  expect(said).not.toMatch(/far\.ts|long\.json|step|between/);
  expect(said).toContain('const LIMIT =');
  expect(said).toContain("import { used } from './used.ts';");
  expect(said).toContain("import './effect.ts';");
  expect(said.split('\n').length).toBe(code.split('\n').length);
});

it('a file without functions to leave out is a mistake', () => {
  expect(left(`export const one = { id: 'one' };`)).toBeUndefined();
});

it('calls that make constants may go with them; those inside functions are left alone', () => {
  const code = 'const a = made(other(1), () => called());\nexport function f() { const b = called(); }';
  expect(pure(parse(code), code)).toBe(
    'const a = /*@__PURE__*/ made(/*@__PURE__*/ other(1), () => called());\nexport function f() { const b = called(); }',
  );
});
