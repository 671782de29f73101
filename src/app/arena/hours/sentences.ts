/** What the schedules show, in plain words: everything is read off them. */
import { formatNumber } from '#charts/format.ts';
import { occupancy } from '#core/study/occupancy.ts';
import type { Schedule } from '#core/study/schedule.ts';
import { list, t } from '../../i18n/index.svelte.ts';
import { thinkingTime } from '../../shared/labels.ts';

export interface Finished {
  label: string;
  schedule: Schedule;
}

/** How a strategy uses its machines. */
export type Use =
  /** There is one machine only. */
  | 'alone'
  /** All of its trials train at once. */
  | 'atOnce'
  /** No machine stands idle while trials are left. */
  | 'full'
  /** Never more than one trial in training. */
  | 'single'
  | 'between';

/** Less waiting than this, as a share of machine time, is no waiting: the first suggestions take a moment. */
const NO_WAITING = 0.02;
/** Less than this share of its time nobody sees on the axis. */
const TOO_LITTLE = 0.005;

export function useOf(schedule: Schedule): Use {
  const { peak, waiting } = occupancy(schedule);
  const trials = schedule.bars.length;
  if (schedule.machines === 1) return 'alone';
  if (trials > 1 && peak === trials) return 'atOnce';
  if (peak <= 1) return 'single';
  return waiting < NO_WAITING ? 'full' : 'between';
}

export const hoursText = (hours: number): string => t('hours.span', { hours: formatNumber(hours) });

/** @param regret of a best value; of the one repeat that all schedules belong to */
export function sentences(all: readonly Finished[], regret: (best: number) => number): string[] {
  const known = all.filter(({ schedule }) => schedule.bars.length > 0);
  if (known.length === 0) return [];
  return [
    ...uses(known),
    ...costs(known),
    ...(known.length > 1 ? findings(known, regret) : []),
    ...thinking(known),
  ];
}

const took = ({ label, schedule }: Finished) =>
  t('hours.took', { name: label, hours: hoursText(schedule.makespan) });

function uses(all: readonly Finished[]): string[] {
  const { machines } = all[0].schedule;
  const of = (use: Use) => all.filter(({ schedule }) => useOf(schedule) === use);
  const said: string[] = [];
  const say = (use: 'atOnce' | 'full' | 'single') => {
    const group = of(use);
    const values = { count: group.length, machines, idle: machines - 1, names: list(group.map(took)) };
    if (group.length > 0) said.push(t(`hours.${use}`, values));
  };
  if (machines === 1) return [t('hours.alone', { names: list(all.map(took)) })];
  say('atOnce');
  say('full');
  say('single');
  const between = of('between')
    .toSorted((a, b) => makespan(a) - makespan(b))
    .map(({ label, schedule }) =>
      t('hours.busy', {
        name: label,
        machines,
        busy: formatNumber(occupancy(schedule).busy, 2),
        hours: hoursText(schedule.makespan),
      }),
    );
  if (between.length > 0) said.push(t('hours.between', { names: list(between) }));
  return said;
}

const alike = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(a, b);
/** Everyone whose number is the extreme one, by name. */
function holders(all: readonly Finished[], value: (one: Finished) => number, extreme: number): string {
  return list(all.filter((one) => alike(value(one), extreme)).map(({ label }) => label));
}

function costs(all: readonly Finished[]): string[] {
  const hours = all.map(({ schedule }) => schedule.machineHours);
  const [from, to] = [Math.min(...hours), Math.max(...hours)].map((value) => formatNumber(value));
  const said = [from === to ? t('hours.sameCost', { hours: to }) : t('hours.cost', { from, to })];
  if (all.length < 2) return said;
  const [early, late] = ends(all);
  said.push(
    alike(early, late)
      ? t('hours.finishSame', { late: hoursText(late) })
      : t('hours.finish', {
          first: holders(all, makespan, early),
          early: hoursText(early),
          last: holders(all, makespan, late),
          late: hoursText(late),
        }),
  );
  return said;
}

const makespan = ({ schedule }: Finished) => schedule.makespan;
const ends = (all: readonly Finished[]): [number, number] => {
  const made = all.map(makespan);
  return [Math.min(...made), Math.max(...made)];
};

/** Who is ahead when the first is done, and who when all are. */
function findings(all: readonly Finished[], regret: (best: number) => number): string[] {
  const [early, late] = ends(all);
  const ahead = (moment: number) => {
    const at = ({ schedule }: Finished) => {
      const best = schedule.progress.findLast(({ hours }) => hours <= moment)?.best ?? NaN;
      return Number.isNaN(best) ? Infinity : regret(best);
    };
    const lowest = Math.min(...all.map(at));
    return lowest < Infinity ? { regret: formatNumber(lowest), names: holders(all, at, lowest) } : undefined;
  };
  const end = ahead(late);
  if (alike(early, late)) return [end ? t('hours.lead2', end) : t('hours.leadNone')];
  const first = ahead(early);
  return [
    first ? t('hours.lead1', { early: hoursText(early), ...first }) : t('hours.leadNone'),
    ...(end ? [t('hours.lead2', end)] : []),
  ];
}

function thinking(all: readonly Finished[]): string[] {
  const most = Math.max(...all.map(({ schedule }) => schedule.thinking));
  if (most === 0) return [];
  const seen = all.filter(({ schedule }) => schedule.thinking >= TOO_LITTLE * schedule.makespan);
  if (seen.length === 0) return [t('hours.thoughtLittle', { most: thoughtText(most) })];
  if (all.length > 1 && all.every(({ schedule }) => alike(schedule.thinking, most)))
    return [t('hours.thoughtSame', { hours: thoughtText(most) })];
  const names = seen.map(({ label, schedule }) =>
    t('hours.took', { name: label, hours: thoughtText(schedule.thinking) }),
  );
  return [t('hours.thought', { names: list(names) })];
}

/** Thinking may take milliseconds: “0.4 ms”, “2.1 s”, “0.5 h”. */
export const thoughtText = (hours: number): string =>
  hours === 0 || hours >= 0.01 ? hoursText(hours) : thinkingTime(hours * 3600);
