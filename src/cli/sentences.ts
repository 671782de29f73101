/**
 * Messages of the core in the command line's language: the page's own English, on one line, with all digits of numbers.
 * Where a page goes on with something else and says so, the command line stops: it has the first half of the sentence.
 */
import * as messages from '../app/i18n/texts/messages.en.ts';
import { problems, reading } from '../app/i18n/texts/problems/refusals.en.ts';
import { notice, refusals } from '../app/i18n/texts/problems/notices.en.ts';
import { fill, fromOne, SECTIONS, splitKey } from '../app/i18n/texts/saying.ts';
import { lookUp } from '#core/look-up.ts';
import type { Message } from '#core/types.ts';

const dictionary = { ...messages, notice, problems, reading };

export function sentence({ key, values }: Message): string {
  const [group, name] = splitKey(key);
  const section = SECTIONS.get(group) ?? 'problems';
  const texts: Readonly<Partial<Record<string, string>>> = dictionary[section];
  const refusal = section === 'notice' ? lookUp(refusals, name) : undefined;
  const text = refusal ?? lookUp(texts, name) ?? texts.other!;
  const said = fill(text, { ...values, ...fromOne(values, []), key });
  // The page shows it beside the field.
  const field = typeof values.field === 'string' && !text.includes('{{field}}') ? `${values.field}: ` : '';
  return `${field}${said}`.replace(/\s+/g, ' ');
}

/** Refusals whose reason follows, in a message of its own. */
const WITH_REASON = ['problem.study-misfit', 'problem.study-refused'];

/** The first refusal, with its reason. */
export const firstRefusal = ([first, second]: readonly Message[]): string =>
  WITH_REASON.includes(first.key) ? `${sentence(first)} ${sentence(second)}` : sentence(first);

/** A sentence with how many others there are like it, which are not said. */
export const withMore = (said: string, more: number): string =>
  more > 0 ? said.replace(/\.$/, ` (${fill(dictionary.notices.more, { count: more })}).`) : said;

export const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
