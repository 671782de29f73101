/**
 * d3 makes all of its forty colour schemes as its file is read; this project draws with one. A bundler cannot know that
 * nothing else comes of the others: each is said to be made for nobody but who asks for it.
 */
import type { Plugin } from 'vite';

const MADE = /^var ([\w$]+) = ((?:new Array|colors|ramp(?:\$1)?|interpolateCubehelixLong)\([\s\S]*?\));$/gm;

/** @param code of d3-scale-chromatic */
export const withSchemesApart = (code: string): string =>
  code.replace(MADE, (_, name: string, made: string) => `var ${name} = /* @__PURE__ */ (() => ${made})();`);

export function unusedSchemes(): Plugin {
  return {
    name: 'unused-schemes',
    apply: 'build',
    transform: {
      filter: { id: /\/d3-scale-chromatic\/.*\.m?js$/ },
      handler: (code) => ({ code: withSchemesApart(code), map: null }),
    },
  };
}
