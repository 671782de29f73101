/** What a glossary says of a term: the one form in which texts use it, what it means, and forms that are not used. */
export interface Term {
  form: string;
  /** One sentence, for a reader who meets it for the first time. */
  definition: string;
  /** Other words for the same thing: no text says them. */
  rejected?: readonly RegExp[];
}

/** Terms by their ids, which all languages have in common. */
export const glossary = <Id extends string>(terms: Readonly<Record<Id, Term>>) => terms;
