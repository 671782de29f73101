/**
 * A lint rule: what ends a component, or an effect of one, reads none of its properties, nor what is derived. Whoever owns
 * them may have gone first; Svelte gives back what they were, but not once an event that the removal itself brings about (a
 * field that loses the focus) has been heard. What is to be ended is named where it begins.
 */
const MADE = /^\$(props|derived)$/;

/** Whether a variable is made by `$props()` or `$derived(…)`. */
function isBorrowed({ defs }) {
  return defs.some(({ node }) => {
    const callee = node?.init?.callee;
    return MADE.test((callee?.object ?? callee)?.name ?? '');
  });
}

const isFunction = (node) => /^(ArrowFunctionExpression|FunctionExpression)$/.test(node?.type ?? '');
/** `onMount(…)`, `$effect(…)`, `$effect.pre(…)` and the like. */
function nameOfCall({ callee }) {
  return (callee.object ?? callee).name ?? '';
}

/** Whether a function is what ends something: `onDestroy(it)`, or what an effect or `onMount` gives back. */
function isEnd(node) {
  const { parent } = node;
  if (parent.type === 'CallExpression')
    return nameOfCall(parent) === 'onDestroy' && parent.arguments[0] === node;
  let back = parent;
  while (back.type === 'ConditionalExpression' || back.type === 'LogicalExpression') back = back.parent;
  if (back.type === 'ReturnStatement') while (back && !isFunction(back)) back = back.parent;
  if (!isFunction(back) || back === node) return false;
  const { parent: call } = back;
  return (
    call.type === 'CallExpression' &&
    /^(onMount|\$effect)$/.test(nameOfCall(call)) &&
    call.arguments[0] === back
  );
}

export const noLateProps = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      late: '“{{name}}” may be gone when this ends: take what is to be ended where it begins.',
    },
  },
  create(context) {
    const { scopeManager } = context.sourceCode;
    return {
      ':matches(ArrowFunctionExpression, FunctionExpression)'(node) {
        if (!isEnd(node)) return;
        const scopes = [scopeManager.acquire(node)];
        for (const scope of scopes) {
          scopes.push(...scope.childScopes);
          for (const { identifier, resolved } of scope.references)
            if (resolved && isBorrowed(resolved))
              context.report({ node: identifier, messageId: 'late', data: { name: identifier.name } });
        }
      },
    };
  },
};
