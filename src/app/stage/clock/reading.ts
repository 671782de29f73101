/** How long a sentence takes to be read. */

/**
 * Seconds a word takes an adult who reads to themselves: 238 a minute (Brysbaert 2019, J. Mem. Lang. 109, 104047, of 190
 * studies). A number is a word. A 汉字 is given two thirds of a word: most words of Chinese are two characters, few three.
 */
const WORD = 60 / 238;
const CHARACTER = (WORD * 2) / 3;

const HAN = /\p{Script=Han}/gu;
const WORDS = /[\p{L}\p{N}][^\s，。；：（）]*/gu;

/** @returns seconds */
export function readingSeconds(text: string): number {
  const characters = text.match(HAN)?.length ?? 0;
  const words = text.replace(HAN, ' ').match(WORDS)?.length ?? 0;
  return words * WORD + characters * CHARACTER;
}
