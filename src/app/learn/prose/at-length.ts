/** Chapters at greater length, like all other texts (`strings=double`, `strings=long`): comes only where an address asks for it. */
import { ALTERATIONS } from '../../i18n/altered.ts';

/** Fields with words of ours; other texts are ids, addresses, formulas. */
const WORDS = new Set(['title', 'question', 'text', 'form', 'definition']);
/** Fields without any. */
const WORDLESS = new Set(['figure', 'prediction', 'predictions', 'references', 'truths']);

/** What is compiled from a chapter, or what is known of one before it is opened, with all it says at greater length. */
export const atLength = <Part extends object>(part: Part, how: keyof typeof ALTERATIONS): Part =>
  longer(part, ALTERATIONS[how].text) as Part;

function longer(part: object, text: (text: string) => string): unknown {
  // In a list, a text is a piece of prose.
  if (Array.isArray(part))
    return part.map((one: unknown) =>
      typeof one === 'string' ? text(one) : typeof one === 'object' && one ? longer(one, text) : one,
    );
  const code = 'kind' in part && part.kind === 'code';
  return Object.fromEntries(
    Object.entries(part).map(([name, inner]: [string, unknown]) => {
      if (WORDLESS.has(name) || code) return [name, inner];
      if (typeof inner === 'string') return [name, WORDS.has(name) ? text(inner) : inner];
      return [name, typeof inner === 'object' && inner ? longer(inner, text) : inner];
    }),
  );
}
