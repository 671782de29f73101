/** What pictures of a class take: made once for all of them. */
import type { Axis, Series } from '#charts/types.ts';
import { fromValue } from '#core/space.ts';
import { dimensionLabels, t } from '../i18n/index.svelte.ts';
import { objectiveOf } from '#core/play/challenge.ts';
import { seriesOf } from '../shared/series.ts';
import { axisOf } from '../stage/panel/landscape.ts';
import type { ClassRoom, Player } from './class.svelte.ts';
import { densityByRow, densityOf, type Density } from './crowd.ts';
import { nameOf } from './names.ts';
import type { Band } from './rivals.svelte.ts';
import { gapDomain, valueDomain } from './standing.ts';

/** A plane of the picture: two hyperparameters, or one and the trials. */
export interface PlaneOf {
  axes: readonly [number, number | 'trial'];
}

export class ClassView {
  readonly room: ClassRoom;
  /** Asked for; gaps would tell the optimum. */
  #log = $state(false);
  /** Ids of series that are switched off. */
  hidden = $state.raw<readonly string[]>([]);

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
  readonly #shownRivals = $derived(this.rivals.filter(({ id }) => !this.hidden.includes(id)));

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
  readonly courses = $derived.by(() => this.room.players.map(({ course }) => course.map(this.measured)));
  readonly bands = $derived.by(() => [
    ...(this.hidden.includes('class') ? [] : [this.#drawn(this.series, this.room.band)]),
    ...this.#shownRivals.map((rival) => this.#drawn(seriesOf(rival.id), rival)),
  ]);
  #drawn(series: Series, band: Band) {
    const turn = (values: Float64Array) => (this.log ? values.map(this.measured) : values);
    return { series, values: turn(band.median), lower: turn(band.lower), upper: turn(band.upper) };
  }
  /** All that ended, as drawn: by series. */
  readonly finals = $derived.by(() => [
    { series: this.series, values: Float64Array.from(this.room.players, ({ best }) => this.measured(best)) },
    ...this.#shownRivals.map(({ id, finals }) => ({
      series: seriesOf(id),
      values: this.log ? finals.map(this.measured) : finals,
    })),
  ]);
  readonly domain = $derived.by(() => {
    const { truth, players } = this.room;
    if (this.log && truth)
      return gapDomain(
        [...this.finals.map(({ values }) => values), ...this.bands.map(({ upper }) => upper)],
        truth.floor,
      );
    const medians = this.rivals.map(({ lower }) => lower);
    return valueDomain([...players.map(({ course }) => course), ...medians], truth?.optimum);
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
  pathOn({ axes: [a, b] }: PlaneOf, { points }: Player): (readonly [number, number])[] {
    return points.map((x, i) => [x[a], b === 'trial' ? i + 1 : x[b]]);
  }
  /** Of the trial of the clock; over one hyperparameter of every trial until then. */
  density({ axes: [a, b] }: PlaneOf, trial: number): Density | null {
    const { dimensions, players, challenge } = this.room;
    if (trial === 0 || !challenge) return null;
    const unit = (axis: number, i: number) =>
      players.flatMap(({ points }) =>
        i < points.length ? [fromValue(dimensions[axis], points[i][axis])] : [],
      );
    if (b === 'trial')
      return densityByRow(Array.from({ length: challenge.trials }, (_, i) => (i < trial ? unit(a, i) : [])));
    const x = unit(a, trial - 1);
    return x.length === 0 ? null : densityOf(x, unit(b, trial - 1));
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
