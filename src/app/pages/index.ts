/** The pages, by their path in the address; the first one is shown by default. */
export const PAGES = ['lab'] as const;
