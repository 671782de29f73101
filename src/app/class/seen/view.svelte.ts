/** What pictures of a class take: made once for all of them. */
import type { Axis, Series } from '#charts/types.ts';
import { fromValue } from '#core/space.ts';
import { dimensionLabels, t } from '../../i18n/index.svelte.ts';
import { objectiveOf } from '#core/play/challenge.ts';
import { seriesOf } from '../../shared/series.ts';
import { axisOf } from '../../stage/panel/landscape.ts';
import { Turns } from '../../pacing/turns.ts';
import type { ClassRoom } from '../class.svelte.ts';
import { RIVALS } from '../options.ts';
import type { Player } from '../results.ts';
import { densityByRow, densityOf, type Density } from './crowd.ts';
import { nameOf } from '../names.ts';
import type { Band } from '../band.ts';
import { gapDomain, valueDomain, wholeDomain } from './standing.ts';

/** A plane of the picture: two hyperparameters, or one and the trials. */
export interface PlaneOf {
  axes: readonly [number, number | 'trial'];
}

/** Nobody learns, and somebody does: what a class is first held against. */
const SHOWN = ['random', 'bayes'];

export class ClassView {
  readonly room: ClassRoom;
  /** Asked for; gaps would tell the optimum. */
  #log = $state(false);
  /** Ids of series that have no curve; five bands over each other would be mud. */
  hidden = $state.raw<readonly string[]>(RIVALS.filter((id) => !SHOWN.includes(id)));
  readonly turns = new Turns();

  constructor(room: ClassRoom) {
    this.room = room;
  }

  readonly labels = $derived.by(() => {
    const { challenge, dimensions } = this.room;
    return challenge ? dimensionLabels(objectiveOf(challenge).objective.id, dimensions) : [];
  });
  readonly planes = $derived.by((): readonly PlaneOf[] => {
    const d = this.room.dimensions.length;
    if (d === 1) return [{ axes: [0, 'trial'] }];
    return Array.from({ length: d }, (_, a) =>
      Array.from({ length: d - a - 1 }, (_, i): PlaneOf => ({ axes: [a, a + i + 1] })),
    ).flat();
  });
  readonly series = $derived.by((): Series => ({
    id: 'class',
    label: t('classroom.seen.series'),
    colour: 'var(--ink)',
    marker: 'circle',
  }));
  readonly rivals = $derived.by(() => this.room.rivals.bands.filter(({ runs }) => runs > 0));
  readonly shownRivals = $derived(this.rivals.filter(({ id }) => !this.hidden.includes(id)));

  get log(): boolean {
    return this.#log && this.room.truth !== undefined;
  }
  set log(on: boolean) {
    this.#log = on;
  }
  toggle(id: string): void {
    this.hidden = this.hidden.includes(id) ? this.hidden.filter((one) => one !== id) : [...this.hidden, id];
  }

