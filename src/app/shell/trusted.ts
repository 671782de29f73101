/**
 * Trusted Types, where the browser has them: a script, a worker's too, is one of this app's own files. The page's policy
 * (`tools/policy.ts`) lets no other text become the address of one.
 */
interface Policies {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => unknown;
}

const { trustedTypes } = globalThis as { trustedTypes?: Policies };

trustedTypes?.createPolicy('default', {
  createScriptURL(url) {
    const { origin } = new URL(url, location.href);
    if (origin === location.origin) return url;
    throw new TypeError(`Scripts come from ${location.origin}, not from ${origin}.`);
  },
});
