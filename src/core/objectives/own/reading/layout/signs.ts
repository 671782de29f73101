/**
 * Which sign is the decimal one and which groups digits: one of each for a file, found from all cells. `0,5` says that a
 * comma is decimal, `1,024,000` that it groups; `1,024` says either, and goes with the rest.
 */
import { say, type Message } from '../../../../types.ts';
import { shorten } from '../../../../params.ts';
import { bare, type Signs } from './numbers.ts';
import type { Grouping, Separator } from '../types.ts';

/** What a cell says, and nothing but one of these. */
type Claim = 'commaDecimal' | 'commaGroups' | 'commaEither' | 'pointDecimal' | 'pointGroups' | 'pointEither';

/** What the cells of a column say. */
export interface Evidence {
  claims: Map<Claim, { count: number; line: number; cell: string }>;
  /** Apostrophes and blanks between groups. */
  apostrophes: number;
  blanks: number;
  /** Whole numbers without any sign; those of four digits and more. */
  plain: number;
  long: number;
  /** Cells that may be numbers, and cells that are texts. */
  likely: number;
  unlikely: number;
}

export const noEvidence = (): Evidence => ({
  claims: new Map(),
  apostrophes: 0,
  blanks: 0,
  plain: 0,
  long: 0,
  likely: 0,
  unlikely: 0,
});

