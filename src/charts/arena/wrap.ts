/** Labels of rows on two lines. */
import { fitText, textWidth } from '../scales.ts';

const CHINESE = '\\u3000-\\u9fff\\uff00-\\uffef';
const PARTS = new RegExp(`[${CHINESE}]|(?:\\u00a0|[^\\s${CHINESE}])+[^\\S\\u00a0]*|\\s+`, 'g');

/**
 * On two lines at the most, as even as they come, parted at a blank or between Chinese characters; the second is cut where
 * it must be, and the first where it cannot be parted.
 */
export function wrapText(text: string, width: number, size: number): string[] {
  if (textWidth(text, size) <= width) return [text];
  const parts = text.match(PARTS) ?? [];
  const fitting = parts
    .map((_, i) => [parts.slice(0, i).join('').trimEnd(), parts.slice(i).join('')] as const)
    // A line neither begins with what closes a phrase nor ends with what opens one.
    .filter(([head, rest]) => head !== '' && !/^[，。、；：）]/.test(rest) && !head.endsWith('（'))
    .map((lines) => ({ lines, widths: lines.map((line) => textWidth(line, size)) }))
    .filter(({ widths: [first] }) => first <= width);
  if (fitting.length === 0) return [fitText(text, width, size)];
  const longer = ({ widths }: (typeof fitting)[number]) => Math.max(...widths);
  const { lines } = fitting.reduce((best, one) => (longer(one) < longer(best) ? one : best));
  return [lines[0], fitText(lines[1], width, size)];
}