  /** As it is drawn: a value, or how far that is above the optimum. */
  readonly measured = $derived.by((): ((value: number) => number) => {
    const { truth } = this.room;
    if (!this.log || !truth) return (value) => value;
    return (value) => Math.max(truth.floor, value - truth.optimum);
  });
  #drawn(series: Series, band: Band) {
    const turn = (values: Float64Array) => (this.log ? values.map(this.measured) : values);
    return { series, values: turn(band.median), lower: turn(band.lower), upper: turn(band.upper) };
  }

  /** What pictures of the landscape show. */
  readonly scene = $derived.by(() => {
    const { players, truth, marked } = this.room;
    return { players, truth, ...(marked && { marked: { player: marked, name: nameOf(this.room, marked) } }) };
  });
  /** What the curves show; all of them to their ends. */
  readonly race = $derived.by(() => {
    const { players, truth, marked } = this.room;
    const { log, measured } = this;
    const courses = players.map(({ course }) => (log ? course.map(measured) : course));
    const bands = [
      ...(this.hidden.includes('class') ? [] : [this.#drawn(this.series, this.room.band)]),
      ...this.shownRivals.map((rival) => this.#drawn(seriesOf(rival.id), rival)),
    ];
    const lowest = bands.map(({ lower }) => lower);
    return {
      ...{ courses, bands, log },
      domain:
        log && truth
          ? gapDomain([...courses, ...lowest], truth.floor)
          : valueDomain([...courses, ...lowest], truth?.optimum),
      legend: [this.series, ...this.rivals.map(({ id }) => seriesOf(id))],
      ...(truth && { optimum: truth.optimum }),
      ...(marked && {
        marked: {
          series: { ...this.series, id: 'marked', colour: 'var(--lit)', label: nameOf(this.room, marked) },
          values: marked.course.map(measured),
        },
      }),
    };
  });
  /** Where everybody ended. */
  readonly ends = $derived.by(() => {
    const { players, truth } = this.room;
    const { log, measured } = this;
    const rows = [
      { series: this.series, values: Float64Array.from(players, ({ best }) => measured(best)) },
      ...this.rivals.map(({ id, finals }) => ({
        series: seriesOf(id),
        values: log ? finals.map(measured) : finals,
      })),
    ];
    const values = rows.map((row) => row.values);
    return {
      ...{ players, rows, log },
      domain: log && truth ? gapDomain(values, truth.floor) : wholeDomain(values, truth?.optimum),
    };
  });

  axis(of: number | 'trial'): Axis {
    const { dimensions, challenge } = this.room;
    if (of !== 'trial') return axisOf(dimensions[of], this.labels[of]);
    const trials = challenge?.trials ?? 1;
    return {
      ...{ label: t('classroom.seen.trial'), scale: 'linear' },
      ...{ lo: 0.5, hi: trials + 0.5, integer: true },
    };
  }
  /** Of a player, on a plane, in the coordinates of its axes. */
  pathOn({ axes: [a, b] }: PlaneOf, { points }: Player): Float64Array {
    const path = new Float64Array(2 * points.length);
    points.forEach((x, i) => path.set([x[a], b === 'trial' ? i + 1 : x[b]], 2 * i));
    return path;
  }
  /** Densities that were looked at, by plane and trial: whoever goes back and forth waits for none twice. */
  readonly #densities = $derived.by(() => {
    void this.room.players;
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- a store of what follows from the players
    return new Map<string, Density | null>();
  });
  /** Of the trial of the clock; over one hyperparameter of every trial until then. */
  density({ axes }: PlaneOf, trial: number): Density | null {
    const key = `${axes.join()}@${trial}`;
    let known = this.#densities.get(key);
    if (known === undefined) {
      known = this.#densityOf(axes, trial);
      this.#densities.set(key, known);
    }
    return known;
  }
  #densityOf([a, b]: PlaneOf['axes'], trial: number): Density | null {
    const { challenge } = this.room;
    if (trial === 0 || !challenge) return null;
    if (b === 'trial')
      return densityByRow(
        Array.from({ length: challenge.trials }, (_, i) => (i < trial ? this.#unit(a, i) : [])),
      );
    const x = this.#unit(a, trial - 1);
    return x.length === 0 ? null : densityOf(x, this.#unit(b, trial - 1));
  }
  /** Of those who made the trial, 0-based, where they tried it along an axis, 0 to 1. */
  #unit(axis: number, i: number): Float64Array {
    const { dimensions, players } = this.room;
    const there = players.filter(({ points }) => i < points.length);
    return Float64Array.from(there, ({ points }) => fromValue(dimensions[axis], points[i][axis]));
  }

  /** What the class has reached at a trial. */
  caption(trial: number): string {
    const { players, band } = this.room;
    if (trial === 0 || players.length === 0) return '';
    const reached = ({ course }: Player) => course[Math.min(trial, course.length) - 1];
    const best = players.reduce((a, b) => (reached(b) < reached(a) ? b : a));
    return t('classroom.seen.caption', {
      median: band.median[trial - 1],
      name: nameOf(this.room, best),
      best: reached(best),
    });
  }
}
