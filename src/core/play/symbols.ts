/**
 * Symbols that people type by hand: Crockford’s base 32, without I, L, O and U. Small letters, O for 0, I and L for 1,
 * hyphens and blanks are read as they are meant.
 *
 * The last symbol is a check: symbols are elements of the field of 32, and Σ cᵢ αⁱ has to be a constant. As the powers of
 * α differ, one wrong symbol is always found, and so are two that changed places, wherever they stand (a Reed–Solomon
 * code with one check symbol).
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Symbols as typed, without what only parts them; or the first character that is none. */
export function symbolsOf(text: string): { symbols: number[] } | { character: string } {
  const symbols: number[] = [];
  for (const character of text.replace(/[\s\p{Pd}]/gu, '')) {
    const meant = character.toUpperCase().replace('O', '0').replace(/[IL]/, '1');
    const symbol = meant.length === 1 ? ALPHABET.indexOf(meant) : -1;
    if (symbol < 0) return { character };
    symbols.push(symbol);
  }
  return { symbols };
}

export const textOf = (symbols: readonly number[]): string =>
  symbols.map((symbol) => ALPHABET[symbol]).join('');

/** αᵏ of the field with α⁵ = α² + 1, of which α is a generator: its first 31 powers differ. */
const POWERS = Array.from({ length: 31 }, () => 1);
for (let k = 1; k < 31; k++) {
  const doubled = POWERS[k - 1] << 1;
  POWERS[k] = doubled & 32 ? doubled ^ 0b100101 : doubled;
}
const times = (symbol: number, k: number): number =>
  symbol === 0 ? 0 : POWERS[(POWERS.indexOf(symbol) + k) % 31];

/** What the sum has to be: not 0, so that nothing but zeros is no code. */
const WHOLE = 21;

/** The symbol that belongs behind these, at most 30. */
export const checkSymbol = (symbols: readonly number[]): number =>
  // The check itself stands at α⁰.
  symbols.reduce((sum, symbol, i) => sum ^ times(symbol, i + 1), WHOLE);
