/**
 * A lint rule: what a record holds under a name is asked through `lookUp` of src/core/look-up.ts, and put there through
 * `define`. `record[name]` with a name that is any string answers to `constructor` and `__proto__` too, and such names come
 * from outside. Needs types: an index that is a number, a symbol, or one of a few known names is left alone.
 */
import ts from 'typescript';

const LOOSE = ts.TypeFlags.String | ts.TypeFlags.StringMapping | ts.TypeFlags.Any | ts.TypeFlags.Unknown;

const partsOf = (type) => (type.isUnion() ? type.types.flatMap(partsOf) : [type]);

/** Whether a value of the type may be any text at all. */
function isAnyText(checker, type) {
  return partsOf(type).some((part) => {
    if (part.flags & LOOSE) return true;
    if (!(part.flags & ts.TypeFlags.TypeParameter)) return false;
    const constraint = checker.getBaseConstraintOfType(part);
    return constraint !== undefined && constraint !== part && isAnyText(checker, constraint);
  });
}

export const noBareLookup = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      bare: 'The name may be any text, “constructor” too: use lookUp or define of src/core/look-up.ts.',
      within: '“in” sees what every object has, “constructor” too: use Object.hasOwn.',
    },
  },
  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
    const checker = program.getTypeChecker();
    const typeOf = (node) => checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(node));
    return {
      MemberExpression(node) {
        if (!node.computed || node.property.type === 'Literal') return;
        if (isAnyText(checker, typeOf(node.property))) context.report({ node, messageId: 'bare' });
      },
      "BinaryExpression[operator='in']"(node) {
        if (node.left.type !== 'Literal') context.report({ node, messageId: 'within' });
      },
    };
  },
};
