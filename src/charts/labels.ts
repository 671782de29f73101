/**
 * Labels that tell numbers apart, and are true. All numbers on axes, colour bars and in rankings are written here.
 *
 * A label says its number exactly, or to half a unit of its last digit; different numbers never get the same label. What
 * would take more than six digits is written as the distance from a round number, the offset, that stands at the axis
 * once: 0, 2, 4 and “+123,450”.
 */
import { scaleLinear } from 'd3';
import { formatNumber, MINUS, powerOfTen } from './format.ts';

export interface TickLabels {
  labels: string[];
  /** To be added to every label: with its sign, “+123,450”. */
  offset?: string;
}

/** Digits that a label of its own has at most. */
const MOST_DIGITS = 6;
/** Written without a power of ten: below this, and with at most so many decimals. */
const LARGEST_PLAIN = 100_000n;
const MOST_DECIMALS = 4;
const LARGEST_WHOLE = 1_000_000n;
/** A tick is known to this share of the distance to the next. */
const SURE = 1e-6;

/**
 * @param ticks evenly spaced, as an axis has them; one tick is labelled as it stands
 * @param whole an axis of whole numbers, such as a count of layers: these may be longer before they get a power of ten
 */
export function tickLabels(ticks: readonly number[], whole = false): TickLabels {
  if (ticks.length === 0) return { labels: [] };
  const gaps = ticks.slice(1).map((tick, i) => Math.abs(tick - ticks[i]));
  const step = Math.min(...gaps.filter((gap) => gap > 0));
  const place = Number.isFinite(step) ? lastPlace(ticks, step) : lastPlaceOf(ticks[0]);
  const scaled = ticks.map((tick) => inUnits(tick, place));
  const digits = Math.max(...scaled.map(digitsOf));
  if (ticks.length === 1 || digits <= MOST_DIGITS) return { labels: written(scaled, place, whole) };
  const least = scaled.reduce((a, b) => (b < a ? b : a));
  const most = scaled.reduce((a, b) => (b > a ? b : a));
  const round = 10n ** BigInt(digitsOf(most - least));
  const offset = floorDivide(least, round) * round;
  return {
    labels: written(
      scaled.map((n) => n - offset),
      place,
      whole,
    ),
    offset: signed(offset, place),
  };
}

/** The power of ten, 10ᵖ, of which every tick is a whole multiple: that of the step’s last digit. */
function lastPlace(ticks: readonly number[], step: number): number {
  const first = Math.floor(Math.log10(step) + 1e-9);
  for (let place = first; place > first - 4; place--) {
    // A tick is what binary holds of a decimal number: nearly a multiple.
    if (ticks.every((tick) => nearlyWhole(tick, place, step))) return place;
  }
  return first - 4;
}

function nearlyWhole(tick: number, place: number, step: number): boolean {
  const exact = Number(textOf(inUnits(tick, place), place));
  const known = Math.max(SURE * step, Math.abs(tick) * 2 ** -50);
  return Math.abs(exact - tick) <= known;
}

/** Of a number by itself: that of its last significant digit of twelve. */
function lastPlaceOf(value: number): number {
  if (value === 0) return 0;
  const [mantissa, exponent] = Math.abs(value).toExponential(11).split('e');
  const decimals = mantissa.replace(/^\d\.?/, '').replace(/0+$/, '').length;
  return Number(exponent) - decimals;
}

/** value / 10ᵖˡᵃᶜᵉ to the nearest whole number, exactly: by decimal text, which holds any double. */
function inUnits(value: number, place: number): bigint {
  if (value === 0) return 0n;
  const own = Math.floor(Math.log10(Math.abs(value)));
  const decimals = own - place;
  // Less than half a unit.
  if (decimals < -1) return 0n;
  const [mantissa, exponent] = Math.abs(value)
    .toExponential(Math.max(0, Math.min(100, decimals)))
    .split('e');
  const whole = BigInt(mantissa.replace('.', ''));
  const power = Number(exponent) - (mantissa.length > 1 ? mantissa.length - 2 : 0) - place;
  const n =
    power >= 0
      ? whole * 10n ** BigInt(power)
      : (whole + 5n * 10n ** BigInt(-power - 1)) / 10n ** BigInt(-power);
  return value < 0 ? -n : n;
}

const size = (n: bigint): bigint => (n < 0n ? -n : n);
const digitsOf = (n: bigint): number => size(n).toString().length;
const textOf = (n: bigint, place: number): string => `${n}e${place}`;

function floorDivide(n: bigint, by: bigint): bigint {
  const quotient = n / by;
  return n % by < 0n ? quotient - 1n : quotient;
}

/** Whole multiples of 10ᵖˡᵃᶜᵉ as print has them, all with the same number of decimals. */
function written(scaled: readonly bigint[], place: number, whole: boolean): string[] {
  const largest = scaled.reduce((most, n) => (size(n) > most ? size(n) : most), 0n);
  const plain = isPlain(largest, place, whole);
  return scaled.map((n) => {
    if (n === 0n) return '0';
    return (n < 0n ? MINUS : '') + (plain ? plainly(size(n), place) : scientifically(size(n), place));
  });
}

function isPlain(largest: bigint, place: number, whole: boolean): boolean {
  const limit = whole ? LARGEST_WHOLE : LARGEST_PLAIN;
  if (place >= 0) return place <= MOST_DIGITS && largest * 10n ** BigInt(place) < limit;
  // Many decimals are read where the numbers are not small beside 1.
  const readable = -place <= MOST_DECIMALS || (-place <= MOST_DIGITS && digitsOf(largest) >= -place);
  return readable && largest < limit * 10n ** BigInt(-place);
}

