/** The pages, by their path in the address; the first one is shown by default. */
export const PAGES = ['lab', 'arena', 'assumptions'] as const;
export type PageId = (typeof PAGES)[number];
