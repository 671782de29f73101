/**
 * Every text at greater length, so that a layout shows what it does not bear: another language, a longer name. Comes only
 * where an address asks for it (`strings=double`, `strings=long`).
 */
import { lookUp } from '#core/look-up.ts';
import type { Alteration } from './spoken.ts';

const BLANK = /(\{\{\w+\}\})/;
const HAN = /\p{Script=Han}/u;
/** Of what each of its letters is made, so that whoever looks sees which words are no texts of ours. */
const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  O: 'Ó',
};

/** Twice, as the language parts words. */
const twice = (text: string): string =>
  text.trim() === '' ? text : HAN.test(text) ? text + text : `${text} ${text}`;

/** A third more of its own words, with accents, between marks. */
function longer(text: string): string {
  if (text.trim() === '') return text;
  const accented = text
    .split(BLANK)
    .map((part) =>
      BLANK.test(part) ? part : part.replace(/[aeiouAEO]/g, (letter) => lookUp(ACCENTS, letter) ?? letter),
    )
    .join('');
  const words = text
    .split(BLANK)
    .filter((part) => !BLANK.test(part))
    .join('')
    .trim();
  const more = [...words]
    .slice(0, Math.ceil([...text].length / 3))
    .join('')
    .trim();
  return `‹${accented}${more && !HAN.test(text) ? ' ' : ''}${more}›`;
}

function alteration(text: (text: string) => string): Alteration {
  const known = new WeakMap<object, object>();
  function texts<Texts extends object>(of: Texts): Texts {
    const before = known.get(of);
    if (before) return before as Texts;
    const made = Object.fromEntries(
      Object.entries(of).map(([name, inner]: [string, unknown]) => [
        name,
        typeof inner === 'string' ? text(inner) : typeof inner === 'object' && inner ? texts(inner) : inner,
      ]),
    ) as Texts;
    known.set(of, made);
    return made;
  }
  return { text, texts };
}

export const ALTERATIONS = { double: alteration(twice), long: alteration(longer) } as const;
