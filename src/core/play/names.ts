/** Whose code it is: what stands before it on its line, without all that chat programs add. */

/** Longer is no name, but a remark; of it so much is kept. */
const LONGEST = 60;

const TIME = String.raw`\d{1,2}[:：.]\d{2}(?:[:：.]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?`;
const DATE = String.raw`\d{1,4}[./\-年]\s?\d{1,2}(?:[./\-月]\s?\d{1,4}日?)?`;
const DAY = String.raw`(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|星期|周)\S{0,6}`;
const HOUR = String.raw`(?:上午|下午|早上|晚上|中午|凌晨)?\s?${TIME}`;
/** A date, a time, or both, in either order. */
const MOMENT = `(?:${DATE}|${DAY}|${HOUR})(?:[,，]?\\s*(?:${DATE}|${DAY}|${HOUR}))*`;

const LEADING_MOMENT = new RegExp(
  `^[\\[(（【<]?\\s*${MOMENT}(?![\\p{L}\\p{N}])\\s*[\\])）】>]?\\s*(?:[-–—|]\\s*)?`,
  'u',
);
const TRAILING_MOMENT = new RegExp(`(?:^|[\\s,，(（\\[【])\\s*${MOMENT}\\s*[\\])）】]?\\s*$`, 'u');

/** Lists, quotations, emphasis, cells of tables. */
const LEADING_SIGNS = /^[\s>|*_`~•·●▪–—"'“”‘’«»#,;，；、:：([{（【<-]+/u;
const TRAILING_SIGNS = /[\s>|*_`~•·●–—"'“”‘’«»#,;，；、:：()[\]{}（）【】<=→⇒-]+$/u;
/** The address that the code is the end of, and whatever leads to it without a blank. */
const ADDRESS = /\S*(?:\w+:\/\/|#\/|www\.)\S*$/u;
const COLON = /[:：]/u;

/**
 * @param from where the line may be looked at from: behind the code before this one
 * @param at where the code begins
 * @returns '' where there is none
 */
export function nameBefore(text: string, from: number, at: number): string {
  const start = Math.max(from, text.lastIndexOf('\n', at - 1) + 1, at - 400);
  const name = nameIn(text.slice(start, at));
  if (name !== '' || start > text.lastIndexOf('\n', at - 1) + 1) return name;
  // Some programs have a line of their own for name and time, or end it with a colon.
  const end = start - 1;
  if (end <= from) return '';
  const above = text.slice(Math.max(from, text.lastIndexOf('\n', end - 1) + 1), end).trim();
  const header = TRAILING_MOMENT.test(above) || LEADING_MOMENT.test(above) || /[:：]$/u.test(above);
  return header && above.length <= LONGEST + 40 ? nameIn(above) : '';
}

function nameIn(given: string): string {
  let rest = given.replace(ADDRESS, '').replace(LEADING_SIGNS, '');
  // The brackets of a time were signs, too.
  rest = rest.replace(LEADING_MOMENT, '').replace(LEADING_SIGNS, '');
  rest = rest.replace(TRAILING_SIGNS, '').replace(TRAILING_MOMENT, '');
  const colon = COLON.exec(rest);
  if (colon) {
    const [before, after] = [rest.slice(0, colon.index), rest.slice(colon.index + 1)];
    rest = /\p{L}/u.test(before) ? before : after;
  }
  const cells = rest
    .split(/[|\t;]/u)
    .map(trimmed)
    .filter((cell) => /\p{L}/u.test(cell));
  const name = closed(trimmed(cells.at(-1) ?? trimmed(rest)), given);
  return [...name].slice(0, LONGEST).join('').trim();
}

const trimmed = (text: string): string =>
  text.replace(LEADING_SIGNS, '').replace(TRAILING_SIGNS, '').replace(/\s+/g, ' ');

/** “Max (7b)”: a bracket that was opened in the name is no sign around it. */
const closed = (name: string, given: string): string =>
  ['()', '（）', '[]', '【】'].reduce(
    (text, [open, close]) =>
      text.lastIndexOf(open) > text.lastIndexOf(close) && given.includes(close) ? text + close : text,
    name,
  );

/** `…/TbT…?name=Anna`: what follows the code in its link. */
export function nameInLink(after: string): string | undefined {
  const [, given] = /^[?&](?:\S*?&)?name=([^&\s#)\]>]*)/u.exec(after) ?? [];
  if (given === undefined) return undefined;
  const spaced = given.replaceAll('+', ' ');
  let name = spaced;
  try {
    name = decodeURIComponent(spaced);
  } catch {
    // As it stands there.
  }
  // eslint-disable-next-line no-control-regex -- a name is on one line
  return [...name.replace(/[\s\u0000-\u001f]+/gu, ' ')].slice(0, LONGEST).join('').trim();
}
