/** What JSON.parse passes over in silence: of a key that an object holds twice, it keeps the last. */

/** Texts, and what opens, closes and parts objects and lists; numbers and words between them do not matter. */
const TOKENS = /"(?:[^"\\]+|\\.)*"|[{}[\]:,]/gs;

/** @param text valid JSON @returns the path of the first key that is there twice: `problems.0.noise` */
export function doubledKey(text: string): string | undefined {
  const levels: { keys?: Set<string>; place: string }[] = [];
  let before = '';
  for (const [token] of text.matchAll(TOKENS)) {
    const level = levels.at(-1);
    if (token === '{') levels.push({ keys: new Set(), place: '' });
    else if (token === '[') levels.push({ place: '0' });
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',' && level && !level.keys) level.place = String(Number(level.place) + 1);
    else if (token === ':' && level?.keys) {
      level.place = JSON.parse(before) as string;
      if (level.keys.has(level.place)) return levels.map(({ place }) => place).join('.');
      level.keys.add(level.place);
    }
    before = token;
  }
  return undefined;
}
