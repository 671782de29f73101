/**
 * d3’s shapes are one file of all: a curve’s methods are put on it in a statement of their own, which a bundler keeps,
 * used or not. In a build, each becomes one expression, which goes where nobody uses it.
 */
import type { Plugin } from 'vite';
import { edited, type Edit } from './edits.ts';
import { pure } from './late-core.ts';

/** As much of the syntax tree as is looked at. */
interface Node {
  type: string;
  start: number;
  end: number;
  name?: string;
  body?: Node[];
  id?: Node;
  expression?: Node;
  left?: Node;
  right?: Node;
  object?: Node;
  property?: Node;
}

export function shapesByUse(): Plugin {
  return {
    name: 'shapes-by-use',
    apply: 'build',
    transform(code, id) {
      if (!/\/node_modules\/d3-shape\/dist\/[\w.-]+$/.test(id)) return null;
      const joined = withMethods(this.parse(code) as unknown as Node, code);
      return { code: pure(this.parse(joined) as never, joined), map: null };
    },
  };
}

/** Whose methods a statement puts on it: `F.prototype = {}`, or `(F.prototype = Object.create(…)).method = …`. */
function ownerOf({ left, right }: Node): string | undefined {
  const isWhole = left?.property?.name === 'prototype' && right?.type === 'ObjectExpression';
  if (isWhole) return left.object?.name;
  const first = left?.object?.expression ?? left?.object;
  return first?.left?.property?.name === 'prototype' ? first.left.object?.name : undefined;
}

/** `function F() {} F.prototype = {};` as one declaration. */
export function withMethods({ body = [] }: Node, code: string): string {
  const textOf = ({ start, end }: Node) => code.slice(start, end);
  const edits: Edit[] = [];
  for (const statement of body) {
    const name = statement.expression && ownerOf(statement.expression);
    if (name === undefined) continue;
    const made = body.find((one) => one.type === 'FunctionDeclaration' && one.id?.name === name);
    if (!made) continue;
    const whole = `const ${name} = /*@__PURE__*/ (() => { ${textOf(made)} ${textOf(statement)} return ${name}; })();`;
    edits.push({ ...made, text: whole }, { ...statement, text: '' });
  }
  return edited(code, edits);
}
