/** From lanes to what the wall-clock charts draw. */
import { formatNumber } from '#charts/format.ts';
import type { GanttHit, GanttLane, MatrixRow, StepLine } from '#charts/arena/types.ts';
import type { Series } from '#charts/types.ts';
import { turned } from '#core/sense.ts';
import { occupancy } from '#core/study/occupancy.ts';
import type { Schedule, ScheduledTrial } from '#core/study/schedule.ts';
import type { QuartileSteps } from '#core/study/steps.ts';
import type { Study } from '#core/study/types.ts';
import type { Sense } from '#core/types.ts';
import { t } from '../../i18n/index.svelte.ts';
import type { Lane } from './hours.svelte.ts';
import { batchSizeOf } from './settings.ts';
import { edgeNote, logDomain } from '../study/figures/summary-data.ts';
import { seriesOfStudy } from '../../shared/labels.ts';
import { percent } from '../../shared/numbers.ts';
import { hoursText, thoughtText } from './sentences.ts';

export type Made = Lane & { schedule: Schedule; trials: readonly ScheduledTrial[] };
export const isMade = (lane: Lane): lane is Made => lane.schedule !== undefined;

/** Strategies that ask in batches are called by the size of their batches, too. */
export function seriesOfLanes(study: Study, lanes: readonly Lane[]): Series[] {
  const strategies = lanes.map(({ strategy }) => strategy);
  return seriesOfStudy({ ...study, strategies }).map((series, i) => {
    const size = batchSizeOf(strategies[i]);
    return size === undefined ? series : { ...series, label: t('hours.sized', { name: series.label, size }) };
  });
}

export function ganttLane(
  series: Series,
  { schedule, trials }: Pick<Lane, 'schedule' | 'trials'>,
): GanttLane {
  if (!schedule || !trials) return { series, bars: [], thoughts: [], end: 0, best: null };
  const lowest = schedule.progress.at(-1)?.best ?? NaN;
  const brought = schedule.progress.find(({ best }) => best === lowest);
  return {
    series,
    bars: schedule.bars.map(({ trial, machine, start, end }) => ({
      number: trial + 1,
      machine,
      start,
      end,
      missing: Number.isNaN(trials[trial].value),
    })),
    thoughts: schedule.thoughts,
    end: schedule.makespan,
    best: brought ? brought.trial : null,
  };
}

/** What lies under the pointer, in words. */
export function hitText(
  hit: GanttHit,
  { bars }: GanttLane,
  trials: readonly ScheduledTrial[],
  sense: Sense = 'minimise',
): string {
  const span = (start: number, end: number) => ({ start: formatNumber(start), end: formatNumber(end) });
  if (hit.kind === 'thought') return t('hours.thoughtAt', span(hit.start, hit.end));
  if (hit.kind === 'idle')
    return t('hours.idleAt', { machine: hit.machine + 1, ...span(hit.start, hit.end) });
  const { number, machine, start, end, missing } = bars[hit.index];
  return t(missing ? 'hours.barMissing' : 'hours.bar', {
    trial: number,
    machine: machine + 1,
    ...span(start, end),
    hours: formatNumber(end - start),
    value: formatNumber(turned(trials[hit.index].value, sense), 4),
  });
}

export const factsText = ({ makespan, idle }: Schedule): string =>
  t('hours.facts', { hours: hoursText(makespan), idle: percent(idle) });

/** @param quartiles by place in `series`; of several runs they are drawn as a band */
export function stepLines(
  quartiles: readonly QuartileSteps[],
  series: readonly Series[],
  shown: readonly number[],
  banded: boolean,
): { lines: StepLine[]; domain: [number, number]; end: number; edge: string | undefined } {
  const used = shown.filter((s) => quartiles[s]?.at.length > 0);
  const domain = logDomain(
    used.flatMap((s) => {
      const { lower, median, upper } = quartiles[s];
      return banded ? [...lower, ...median, ...upper] : [...median];
    }),
  );
  const lines = used.map((s): StepLine => {
    const { at, lower, median, upper } = quartiles[s];
    return { series: series[s], at, values: median, ...(banded && { lower, upper }) };
  });
  const end = Math.max(...used.map((s) => quartiles[s].at.at(-1)!), 0);
  const edge = edgeNote(
    domain,
    used.map((s) => (banded ? quartiles[s].lower : quartiles[s].median)),
  );
  return { lines, domain, end, edge };
}

/** A row of numbers for each quantity, a column for each strategy. Tinted where one is better than another. */
export function totalRows(
  lanes: readonly (Made | undefined)[],
  series: readonly Series[],
  regret: (best: number) => number,
): MatrixRow[] {
  const row = (
    name: 'makespan' | 'machineHours' | 'busy' | 'idle' | 'thinking' | 'best',
    value: (lane: Made) => number,
    text: (value: number) => string,
    better?: 'low' | 'high',
    tint: (value: number, best: number) => number = () => 0,
    ink: 'good' | 'bad' = 'good',
  ): MatrixRow => {
    const values = lanes.map((lane) => (lane ? value(lane) : NaN));
    const known = values.filter(Number.isFinite);
    const best = better === 'high' ? Math.max(...known) : Math.min(...known);
    /** The same hours, added up in another order, differ in their last digits. */
    const asGood = (one: number) => Math.abs(one - best) <= Math.abs(best) * 1e-9;
    /** Where all are as good, none is the best. */
    const differ = known.length > 0 && values.some((one) => !Number.isNaN(one) && !asGood(one));
    const label = t(`hours.total.${name}`);
    return {
      label,
      cells: values.map((one, s) =>
        lanes[s]
          ? {
              text: text(one),
              weight: Number.isFinite(one) && (differ || ink === 'bad') ? tint(one, best) : 0,
              ink,
              strong: better !== undefined && differ && asGood(one),
              description: `${series[s].label}: ${label} ${text(one)}`,
            }
          : null,
      ),
    };
  };
  const lowest = (value: number, best: number) => (value > 0 ? best / value : 1);
  const highest = (value: number, best: number) => (best > 0 ? value / best : 0);
  const itself = (value: number) => value;
  return [
    row('makespan', ({ schedule }) => schedule.makespan, hoursText, 'low', lowest),
    row('machineHours', ({ schedule }) => schedule.machineHours, formatNumber, 'low', lowest),
    row('busy', ({ schedule }) => occupancy(schedule).busy, formatNumber, 'high', highest),
    row('idle', ({ schedule }) => schedule.idle, percent, 'low', itself, 'bad'),
    row('thinking', ({ schedule }) => schedule.thinking, thoughtText),
    row('best', (lane) => finalRegret(lane, regret), formatNumber, 'low'),
  ];
}

export function finalRegret({ schedule }: Made, regret: (best: number) => number): number {
  const best = schedule.progress.at(-1)?.best ?? NaN;
  return Number.isNaN(best) ? Infinity : regret(best);
}
