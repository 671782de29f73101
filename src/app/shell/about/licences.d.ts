/** Made by `tools/licences.ts`. */
declare module 'virtual:licences' {
  /** Every package that the app depends on, by name. */
  export const packages: readonly {
    name: string;
    version: string;
    /** SPDX expression. */
    licence: string;
    home: string;
    /** In full; empty where the package brings none. */
    text: string;
  }[];
}
