/** How many functions the suite has: known to a page that computes none of them. */
export const BBOB_FUNCTIONS = 24;
