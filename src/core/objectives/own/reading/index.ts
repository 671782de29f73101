/** Reading a table of trials: from text or bytes to what it means. */
export * from './types.ts';
