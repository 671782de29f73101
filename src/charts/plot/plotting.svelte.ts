/** One coordinate system: what it tells its marks, and what they tell it. */
import { getContext, setContext, type Snippet } from 'svelte';
import { beyondOf, type Beyond } from '../beyond.ts';
import type { Axis, Series } from '../types.ts';
import type { Layer } from './layers.ts';
import { axisRoom, type Frame, type Lean, type Margins } from './layout.ts';
import { Handed } from './register.svelte.ts';
import type { Told, TipOf } from './tip.ts';

/**
 * `curve`: values over one hyperparameter. `plane`: two hyperparameters, seen from above. `parallel`: one upright axis per
 * hyperparameter, and one for values.
 */
export type Kind = 'curve' | 'plane' | 'parallel';

export interface Drawn {
  layer: Layer;
  drawing: Snippet;
}

/** Px that a mark needs beside the plot, by the chart's width and font size. */
export type Need = (room: { width: number; type: number }) => Margins;

/** A drawing of its own under the plot, on the same horizontal axis. */
export class Strip {
  readonly #plot: Plotting;
  /** By font size; 0 while there is nothing to draw. */
  readonly #own: (type: number) => number;
  /** The part that lines of the plot run on through: px from the strip's top, and how far. */
  readonly through: ((type: number) => readonly [from: number, length: number]) | undefined;
  constructor(plot: Plotting, own: (type: number) => number, through?: Strip['through']) {
    this.#plot = plot;
    this.#own = own;
    this.through = through;
  }
  /** By font size. Among others like it, all strips are of one height. */
  height(type: number): number {
    const { lean } = this.#plot.host;
    const own = this.#own(type);
    return lean && own > 0 ? lean.strip * type : own;
  }
  /** Px. */
  get tall(): number {
    return this.height(this.#plot.type);
  }
  /** Px from the top of the chart. */
  get top(): number {
    return this.#plot.topOf(this);
  }
}

/** What the component around the marks knows. All of it may change. */
export interface Host {
  readonly series: Series;
  /** Of the hyperparameters, and of their values: null on a plane. */
  readonly axes: readonly Axis[];
  readonly value: Axis | null;
  /** Px of the plot with its axes; `fill`: what the box leaves. */
  readonly height: number | 'fill';
  /** How it stands among others like it; by itself where left out. */
  readonly lean?: Lean | undefined;
  readonly layout: (
    room: { width: number; height: number; type: number; lean?: Lean | undefined } & Margins,
  ) => Frame;
}

export class Plotting implements Told {
  readonly kind: Kind;
  /** Unique on the page. */
  readonly id: string;
  readonly host: Host;
  /** What the chart measures of its box: px, and the height of ten ems. */
  width = $state(0);
  tall = $state(0);
  tenEms = $state(0);
  tip = $state.raw<TipOf | null>(null);

  readonly #drawn = new Handed<Drawn>();
  #failure = $state.raw<{ error: unknown } | undefined>();
  readonly #needs = new Handed<Need>();
  readonly #strips = new Handed<Strip>();