const GROUPS = (sign: string) => `\\d{1,3}(?:${sign}\\d{2,3})*${sign}\\d{3}`;
const POWER = '(?:[ed][+-]?\\d+)?';
const both = (group: string, point: string) => new RegExp(`^[+-]?${GROUPS(group)}${point}\\d*${POWER}$`, 'i');
const COMMA_THEN_POINT = both(',', '\\.');
const POINT_THEN_COMMA = both('\\.', ',');
const ONE = (sign: string) => new RegExp(`^[+-]?\\d*${sign}\\d*${POWER}$`, 'i');
const EITHER = (sign: string) => new RegExp(`^[+-]?[1-9]\\d{0,2}${sign}\\d{3}$`);
const SEVERAL = (sign: string) => new RegExp(`^[+-]?[1-9]\\d{0,2}(?:${sign}\\d{2,3})+${sign}\\d{3}$`);
const COMMA = { one: ONE(','), either: EITHER(','), several: SEVERAL(',') };
const POINT = { one: ONE('\\.'), either: EITHER('\\.'), several: SEVERAL('\\.') };
const APOSTROPHES = /^[+-]?\d{1,3}(?:['’]\d{3})+(?=$|[.,])/;
const BLANKS = /^[+-]?\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+(?=$|[.,])/;

/** A number of digits with at most a point: nearly all cells of a large file. NaN for anything else. */
export function plainNumber(cell: string): number {
  const first = cell.charCodeAt(0);
  return first >= 48 && first <= 57 && !(cell.charCodeAt(1) > 64) ? Number(cell) : NaN;
}

/** @param x {@link plainNumber} of the cell */
export function weighPlain(cell: string, x: number, line: number, evidence: Evidence): void {
  const point = cell.indexOf('.');
  if (point < 0) {
    evidence.plain += 1;
    if (x >= 1000) evidence.long += 1;
  } else if (
    cell.length - point === 4 &&
    cell.charCodeAt(0) !== 48 &&
    point <= 3 &&
    POINT.either.test(cell.trim())
  )
    claim('pointEither', cell, line, evidence);
  else claim('pointDecimal', cell, line, evidence);
}

/** @returns whether the cell may be a number at all, with one pair of signs or another */
export function weigh(cell: string, line: number, evidence: Evidence): boolean {
  const x = plainNumber(cell);
  if (x === x) {
    weighPlain(cell, x, line, evidence);
    return true;
  }
  let text = bare(cell);
  // A thousand characters are no number.
  if (text === '' || text.length > 80 || !/^[+-]?[\d.,]/.test(text)) return false;
  if (APOSTROPHES.test(text)) {
    evidence.apostrophes += 1;
    text = text.replace(/['’]/g, '');
  } else if (BLANKS.test(text)) {
    evidence.blanks += 1;
    text = text.replace(/[ \u00A0\u2009\u202F]/g, '');
  }
  return weighText(text, line, evidence);
}

function weighText(text: string, line: number, evidence: Evidence): boolean {
  if (COMMA_THEN_POINT.test(text)) {
    claim('commaGroups', text, line, evidence);
    claim('pointDecimal', text, line, evidence);
    return true;
  }
  if (POINT_THEN_COMMA.test(text)) {
    claim('pointGroups', text, line, evidence);
    claim('commaDecimal', text, line, evidence);
    return true;
  }
  if (!/\d/.test(text)) return false;
  for (const [patterns, name] of [
    [COMMA, 'comma'],
    [POINT, 'point'],
  ] as const) {
    if (patterns.either.test(text)) claim(`${name}Either`, text, line, evidence);
    else if (patterns.several.test(text)) claim(`${name}Groups`, text, line, evidence);
    else if (patterns.one.test(text)) claim(`${name}Decimal`, text, line, evidence);
    else continue;
    return true;
  }
  return /^[+-]?\d+(?:\s?[×x*·]\s?10\^?.*|[ed][+-]?\d+)?$/i.test(text);
}

function claim(what: Claim, cell: string, line: number, { claims }: Evidence): void {
  const known = claims.get(what);
  if (known) known.count += 1;
  else claims.set(what, { count: 1, line, cell: cell.trim() });
}

/** The file's signs, from the columns that count; or the two cells that contradict each other. */
export function signsOf(
  columns: readonly Evidence[],
  separator: Separator,
): (Signs & { guessed: boolean }) | { problem: Message } {
  const first = (what: Claim) => {
    const all = columns.flatMap(({ claims }) => claims.get(what) ?? []);
    return all.length > 0 ? all.reduce((a, b) => (b.line < a.line ? b : a)) : undefined;
  };
  const commaDecimal = first('commaDecimal');
  const pointDecimal = first('pointDecimal');
  const commaGroups = first('commaGroups');
  const pointGroups = first('pointGroups');
  const contradiction = (
    [
      [commaDecimal, pointDecimal],
      [commaDecimal, commaGroups],
      [pointDecimal, pointGroups],
      [commaGroups, pointGroups],
    ] as const
  ).find(([a, b]) => a && b);
  if (contradiction) {
    const [a, b] = contradiction.map((one) => one!).sort((p, q) => p.line - q.line);
    return {
      problem: say('problem.csv-signs', {
        given: shorten(a.cell),
        row: a.line,
        other: shorten(b.cell),
        otherRow: b.line,
      }),
    };
  }
  const certain = commaDecimal ?? pointGroups ?? commaGroups ?? pointDecimal;
  const comma = certain
    ? (commaDecimal ?? pointGroups) !== undefined
    : commaIsDecimal(columns, separator, first('commaEither') !== undefined);
  const guessed = !certain && (comma || first('commaEither') !== undefined);
  return { decimal: comma ? ',' : '.', grouping: groupingOf(columns, comma), guessed };
}

/** Where every sign could be either. Beside plain whole numbers such as 512, `1,024` is one, too. */
function commaIsDecimal(columns: readonly Evidence[], separator: Separator, commas: boolean): boolean {
  const grouped = (what: Claim) =>
    columns.some(({ claims, plain, long }) => {
      const found = claims.get(what);
      return found !== undefined && plain > 0 && long === 0 && (what === 'commaEither' || found.count > 1);
    });
  // Semicolons are what spreadsheets write where the comma is decimal.
  if (commas) return separator === ';' && !grouped('commaEither');
  return separator === ';' && grouped('pointEither');
}

function groupingOf(columns: readonly Evidence[], commaDecimal: boolean): Grouping {
  const count = (of: (evidence: Evidence) => number) => columns.reduce((sum, one) => sum + of(one), 0);
  const claimed = (...what: Claim[]) =>
    count(({ claims }) => what.reduce((sum, one) => sum + (claims.get(one)?.count ?? 0), 0));
  const signs: [Grouping, number][] = [
    commaDecimal
      ? ['.', claimed('pointGroups', 'pointEither')]
      : [',', claimed('commaGroups', 'commaEither')],
    ["'", count(({ apostrophes }) => apostrophes)],
    [' ', count(({ blanks }) => blanks)],
  ];
  const [sign, most] = signs.reduce((a, b) => (b[1] > a[1] ? b : a));
  return most > 0 ? sign : '';
}
