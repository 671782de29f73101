/**
 * What the built page may do, as a Content-Security-Policy: everything from its own folder, and nothing from elsewhere. What is
 * made in the page may be seen (pictures of charts are `data:` and `blob:`) but not run.
 */
import type { Plugin } from 'vite';

/** Directives, without those that a page cannot give itself (`frame-ancestors`, `report-to`, `sandbox`). */
export const POLICY: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  // No style element and no style attribute; what a script sets of a style is no such thing.
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'worker-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  // Where the browser has them: text becomes markup, or the address of a script, by these alone (`src/app/shell/trusted.ts`).
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['default', 'svelte-trusted-html', 'formulas'],
};

export const policyText = (policy = POLICY): string =>
  Object.entries(policy)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');

export function policy(): Plugin {
  return {
    name: 'policy',
    // The development server puts styles into the page itself.
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: policyText() },
          // Before anything that it is about.
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
