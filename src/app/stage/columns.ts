/** How panels stand on a stage. */
import type { Lean } from '#charts/plot/layout.ts';
import { axisScale, axisTicks, textWidth } from '#charts/scales.ts';
import type { Axis } from '#charts/types.ts';

/** More panels than these are small multiples, sorted by rank, without sentences. */
export const MOST_SAYING = 8;
const OF_MANY = 5;
const WIDE = 1200;

export interface Room {
  /** Px of the place that all panels share. */
  width: number;
  height: number;
  /** Px of a panel that are no picture: its head, its strip, its sentence. */
  besides: number;
  /** Width of a picture to its height, as it reads best. */
  shape: number;
}

/** How many panels stand abreast: as many as make their pictures the largest; of as large ones, in the fewest rows. */
export function columnsFor(count: number, { width, height, besides, shape }: Room): number {
  if (count > MOST_SAYING && width >= WIDE) return OF_MANY;
  let best = { columns: 1, size: -Infinity };
  for (let columns = count; columns >= 1; columns--) {
    const rows = Math.ceil(count / columns);
    // As even as can be: five where only four fit are three and two.
    const even = Math.ceil(count / rows);
    const size = Math.min(width / even, (height / rows - besides) * shape);
    if (size > best.size) best = { columns: even, size };
  }
  return best.columns;
}

export interface StageRoom {
  /** Px of the stage. */
  width: number;
  height: number;
  /** Of strategies and of hyperparameters. */
  count: number;
  dim: number;
  presenter: boolean;
  /** Without sentences and strips, however few they are. */
  bare: boolean;
  /** One panel is enlarged, or the only one; a phone shows one at a time. */
  single: boolean;
  phone: boolean;
  /** What a link has taken off it. */
  without?: { race: boolean; ranking: boolean; sentences: boolean; player: boolean };
}

const WHOLE = { race: false, ranking: false, sentences: false, player: false };
/** Px of a row of the ranking, where nothing else decides. */
const RANK = 28;

export interface StageLayout {
  /** More than have room for sentences. */
  many: boolean;
  /** Px of the clock's line, of the gap between panels. */
  clock: number;
  gap: number;
  /** Ems of the strip under every plot. */
  strip: number;
  /** There is a line that says what colours and marks mean. */
  keyed: boolean;
  columns: number;
  /** Px of the race. */
  race: number;
}

/** Ems of a strategy's own strip over one hyperparameter; on a plane a line says how many values were tried. */
const STRIPS: Record<number, number> = { 1: 3.6, 2: 1.5 };
/** Ems of a strip under a bare picture, at most; its line has the name of the horizontal axis, too. */
const NAMED = 2.6;
/** Px of what the clock says, where it has a line of its own. */
export const CAPTION = 22;
/** Lines of a sentence under a panel, and their size in px. */
export const SENTENCE = {
  plain: { lines: 3, size: 15, least: 13, smallest: 12 },
  presenter: { lines: 4, size: 17, least: 15, smallest: 13.5 },
} as const;
const LINE = 1.3;

/** Px left of pictures: the widest label of an axis that they have in common. @param height px of the stage */
export function gutterOf(axis: Axis, height: number, presenter: boolean): number {
  const size = presenter ? 16 : 13;
  const ticks = axisTicks(axis, axisScale(axis, [Math.max(80, height * 0.3), 0]), size, false);
  const labels = ['0.001', ...ticks.map(({ label }) => label)];
  return Math.ceil(Math.max(...labels.map((one) => textWidth(one, size))) + 10);
}

/** @param gutter px left of all pictures, for the labels of their vertical axis */
export function stageLayout(room: StageRoom, gutter: number): StageLayout {
  const { width, height, count, dim, presenter, bare, single, phone, without = WHOLE } = room;
  const many = count > MOST_SAYING || bare;
  const type = presenter ? 16 : 13;
  const clock = without.player ? 0 : (presenter ? 60 : 52) + (phone ? CAPTION : 0);
  const gap = presenter ? 18 : 16;
  const strip = many && !bare ? 0 : Math.min(STRIPS[dim] ?? 0, bare ? NAMED : Infinity);
  const { lines, size } = SENTENCE[presenter ? 'presenter' : 'plain'];
  const head = presenter ? 25 : 21;
  const besides = head + (many || without.sentences ? 0 : lines * size * LINE) + type * (strip + 3) + 10;
  const keyed = !many && !phone && !single;
  /** What panels and race share. */
  const shared = Math.max(200, height - clock - (keyed ? type * 1.6 + 8 : 0) - 8);
  const ranks = without.ranking ? 0 : count * RANK;
  const columns = columnsFor(count, {
    ...{ width, besides },
    height: without.race ? shared - ranks : shared * 0.66,
    shape: dim === 2 ? 1 : 1.3,
  });
  const rows = Math.ceil(count / columns);
  const least = Math.max(110, Math.min(shared * (bare ? 0.3 : many ? 0.25 : 0.34), 420));
  const square = (width - gutter) / columns - gap;
  // The race has what squares leave.
  const left = dim === 2 ? Math.min(shared * 0.55, shared - rows * (square + besides)) : 0;
  const race = without.race ? Math.min(least, ranks) : Math.max(least, left);
  return { many, clock, gap, strip, keyed, columns, race };
}

/** How a panel's plot stands among the others. @param first of its row: it has the labels that all have in common */
export function leanOf(panel: {
  size: 'small' | 'plain' | 'large';
  first: boolean;
  dim: number;
  phone: boolean;
  strip: number;
  gutter: number;
}): Lean {
  const { size, first, dim, phone, strip, gutter } = panel;
  if (size === 'small') return { y: 'none', x: 'none', strip: 0, gutter: 0 };
  if (size === 'large') {
    const tall = dim === 1 ? (phone ? 4 : 6.5) : (STRIPS[dim] ?? 0);
    return { y: 'outside', x: 'named', strip: tall, gutter };
  }
  // Without a strip there is no line for the name.
  return { y: first ? 'outside' : 'none', x: first && strip > 0 ? 'named' : 'ticks', strip, gutter };
}