  readonly type = $derived(this.tenEms / 10);
  readonly #below = $derived.by((): number => {
    const own = this.#strips.all.reduce((sum, strip) => sum + strip.height(this.type), 0);
    // Level with its neighbours, whether it has a strip or not.
    return Math.max(own, (this.host.lean?.strip ?? 0) * this.type);
  });
  /** Of the plot with its axes, without strips. */
  readonly height = $derived.by((): number =>
    this.host.height === 'fill' ? this.tall - this.#below : this.host.height,
  );
  readonly #margins = $derived.by((): Margins => {
    const all = this.#needs.all.map((need) => need({ width: this.width, type: this.type }));
    return {
      top: Math.max(0, ...all.map(({ top = 0 }) => top)),
      right: Math.max(0, ...all.map(({ right = 0 }) => right)),
    };
  });
  /** Places in px; only to be read by what is drawn, which waits until the box has a size. */
  readonly frame = $derived.by((): Frame =>
    this.host.layout({
      ...{ width: this.width, height: this.height, type: this.type, lean: this.host.lean },
      ...this.#margins,
    }),
  );

  constructor(kind: Kind, id: string, host: Host) {
    this.kind = kind;
    this.id = id;
    this.host = host;
  }

  /** Height of plot and strips. */
  get total(): number {
    return this.height + this.#below;
  }
  get series(): Series {
    return this.host.series;
  }
  get lean(): Lean | undefined {
    return this.host.lean;
  }
  /** Px of a marker's radius: at most a 25th of the plot across, so that the landscape stays to be seen. */
  get markRadius(): number {
    const { left, right, top, bottom } = this.frame;
    return Math.max(2, Math.min(this.type * 0.42, Math.min(right - left, bottom - top) * 0.02));
  }
  /** Marks lie on a heat map: white with a dark halo, instead of the page's colours. */
  get onMap(): boolean {
    return this.has('paper');
  }
  /** The colour of a mark in the legend: over a map marks are white, their form is shown in ink. */
  get keyColour(): string {
    return this.kind === 'plane' ? 'var(--ink-2)' : this.series.colour;
  }
  /** For the attribute `clip-path`. */
  get clip(): string {
    return `url(#${this.id}-plot)`;
  }
  /** The parts of the strips that lines of the plot run on through. */
  get through(): { y1: number; y2: number }[] {
    return this.#strips.all.flatMap((strip) => {
      if (!strip.through) return [];
      const [from, length] = strip.through(this.type);
      const y1 = strip.top + from;
      return [{ y1, y2: y1 + length }];
    });
  }

  has(layer: Layer): boolean {
    return this.#drawn.all.some((one) => one.layer === layer);
  }
  layer(name: Layer): readonly Drawn[] {
    return this.#drawn.all.filter(({ layer }) => layer === name);
  }
  /** What was drawn failed. Where it is still there, the chart does: {@link sound} throws. */
  fail(drawn: Drawn, error: unknown): void {
    if (this.#drawn.all.includes(drawn)) this.#failure = { error };
  }
  /** Nothing, in a template: what has failed is thrown there. */
  get sound(): '' {
    if (this.#failure) throw this.#failure.error;
    return '';
  }
  topOf(strip: Strip): number {
    // Right under the ticks, where a square leaves some of its height.
    let top = this.host.lean ? this.frame.bottom + axisRoom(this.type, this.host.lean) : this.height;
    for (const one of this.#strips.all) {
      if (one === strip) break;
      top += one.height(this.type);
    }
    return top;
  }

  /** Px of a value on the axis of values: beyond the range at its edge; failed trials stand on the axis. */
  heightOf(value: number | null): number {
    const { y } = this.frame;
    const [bottom, top] = y.range();
    return value === null ? bottom : Math.min(bottom, Math.max(top, y(value)));
  }
  beyond(value: number | null): Beyond | undefined {
    return this.host.value ? beyondOf(value, this.host.value) : undefined;
  }
  /** Px of a point and what was observed there: one place, or one on every parallel axis. */
  places(point: readonly number[], value: number | null): [number, number][] {
    const { x, y, columns } = this.frame;
    if (this.kind === 'curve') return [[x(point[0]), this.heightOf(value)]];
    if (this.kind === 'plane') return [[x(point[0]), y(point[1])]];
    return columns.flatMap(({ at, scale }, i): [number, number][] => {
      const coordinate = i < point.length ? point[i] : value;
      if (coordinate === null) return [];
      const [bottom, top] = scale.range();
      return [[at, Math.min(bottom, Math.max(top, scale(coordinate)))]];
    });
  }
  place(point: readonly number[], value: number | null): [number, number] {
    return this.places(point, value)[0];
  }

  /** For marks, while they are set up: they are forgotten with their component. */
  draw(layer: Layer, drawing: Snippet): void {
    this.#drawn.add({ layer, drawing });
  }
  need(need: Need): void {
    this.#needs.add(need);
  }
  strip(height: (type: number) => number, through?: Strip['through']): Strip {
    const strip = new Strip(this, height, through);
    this.#strips.add(strip);
    return strip;
  }
}

const KEY = Symbol('plot');
export const providePlot = (plot: Plotting): Plotting => setContext(KEY, plot);
/** The coordinate system that a mark stands in. */
export const usePlot = (): Plotting => getContext<Plotting>(KEY);
