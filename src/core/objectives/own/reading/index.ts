/** Reading a table of trials: from text or bytes to what it means. */
export * from './types.ts';
export { LARGEST_TABLE, readTable, readTableBytes, tableNames } from './read.ts';
export { makerName } from './makers/index.ts';
