/**
 * Scales of this project lead from numbers to numbers; those of d3 can lead to colours, too, and bring all that they know
 * of them along. In a build they get the one way between two values that is used here, which is d3's own for numbers. Ticks
 * have labels of this project (`src/charts/labels.ts`): how d3 writes numbers stays away, too; what would call it is among the
 * methods of `unused-methods.ts`.
 */
import type { Plugin } from 'vite';

/** As in d3-interpolate. What only scales of colours call is not there. */
const numbers = `
export const interpolateNumber = (a, b) => ((a = +a), (b = +b), (t) => a * (1 - t) + b * t);
export const interpolate = interpolateNumber;
export const interpolateRound = (a, b) => ((a = +a), (b = +b), (t) => Math.round(a * (1 - t) + b * t));
export const piecewise = undefined;
`;
/** Of d3-format; `tickFormat` of a scale alone calls these. */
const noFormats = ['format', 'formatPrefix', 'formatSpecifier']
  .concat(['precisionFixed', 'precisionPrefix', 'precisionRound'])
  .map((name) => `export const ${name} = undefined;`)
  .join('\n');

const instead = new Map([
  ['d3-interpolate', numbers],
  ['d3-format', noFormats],
]);
const PREFIX = '\0for-number-scales:';

export function numberScales(): Plugin {
  return {
    name: 'number-scales',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id, importer) =>
      instead.has(id) && /\/node_modules\/d3-scale\//.test(importer ?? '') ? PREFIX + id : undefined,
    load: (id) => (id.startsWith(PREFIX) ? instead.get(id.slice(PREFIX.length)) : undefined),
  };
}