function plainly(n: bigint, place: number): string {
  if (place >= 0) return (n * 10n ** BigInt(place)).toString();
  const digits = n.toString().padStart(1 - place, '0');
  return `${digits.slice(0, place)}.${digits.slice(place)}`;
}

function scientifically(n: bigint, place: number): string {
  const digits = n.toString();
  const exponent = digits.length - 1 + place;
  const rest = digits.slice(1).replace(/0+$/, '');
  const mantissa = rest === '' ? digits[0] : `${digits[0]}.${rest}`;
  return mantissa === '1' ? powerOfTen(exponent) : `${mantissa}×${powerOfTen(exponent)}`;
}

/** An offset in full: “+123,450”, “−3.00012×10¹¹”. */
function signed(n: bigint, place: number): string {
  const sign = n < 0n ? MINUS : '+';
  const digits = size(n).toString().length + place;
  // As long as it reads at a glance.
  if (digits > 9 || digits < -3) return sign + scientifically(size(n), place);
  const [whole, decimals = ''] = plainly(size(n), place).split('.');
  const fraction = decimals.replace(/0+$/, '');
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction && `.${fraction}`);
}

/** Labels of values that need not be evenly spaced, to two digits; where these repeat, to a hundredth of their range. */
export function spacedLabels(values: readonly number[]): TickLabels {
  const brief = values.map((value) => formatNumber(value, 2));
  const known = values.filter(Number.isFinite);
  if (known.length < values.length || new Set(brief).size === new Set(values).size) return { labels: brief };
  const place = Math.floor(Math.log10(Math.max(...known) - Math.min(...known))) - 2;
  const rounded = values.map((value) => Number(textOf(inUnits(value, place), place)));
  return tickLabels(rounded);
}

/** Lengths and ends beyond which powers of ten of a step are no numbers any more. */
const FINEST = 1e-280;
const WIDEST = 1e280;
const SHIFT = 250;

/** About `count` round numbers from lo to hi, of any size: d3's, which stop at 10^±290, shifted where they must be. */
export function roundTicks(lo: number, hi: number, count: number): number[] {
  if (!Number.isFinite(lo) || !Number.isFinite(hi)) return [];
  const far = Math.max(Math.abs(hi), Math.abs(lo));
  const shift = hi > lo && hi - lo < FINEST ? SHIFT : far > WIDEST ? -SHIFT : 0;
  const moved = (value: number, by: number): number => {
    const [mantissa, exponent] = value.toExponential().split('e');
    return Number(`${mantissa}e${Number(exponent) + by}`);
  };
  if (shift === 0) return [...new Set(scaleLinear([lo, hi], [0, 1]).ticks(count))];
  const ticks = scaleLinear([moved(lo, shift), moved(hi, shift)], [0, 1]).ticks(count);
  // Rounded to the digits that a step has, so that 3 × 10⁻³¹⁹ is not 2.9999 of them.
  return [...new Set(ticks.map((tick) => moved(Number(tick.toPrecision(14)), -shift)))];
}

/** Digits of a value in a list; more where another is as near as that, up to {@link MOST_TELLING}. */
const FEWEST_TELLING = 4;
const MOST_TELLING = 8;

/**
 * Values of a list as text, different ones different: to four digits, to more where that does not tell them apart, and,
 * where eight do not, as what they lie above the lowest of those that look alike: “0.1235 + 2×10⁻¹⁰”.
 */
export function tellingLabels(values: readonly number[], fewest = FEWEST_TELLING): string[] {
  const texts = new Map<number, string>();
  let unclear = [...new Set(values)];
  for (let digits = fewest; digits <= MOST_TELLING && unclear.length > 0; digits++) {
    const groups = grouped(unclear, digits);
    const taken = new Set(texts.values());
    unclear = [];
    for (const [text, alike] of groups) {
      if (alike.length === 1 && !taken.has(text)) texts.set(alike[0], text);
      else unclear.push(...alike);
    }
  }
  if (unclear.length > 0) {
    // What they have in common must not read as another value does: as few digits as tell it from that.
    const taken = new Set(texts.values());
    let digits = fewest;
    while (digits < MOST_TELLING && [...grouped(unclear, digits).keys()].some((text) => taken.has(text)))
      digits += 1;
    for (const [text, alike] of grouped(unclear, digits)) {
      const lowest = Math.min(...alike);
      const above = alike.filter((value) => value !== lowest);
      const distances = tellingLabels(
        above.map((value) => value - lowest),
        2,
      );
      texts.set(lowest, text);
      above.forEach((value, i) => texts.set(value, `${text} + ${distances[i]}`));
    }
  }
  return values.map((value) => texts.get(value) ?? formatNumber(value, fewest));
}

function grouped(values: readonly number[], digits: number): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const value of values) {
    const text = formatNumber(value, digits);
    groups.set(text, [...(groups.get(text) ?? []), value]);
  }
  return groups;
}

/** A place in a range, or a value among others in it: with so many digits of the range, whatever it stands on. */
export function formatWithin(value: number, [lo, hi]: readonly [number, number], significant = 3): string {
  const range = hi - lo;
  // Twice as far from 0 as wide, or less: the first digits already move along the range.
  const still = range > 0 ? Math.ceil(Math.log10(Math.max(Math.abs(lo), Math.abs(hi)) / range) - 0.31) : 0;
  return formatNumber(value, Math.min(17, significant + Math.max(0, still)));
}
