/** The bill of a full grid: how many levels, knobs and machines the reader has asked for. */
import { billOf, type Bill } from '../../../../learn/bill.ts';
import type { BillFigure } from '../../../../learn/figures.ts';

/** The ends of what can be asked for. */
export const RANGES = { knobs: [1, 8], levels: [2, 10], machines: [1, 100] } as const;
export type BillDial = keyof typeof RANGES;
export const BILL_DIALS = Object.keys(RANGES) as BillDial[];

export class BillState {
  #asked = $state.raw<Readonly<Record<BillDial, number>>>({ knobs: 1, levels: 2, machines: 1 });
  readonly figure: BillFigure;

  constructor(figure: BillFigure) {
    this.figure = figure;
    this.reset();
  }
  get asked(): Readonly<Record<BillDial, number>> {
    return this.#asked;
  }
  turn(dial: BillDial, to: number): void {
    const [lo, hi] = RANGES[dial];
    this.#asked = { ...this.#asked, [dial]: Math.min(hi, Math.max(lo, Math.round(to))) };
  }
  /** With one knob, with two, … with all of them. */
  readonly lines: readonly Bill[] = $derived.by(() =>
    Array.from({ length: this.#asked.knobs }, (_, knob) =>
      billOf(this.#asked.levels, knob + 1, this.#asked.machines, this.figure.hours),
    ),
  );
  readonly differs = $derived.by(() => BILL_DIALS.some((dial) => this.#asked[dial] !== this.figure[dial]));
  reset(): void {
    const { knobs, levels, machines } = this.figure;
    this.#asked = { knobs, levels, machines };
  }
}
