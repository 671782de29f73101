/** From hyperparameter values to pixels, and ticks that fit. */
import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3';
import { formatNumber, powerOfTen } from './format.ts';
import { roundTicks, tickLabels } from './labels.ts';
import type { Axis } from './types.ts';

export type Scale = ScaleContinuousNumeric<number, number>;

export interface Tick {
  value: number;
  label: string;
  /** To be added to the labels of its axis, which states it once: “+123,450”. */
  offset?: string;
}

/** An axis’s label with the offset of its ticks, if they have one; the offset is never cut. */
export function withOffset(label: string, ticks: readonly Tick[], width: number, size: number): string {
  const offset = ticks[0]?.offset;
  if (offset === undefined) return fitText(label, width, size);
  return `${fitText(label, Math.max(0, width - textWidth(`  ${offset}`, size)), size)}\u2002${offset}`;
}

/** Beyond these, the length of a range is no number. */
const FARTHEST = 8e307;
const NARROWEST = 1e-200;
/** From here on, the distance of a number to an end may be none: more than half a unit in the last place of the largest. */
const OVERFLOWING = 1e290;

/**
 * The axis's own scale. An integer axis gives every value a cell of the same width, on a log axis too, as the
 * search space does.
 */
export function axisScale({ scale, lo, hi, integer }: Axis, range: readonly [number, number]): Scale {
  if (integer) return scaleLinear([lo - 0.5, hi + 0.5], range);
  if (scale === 'log') return scaleLog([lo, hi], range);
  // Beside the largest numbers, and in units of the smallest, what lies beyond an end may have no distance to it that is
  // a number: it is drawn at the end.
  const extreme = Math.max(Math.abs(lo), Math.abs(hi)) >= OVERFLOWING || hi - lo < NARROWEST;
  return scaleLinear([lo, hi], range).clamp(extreme);
}

/** Advance widths in ems, as in Inter: enough to tell whether labels collide, without a browser. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) {
    if (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(character)) ems += 1;
    else if (/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉]/.test(character)) ems += 0.5;
    else if (/[ \u00a0.,:;'|iIjl()]/.test(character)) ems += 0.3;
    else if (/[A-ZmwMW]/.test(character)) ems += 0.72;
    else ems += 0.62;
  }
  return ems * size;
}

/** Cut to `width` with an ellipsis, where it must be. */
export function fitText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** Ticks of one linear axis share their number of decimals; 0 is 0. */
function linearTicks(values: readonly number[], whole = false): Tick[] {
  const step = values.length > 1 ? Math.abs(values[1] - values[0]) : Math.abs(values[0] ?? 1) || 1;
  const exact = values.map((value) => (Math.abs(value) < step * 1e-6 ? 0 : value));
  const { labels, offset } = tickLabels(exact, whole);
  return exact.map((value, i) => ({ value, label: labels[i], ...(offset !== undefined && { offset }) }));
}

function logTicks(lo: number, hi: number, count: number): Tick[] {
  const from = Math.ceil(Math.log10(lo) - 1e-9);
  const to = Math.floor(Math.log10(hi) + 1e-9);
  const decades = to - from + 1;
  if (decades < 2 || count >= decades * 3) {
    const mantissas = count >= (Math.log10(hi) - Math.log10(lo)) * 3 ? [1, 2, 5] : [1, 3];
    const ticks: Tick[] = [];
    for (let exponent = from - 1; exponent <= to; exponent++) {
      for (const mantissa of mantissas) {
        // Through decimal text: 5e-4 is not 5 × 10 ** -4 in binary.
        const value = Number(`${mantissa}e${exponent}`);
        if (value >= lo * (1 - 1e-9) && value <= hi * (1 + 1e-9))
          ticks.push({ value, label: formatNumber(value) });
      }
    }
    if (ticks.length > 1) return ticks;
    return linearTicks(roundTicks(lo, hi, Math.max(2, count)));
  }
  const every = Math.max(1, Math.ceil(decades / Math.max(1, count)));
  const plain = from >= -2 && to <= 4;
  const ticks: Tick[] = [];
  // Multiples of the step, so that 10⁰ is among them.
  for (let exponent = Math.ceil(from / every) * every; exponent <= to; exponent += every) {
    const value = Number(`1e${exponent}`);
    ticks.push({ value, label: plain ? formatNumber(value) : powerOfTen(exponent) });
  }
  return ticks;
}

