/**
 * d3 puts methods on the shapes and scales it makes, in statements that a bundler keeps, whoever calls them. In a build, those
 * that nobody here calls stay away, with what only they use.
 */
import type { Plugin } from 'vite';
import { edited, type Edit } from './edits.ts';

/** By package, as it writes them: `scale.copy = …`. A test holds that nobody calls them. */
export const UNUSED: Readonly<Record<string, readonly string[]>> = {
  'd3-scale': [
    ...['scale.base', 'scale.copy', 'scale.interpolate'],
    ...['scale.rangeRound', 'scale.tickFormat', 'scale.unknown'],
  ],
  'd3-shape': [
    ...['area.context', 'area.x', 'area.y0', 'area.y1'],
    ...['area.lineX0', 'area.lineX1', 'area.lineY0', 'area.lineY1'],
    ...['line.context', 'line.x', 'line.y'],
    ...['symbol.context', 'symbol.size', 'symbol.type'],
  ],
};

export function unusedMethods(): Plugin {
  return {
    name: 'unused-methods',
    apply: 'build',
    transform(code, id) {
      const [, name = ''] = /\/node_modules\/([\w-]+)\/dist\/[\w.-]+$/.exec(id) ?? [];
      const methods = Object.hasOwn(UNUSED, name) && UNUSED[name];
      return methods ? { code: withoutMethods(this.parse(code), code, methods), map: null } : null;
    },
  };
}

/** As much of the syntax tree as is looked at. */
interface Node {
  type: string;
  start: number;
  end: number;
  expression?: Node;
  left?: Node;
  right?: Node;
}

/** Two methods that are the same one: `area.lineX0 = area.lineY0 = …`. */
const assigned = ({ left, right }: Node, code: string): string[] =>
  left && right ? [code.slice(left.start, left.end), ...assigned(right, code)] : [];

/** @returns without the statements that put these methods on anything, and nothing else */
export function withoutMethods(program: unknown, code: string, methods: readonly string[]): string {
  const cuts: Edit[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    const { type, start, end, expression } = node as Node;
    const names = type === 'ExpressionStatement' && expression ? assigned(expression, code) : [];
    if (names.length > 0 && names.every((one) => methods.includes(one))) cuts.push({ start, end, text: '' });
    else Object.values(node).forEach(walk);
  };
  walk(program);
  return edited(code, cuts);
}
