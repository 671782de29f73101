/**
 * Scales of this project lead from numbers to numbers; those of d3 can lead to colours, too, and bring all that they know
 * of them along. In a build they get the one way between two values that is used here, which is d3's own for numbers.
 */
import type { Plugin } from 'vite';

const NUMBERS = 'virtual:numbers-only';
/** As in d3-interpolate. What only scales of colours call is not there. */
const code = `
export const interpolateNumber = (a, b) => ((a = +a), (b = +b), (t) => a * (1 - t) + b * t);
export const interpolate = interpolateNumber;
export const interpolateRound = (a, b) => ((a = +a), (b = +b), (t) => Math.round(a * (1 - t) + b * t));
export const piecewise = undefined;
`;

export function numberScales(): Plugin {
  return {
    name: 'number-scales',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id === 'd3-interpolate' && /\/node_modules\/d3-scale\//.test(importer ?? '')
        ? `\0${NUMBERS}`
        : undefined,
    load: (id) => (id === `\0${NUMBERS}` ? code : undefined),
  };
}
