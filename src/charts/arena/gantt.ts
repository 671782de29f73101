/** The geometry of a Gantt chart: few paths, however many bars; and what lies where. */
import { axisScale, axisTicks, textWidth, type Scale, type Tick } from '../scales.ts';
import type { GanttBar, GanttHit, GanttLane, Span } from './types.ts';

/** Pixels of one machine's row: room for numbers where machines are few, a hairline where they are many. */
export const rowHeight = (machines: number, type: number): number =>
  Math.max(3, Math.min(type * 1.5, 160 / machines));

/** Rows thinner than this touch one another, and bars show no numbers. */
export const roomForNumbers = (row: number, type: number): boolean => row >= type * 1.2;

export interface Rows {
  /** Pixels: of the first row's upper edge, and of one row with its gap. */
  top: number;
  row: number;
  gap: number;
}

/** Where things are, in pixels of the chart. */
export interface GanttPlot {
  left: number;
  right: number;
  /** Lower edge of the heading. */
  head: number;
  /** Lower edge of the last row. */
  bottom: number;
  x: Scale;
  ticks: Tick[];
  rows: Rows;
  /** The row of thinking, as the only one of its kind. */
  thoughts: Rows;
  /** Numbers of the machines that are named. */
  named: number[];
}

/**
 * @param hours where the time axis ends
 * @param thinking name of the row of thinking; without it no room is left for one
 */
export function ganttLayout({
  machines,
  hours,
  thinking,
  width,
  type,
}: {
  machines: number;
  hours: number;
  thinking?: string | undefined;
  width: number;
  type: number;
}): GanttPlot {
  const row = rowHeight(machines, type);
  const wide = roomForNumbers(row, type);
  const names = [String(machines), ...(thinking === undefined ? [] : [thinking])];
  const left = Math.ceil(Math.max(...names.map((name) => textWidth(name, type)), type) + 9);
  const right = Math.max(left + 40, width - type * 1.1);
  const head = type * 1.9;
  const thoughts: Rows = { top: head + 2, row: type, gap: 0 };
  // Names of thin rows reach above the first one.
  const top = thinking === undefined ? head : thoughts.top + thoughts.row + (wide ? 4 : type * 0.8);
  const time = { label: '', scale: 'linear', lo: 0, hi: hours, integer: false } as const;
  const x = axisScale(time, [left, right]);
  return {
    ...{ left, right, head, bottom: top + machines * row },
    ...{ x, ticks: axisTicks(time, x, type, true) },
    rows: { top, row, gap: wide ? 2 : row > 5 ? 1 : 0.5 },
    thoughts,
    named: namedMachines(machines, row, type),
  };
}

const n = (value: number) => Number(value.toFixed(2));
const rectangle = (x: number, y: number, width: number, height: number) =>
  `M${n(x)},${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`;

/** One path of all these spans, each in the row of its machine; a little of each is left out, to keep it apart. */
export function spansPath(
  spans: readonly (Span & { machine: number })[],
  x: Scale,
  { top, row, gap }: Rows,
  apart = 1,
): string {
  let path = '';
  for (const { start, end, machine } of spans) {
    const from = x(start);
    const width = x(end) - from;
    path += rectangle(from, top + machine * row, Math.max(width - apart, width / 2, 0.4), row - gap);
  }
  return path;
}

/** Where machines stand idle before `end`. */
export function idleSpans({ bars, end }: GanttLane, machines: number): (Span & { machine: number })[] {
  const idle: (Span & { machine: number })[] = [];
  const free = new Float64Array(machines);
  const rest = (machine: number, until: number) => {
    if (until > free[machine]) idle.push({ machine, start: free[machine], end: until });
  };
  // List scheduling: a machine's bars come in the order of trials.
  for (const bar of bars) {
    rest(bar.machine, bar.start);
    free[bar.machine] = bar.end;
  }
  for (let machine = 0; machine < machines; machine++) rest(machine, end);
  return idle;
}

/** Numbers that have room in their bars, and no hatching behind them; at most so many: more would be noise. */
export function numbersThatFit(
  bars: readonly GanttBar[],
  x: Scale,
  { top, row, gap }: Rows,
  type: number,
  most = 200,
): { text: string; x: number; y: number }[] {
  if (!roomForNumbers(row, type)) return [];
  const fitting = bars.filter(
    ({ number, start, end, missing }) => !missing && x(end) - x(start) >= textWidth(String(number), type) + 9,
  );
  if (fitting.length > most) return [];
  return fitting.map(({ number, start, end, machine }) => ({
    text: String(number),
    x: n((x(start) + x(end)) / 2 + 1),
    y: n(top + machine * row + (row - gap) / 2),
  }));
}

/** Machines that are named beside their rows: all of them, or as many as do not touch. */
export function namedMachines(machines: number, row: number, type: number): number[] {
  const every = Math.ceil((type * 1.25) / row);
  if (every <= 1) return Array.from({ length: machines }, (_, i) => i + 1);
  const step = [2, 4, 8, 16, 32, 64].find((size) => size >= every) ?? 64;
  return [1, ...Array.from({ length: Math.floor(machines / step) }, (_, i) => (i + 1) * step)].filter(
    (one, i, all) => i === 0 || one - all[i - 1] >= every,
  );
}

/** What a machine does at a moment. */
export function hitAt(lane: GanttLane, machines: number, machine: number, moment: number): GanttHit | null {
  if (machine < 0 || machine >= machines || moment < 0 || moment > lane.end) return null;
  let before = 0;
  for (const [index, bar] of lane.bars.entries()) {
    if (bar.machine !== machine) continue;
    if (moment < bar.start) return { kind: 'idle', machine, start: before, end: bar.start };
    if (moment <= bar.end) return { kind: 'bar', index };
    before = bar.end;
  }
  return { kind: 'idle', machine, start: before, end: lane.end };
}

/** The thought at a moment. */
export function thoughtAt({ thoughts }: GanttLane, moment: number): GanttHit | null {
  const found = thoughts.find(({ start, end }) => moment >= start && moment <= end);
  return found ? { kind: 'thought', ...found } : null;
}
