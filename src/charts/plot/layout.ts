/** Margins of a chart with ticks at the left, ticks and a label below, and its value label above. */
import {
  axisScale,
  axisTicks,
  doublingTicks,
  textWidth,
  valueAxis,
  type Scale,
  type Tick,
} from '../scales.ts';
import type { Axis } from '../types.ts';

export interface Layout {
  /** Pixels of the plot's edges within the chart. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: Scale;
  y: Scale;
  xTicks: Tick[];
  yTicks: Tick[];
}

/** One of several parallel axes: `at` px from the left. */
export interface Column {
  axis: Axis;
  at: number;
  scale: Scale;
  ticks: Tick[];
}

/** All places of a plot, in a chart `width` px wide with a font of `type` px. */
export interface Frame extends Layout {
  width: number;
  type: number;
  /** Where axes are parallel: the hyperparameters' and, last, that of their values. */
  columns: readonly Column[];
}

/** Extra px, for rugs and labels. */
export interface Margins {
  top?: number;
  right?: number;
}

export interface Room extends Margins {
  width: number;
  height: number;
  /** Font size in px. */
  type: number;
  lean?: Lean | undefined;
}

/**
 * How a plot stands among others like it, on one screen: what they have in common is said once, and what is under them has
 * the same room in all of them, so that they are level.
 */
export interface Lean {
  /** Labels of the vertical axis: left of the box, or nowhere; the plot is as wide as the box. */
  y: 'outside' | 'none';
  /** Under the horizontal axis: ticks and its name, ticks only, or nothing. */
  x: 'named' | 'ticks' | 'none';
  /** Ems that a strip under the plot has; the room of one is kept. 0 for no strips at all. */
  strip: number;
  /** Px left of the box that outside labels have. */
  gutter: number;
}

/** Space for tick labels and the axis label under a plot; in a lean one the label shares a line with what is under it. */
export const axisRoom = (type: number, lean?: Lean): number =>
  !lean ? type * 3 + 6 : lean.x === 'none' ? 2 : type * 1.15 + 6;

/** Above a lean plot: a line for the name of the vertical axis where any plot of its row may have one, over its top tick. */
const leanTop = (type: number, { x }: Lean): number => (x === 'none' ? 3 : type * 1.75);

/** Fits both axes into the room: the left margin is as wide as the value labels need. */
export function plotLayout(
  xAxis: Axis,
  yAxis: Axis,
  { width, height, type, lean, top = 0, right = 0 }: Room,
  square = false,
): Layout {
  const topEdge = (lean ? leanTop(type, lean) : type * 2.2) + top;
  const room = Math.max(40, height - axisRoom(type, lean) - topEdge);
  // What reaches beyond the right edge of a lean plot has the gap to the next one.
  const across = Math.max(40, width - Math.max(right, lean ? 1 : type * 1.1));
  const bottom = topEdge + (lean && square ? Math.min(room, across) : room);
  const y = axisScale(yAxis, [bottom, topEdge]);
  const yTicks = axisTicks(yAxis, y, type, false);
  const labelled = Math.ceil(Math.max(...yTicks.map(({ label }) => textWidth(label, type)), type) + 9);
  const left = lean ? 0 : labelled;
  // The last tick label may reach half its width beyond the plot.
  const rightEdge = lean ? (square ? bottom - topEdge : across) : Math.max(left + 40, across);
  const x = axisScale(xAxis, [left, rightEdge]);
  return {
    left,
    right: rightEdge,
    top: topEdge,
    bottom,
    x,
    y,
    xTicks: xAxis.doublings ? doublingTicks(xAxis.lo, xAxis.hi, x, type) : axisTicks(xAxis, x, type, true),
    yTicks,
  };
}

/** One upright axis per hyperparameter and, at the right, one for values. */
export function parallelLayout(
  axes: readonly Axis[],
  value: Axis,
  { width, height, type, lean }: Room,
): Frame {
  const all = [...axes, value];
  const bare = lean?.x === 'none';
  // Two rows of names, and half a marker at the end of an axis.
  const top = bare ? 6 : type * 3.1;
  const bottom = Math.max(top + 40, height - (bare ? 6 : type * 0.8));
  const scales = all.map((axis) => axisScale(axis, [bottom, top]));
  const ticks = all.map((axis, i) => axisTicks(axis, scales[i], type, false));
  // Tick labels stand left of their axis; the first one's need a margin.
  const left = (bare ? 0 : Math.max(0, ...ticks[0].map(({ label }) => textWidth(label, type)))) + 9;
  const step = (width - left - type) / (all.length - 1);
  const right = left + step * (all.length - 1);
  return {
    ...{ width, type, left, right, top, bottom },
    x: axisScale(valueAxis('', [0, all.length - 1]), [left, right]),
    y: scales[scales.length - 1],
    xTicks: [],
    yTicks: ticks[ticks.length - 1],
    columns: all.map((axis, i) => ({ axis, at: left + i * step, scale: scales[i], ticks: ticks[i] })),
  };
}
