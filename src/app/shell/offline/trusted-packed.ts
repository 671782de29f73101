/**
 * Trusted Types in the single file (`npm run build:single`), in place of `../trusted.ts`: the only scripts with an address are
 * the workers that stand in the file.
 */
interface Policies {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => unknown;
}

const { trustedTypes, packedWorkers } = globalThis as {
  trustedTypes?: Policies;
  /** `blob:` addresses by name: `tools/single/unpack.ts`. */
  packedWorkers?: Record<string, string>;
};
const known = new Set(Object.values(packedWorkers ?? {}));

trustedTypes?.createPolicy('default', {
  createScriptURL(url) {
    if (known.has(url)) return url;
    throw new TypeError(`Scripts stand in this file, not at ${url}.`);
  },
});

// A module, though it gives nothing: its names are its own.
export {};
