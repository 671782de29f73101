/** Made by `tools/late-core.ts`. */
declare module 'virtual:late-core' {
  /** Whether a function of the core is not there yet: calling it would be an error. */
  export const isLeftOut: (call: unknown) => boolean;
  /** Whether all of the core is there. */
  export const codeIsThere: () => boolean;
  /** Loads what was left out. Rejects with the browser's error; may be asked again. */
  export const bringCode: () => Promise<void>;
}