function ticksOf(axis: Axis, count: number): Tick[] {
  if (axis.scale === 'log' && !axis.integer) return logTicks(axis.lo, axis.hi, count);
  const values = roundTicks(axis.lo, axis.hi, count);
  if (!axis.integer) return linearTicks(values);
  // Both ends of an integer axis are values that can be tried: name the lower one, d3 may start above it.
  const whole = values.filter(Number.isInteger);
  return linearTicks(whole.length > 0 ? whole : [axis.lo], true);
}

/** Do neighbouring labels keep half an em between them? */
function fits(ticks: readonly Tick[], scale: Scale, size: number, horizontal: boolean): boolean {
  return ticks.every(({ value, label }, i) => {
    if (i === 0) return true;
    const distance = Math.abs(scale(value) - scale(ticks[i - 1].value));
    const needed = horizontal
      ? (textWidth(label, size) + textWidth(ticks[i - 1].label, size)) / 2 + size * 0.7
      : size * 1.6;
    return distance >= needed;
  });
}

/** As many ticks as fit the axis's length at font size `size`, calmly: about one per five ems across. */
export function axisTicks(axis: Axis, scale: Scale, size: number, horizontal: boolean): Tick[] {
  const [a, b] = scale.range();
  const wanted = Math.max(3, Math.floor(Math.abs(b - a) / (size * (horizontal ? 5.5 : 3.2))));
  for (let count = Math.min(wanted, 10); count > 1; count--) {
    const ticks = ticksOf(axis, count);
    if (fits(ticks, scale, size, horizontal)) return ticks;
  }
  return ticksOf(axis, 1).slice(0, 1);
}

/** Powers of two along a log axis, as many as fit: all of them, every second one … */
export function doublingTicks(lo: number, hi: number, scale: Scale, size: number): Tick[] {
  const from = Math.ceil(Math.log2(lo) - 1e-9);
  const to = Math.floor(Math.log2(hi) + 1e-9);
  for (let every = 1; ; every++) {
    const ticks: Tick[] = [];
    for (let power = from; power <= to; power += every) {
      ticks.push({ value: 2 ** power, label: formatNumber(2 ** power, 6) });
    }
    if (ticks.length <= 1 || fits(ticks, scale, size, true)) return ticks;
  }
}

/** An axis for values (of the objective) rather than of a hyperparameter. */
export const valueAxis = (
  label: string,
  [lo, hi]: readonly [number, number],
  scale: Axis['scale'] = 'linear',
): Axis => ({ label, scale, lo, hi, integer: false });

/** A range that can be drawn: not wider than numbers go. */
export function withinNumbers(lo: number, hi: number): [number, number] {
  const inside = (value: number) => Math.min(FARTHEST, Math.max(-FARTHEST, value));
  return [inside(lo), inside(hi)];
}

/**
 * The range of `values` with a margin of `pad` of its length on both sides; a range without length gets one.
 * Values that are not finite do not count; with none at all it is [0, 1].
 */
export function paddedDomain(values: Iterable<number>, pad = 0.06): [number, number] {
  let lo = Infinity;
  let hi = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    lo = Math.min(lo, value);
    hi = Math.max(hi, value);
  }
  if (lo > hi) return [0, 1];
  const margin = hi * pad - lo * pad || Math.abs(lo) * 0.1 || 1;
  return withinNumbers(lo - margin, hi + margin);
}

/**
 * The range of a curve whose few depths would flatten everything else (a logarithm falls to −∞ at every point that
 * is already known): depths more than twice as far below the usual as the usual lies below the top are cut off.
 */
export function uprightDomain(values: readonly number[]): [number, number] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return [0, 1];
  const top = sorted[sorted.length - 1];
  const usual = sorted[Math.floor(sorted.length * 0.15)];
  const lo = Math.max(sorted[0], usual - 2 * (top - usual));
  return lo === top ? [lo - 1, top + 1] : [lo, top];
}
