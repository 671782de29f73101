/**
 * Numbers as they are read: whole ones, and shares in per cent. No share reads as none or as all that is not; the sign does
 * not part from its number.
 */
import { language, percentSign } from '../i18n/index.svelte.ts';
import { factsOf, perLanguage } from '../i18n/languages.ts';

const MOST_DIGITS = 3;

/** A share of runs or of time: “62 %”, “0.4 %”, “99.98 %”. @param least decimals that all of a row have */
export function percent(share: number, least = 0): string {
  if (Number.isNaN(share)) return '–';
  for (let digits = least; digits <= MOST_DIGITS; digits++) {
    const said = (100 * share).toFixed(digits);
    if (share <= 0 || share >= 1 || (Number(said) > 0 && Number(said) < 100))
      return `${said}${percentSign()}`;
  }
  return (share < 0.5 ? '<\u00a00.001' : '>\u00a099.999') + percentSign();
}

/** The same with tenths near none and near all, where they tell something: “62 %”, “6.2 %”. */
export function finePercent(share: number): string {
  const near = share < 0.0995 || share > 0.9005;
  const tenths = Math.round(share * 1000);
  return percent(share, near && tenths % 10 !== 0 ? 1 : 0);
}

/** A share that somebody set, with the digits it has: “1 %”, “0.25 %”. */
export const setPercent = (share: number): string =>
  `${Number((100 * share).toPrecision(3))}${percentSign()}`;

const wholes = perLanguage(({ tag }) => new Intl.NumberFormat(tag));
/** Where three digits begin that end with the last, and others stand before them. */
const THOUSANDS = /(?<=\d)(?=(\d{3})+$)/g;
/** A whole number, its digits in groups: “12,000”. A browser's first format takes as long as a page; whole numbers need none. */
export const whole = (count: number): string =>
  Number.isSafeInteger(count)
    ? String(count).replace(THOUSANDS, factsOf(language()).thousands)
    : wholes(language()).format(count);
