/** Limits of formulas and domains: known to a page that reads none. */

/** Characters of a formula at most: some hundred terms, and a link still holds it. */
export const LONGEST_FORMULA = 2000;
/** The most variables that a formula has. */
export const MOST_VARIABLES = 6;
/** Characters of a text that says domains, at most. */
export const LONGEST_SPACE = 500;
