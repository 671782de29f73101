/** Compiles the command line where a source has changed. @returns the path of the compiled command */
export function compiled(): Promise<string>;
