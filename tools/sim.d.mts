/**
 * Compiles the command line where a source has changed; several calls at once do no harm.
 * @param cache the folder for what is compiled, one below `node_modules` by default
 * @returns the path of the compiled command
 */
export function compiled(cache?: string): Promise<string>;
