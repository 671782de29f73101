/** The plot of a map made of cells: a cell for every value, and ticks that fit. */
import { scaleLinear } from 'd3';
import { tellingLabels } from '../labels.ts';
import { axisRoom, type Layout, type Room } from '../plot/layout.ts';
import { axisScale, axisTicks, textWidth, type Scale, type Tick } from '../scales.ts';
import type { CellAxis } from './types.ts';

export interface CellPlot extends Layout {
  /** Pixels of the borders between cells, n + 1 of them; of rows from the bottom up. */
  xEdges: readonly number[];
  yEdges: readonly number[];
}

const edgesOf = (count: number, from: number, to: number): number[] =>
  Array.from({ length: count + 1 }, (_, i) => Math.round((from + (i / count) * (to - from)) * 10) / 10);

const centresOf = (edges: readonly number[]): number[] =>
  edges.slice(1).map((edge, i) => (edges[i] + edge) / 2);

/** Straight between the centres of neighbouring cells. */
const scaleOf = ({ values }: CellAxis, edges: readonly number[]): Scale => {
  const centres = centresOf(edges);
  return values.length > 1
    ? scaleLinear(values, centres)
    : scaleLinear([values[0] - 1, values[0] + 1], [edges[0], edges[edges.length - 1]]);
};

function ticksOf(axis: CellAxis, edges: readonly number[], type: number, horizontal: boolean): Tick[] {
  const { values, integer, label } = axis;
  const centres = centresOf(edges);
  if (integer) return wholeTicks(values, centres, type, horizontal);
  const [lo, hi] = [values[0], values[values.length - 1]];
  const own = { label, scale: lo > 0 ? axis.scale : 'linear', lo, hi, integer: false } as const;
  const scale = axisScale(own, [centres[0], centres[centres.length - 1]]);
  return axisTicks(own, scale, type, horizontal).filter(({ value }) => value >= lo && value <= hi);
}

/** Whole numbers are named themselves, every k-th of them, as often as they fit. */
function wholeTicks(
  values: readonly number[],
  centres: readonly number[],
  type: number,
  horizontal: boolean,
): Tick[] {
  const labels = tellingLabels(values, 6);
  const room = (place: number) => (horizontal ? textWidth(labels[place], type) + type * 0.7 : type * 1.6);
  for (let every = 1; every < values.length; every++) {
    const places = values.flatMap((_, i) => (i % every === 0 ? [i] : []));
    const fits = places
      .slice(1)
      .every(
        (place, i) => Math.abs(centres[place] - centres[places[i]]) >= (room(place) + room(places[i])) / 2,
      );
    if (fits) return places.map((place) => ({ value: values[place], label: labels[place] }));
  }
  return [{ value: values[0], label: labels[0] }];
}

/** Fits a map into the room: as `plotLayout`, with cells from edge to edge. */
export function cellPlot(
  xAxis: CellAxis,
  yAxis: CellAxis,
  { width, height, type, top = 0, right = 0 }: Room,
): CellPlot {
  const topEdge = type * 2.2 + top;
  const bottom = Math.max(topEdge + 40, height - axisRoom(type));
  const yEdges = edgesOf(yAxis.values.length, bottom, topEdge);
  const yTicks = ticksOf(yAxis, yEdges, type, false);
  const left = Math.ceil(Math.max(...yTicks.map(({ label }) => textWidth(label, type)), type) + 9);
  const rightEdge = Math.max(left + 40, width - Math.max(right, type * 1.1));
  const xEdges = edgesOf(xAxis.values.length, left, rightEdge);
  return {
    left,
    right: rightEdge,
    top: topEdge,
    bottom,
    x: scaleOf(xAxis, xEdges),
    y: scaleOf(yAxis, yEdges),
    xTicks: ticksOf(xAxis, xEdges, type, true),
    yTicks,
    xEdges,
    yEdges,
  };
}
