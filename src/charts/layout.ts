/** Margins of a chart with ticks at the left, ticks and a label below, and its value label above. */
import { axisScale, axisTicks, textWidth, type Scale, type Tick } from './scales.ts';
import type { Axis } from './types.ts';

export interface Plot {
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

export interface Room {
  width: number;
  height: number;
  /** Font size in px. */
  type: number;
  /** Extra margins, for rugs and labels. */
  top?: number;
  right?: number;
}

/** Space for tick labels and the axis label under a plot. */
export const axisRoom = (type: number): number => type * 3 + 6;

/** Fits both axes into the room: the left margin is as wide as the value labels need. */
export function plotLayout(
  xAxis: Axis,
  yAxis: Axis,
  { width, height, type, top = 0, right = 0 }: Room,
): Plot {
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
    xTicks: axisTicks(xAxis, x, type, true),
    yTicks,
  };
}
