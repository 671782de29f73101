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
}

/** Space for tick labels and the axis label under a plot. */
export const axisRoom = (type: number): number => type * 3 + 6;

/** Fits both axes into the room: the left margin is as wide as the value labels need. */
export function plotLayout(
  xAxis: Axis,
  yAxis: Axis,
  { width, height, type, top = 0, right = 0 }: Room,
): Layout {
  const topEdge = type * 2.2 + top;
  const bottom = Math.max(topEdge + 40, height - axisRoom(type));
  const y = axisScale(yAxis, [bottom, topEdge]);
  const yTicks = axisTicks(yAxis, y, type, false);
  const left = Math.ceil(Math.max(...yTicks.map(({ label }) => textWidth(label, type)), type) + 9);
  // The last tick label may reach half its width beyond the plot.
  const rightEdge = Math.max(left + 40, width - Math.max(right, type * 1.1));
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
export function parallelLayout(axes: readonly Axis[], value: Axis, { width, height, type }: Room): Frame {
  const all = [...axes, value];
  const top = type * 3.6;
  const bottom = height - type * 0.8;
  const scales = all.map((axis) => axisScale(axis, [bottom, top]));
  const ticks = all.map((axis, i) => axisTicks(axis, scales[i], type, false));
  // Tick labels stand left of their axis; the first one's need a margin.
  const left = Math.max(0, ...ticks[0].map(({ label }) => textWidth(label, type))) + 9;
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
