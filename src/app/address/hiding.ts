/** What a link takes off the stage of the Lab: `hide=menu,race`. For calm, not for secrecy: whoever reads the address sees it. */
import { shorten } from '#core/params.ts';
import { say, type Message } from '#core/types.ts';

/** What can be hidden, by the names that stand in links; `docs/links.md` says what each takes along. */
export const HIDEABLE = [
  'pages',
  'menu',
  'watched',
  'setup',
  'truth',
  'pictures',
  'sentences',
  'race',
  'ranking',
  'moments',
  'player',
  'reset',
] as const;
export type Hideable = (typeof HIDEABLE)[number];

/** Names as a link lists them, each once and in the order of {@link HIDEABLE}; others are left out, with a notice each. */
export function readHide(text: string, notices: Message[]): string {
  const given = new Set(text.split(',').map((name) => name.trim()));
  const known = HIDEABLE.filter((name) => given.delete(name));
  given.delete('');
  for (const name of given)
    notices.push(say('notice.unknown-hide', { given: shorten(name), known: HIDEABLE.join(', ') }));
  return known.join(',');
}

/** Which parts of a stage are hidden. */
export type Without = Readonly<Record<Hideable, boolean>>;
/** @param hide as {@link readHide} gives it */
export const withoutOf = (hide: string): Without => {
  const hidden = hide.split(',');
  return Object.fromEntries(HIDEABLE.map((name) => [name, hidden.includes(name)])) as Without;
};
