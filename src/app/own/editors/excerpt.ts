/** The part of a text around one character, to point at it. */
export interface Excerpt {
  before: string;
  /** The character itself; a blank where the text is at its end. */
  at: string;
  after: string;
}

/** @param around characters on either side at most */
export function excerpt(text: string, at: number, around = 24): Excerpt {
  const place = Math.min(Math.max(0, at), text.length);
  // Half a surrogate pair is no character.
  const character = place < text.length ? String.fromCodePoint(text.codePointAt(place)!) : '';
  const end = place + character.length;
  const from = Math.max(0, place - around);
  const to = Math.min(text.length, end + around);
  const oneLine = (part: string) => part.replace(/\s/g, ' ');
  return {
    before: (from > 0 ? '…' : '') + oneLine(text.slice(from, place)),
    at: oneLine(character) || ' ',
    after: oneLine(text.slice(end, to)) + (to < text.length ? '…' : ''),
  };
}
