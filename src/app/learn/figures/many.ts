/**
 * All that counts or schedules many runs: one file, which comes with the first section
 * that has such a figure.
 */
import type { WorkerPool } from '#workers/pool.ts';
import type { Figure } from '../../../learn/figures.ts';
import type { Placed } from '../../../learn/placements.ts';
import { BILL_DIALS, BillState } from './bill/bill.svelte.ts';
import { LostState } from './lost.svelte.ts';
import { MachinesState } from './machines.svelte.ts';
import { SeedsState } from './seeds/seeds.svelte.ts';
import { Shares, type ShareState } from './share.svelte.ts';
import { TunersState, type Tuned } from './tuners/tuners.svelte.ts';
import { WinnersState, type Won } from './winners/winners.svelte.ts';

export { default as ManyPicture } from './ManyPicture.svelte';

export type ManyState =
  ShareState | MachinesState | BillState | LostState | TunersState | SeedsState | WinnersState;
export type ManyFigure = Exclude<Figure, { kind: 'stage' | 'belief' | 'guide' }>;

/** Whose hands a figure is in while a section shows it. */
export interface Holding {
  readonly own: ManyState;
  readonly leave?: () => void;
}

/** What is counted stays from section to section, and from chapter to chapter. */
export class ManyRuns {
  readonly #pool: WorkerPool;
  #shares: Shares;
  readonly #tuned: Tuned = new Map();
  readonly #won: Won = new Map();

  /** @param pool not disposed of here */
  constructor(pool: WorkerPool) {
    this.#pool = pool;
    this.#shares = new Shares(pool);
  }

  /** The reader has gone elsewhere: megabytes are not kept for whoever may come back. */
  forget(): void {
    this.#shares = new Shares(this.#pool);
    this.#tuned.clear();
    this.#won.clear();
  }

  /** @param points of the reader, where the figure shows such */
  hold(figure: ManyFigure, points: Placed | undefined): Holding {
    switch (figure.kind) {
      case 'share': {
        const own = this.#shares.of(figure);
        own.enter();
        return { own, leave: () => own.leave() };
      }
      case 'machines':
        return { own: new MachinesState(figure) };
      case 'bill':
        return { own: new BillState(figure) };
      case 'seeds':
        return { own: new SeedsState(figure, points) };
      default: {
        const own =
          figure.kind === 'lost'
            ? new LostState(figure, this.#pool)
            : figure.kind === 'tuners'
              ? new TunersState(figure, this.#pool, this.#tuned)
              : new WinnersState(figure, this.#pool, this.#won);
        return { own, leave: () => own.dispose() };
      }
    }
  }
}

/** What the reader has changed, as text. */
export function saidOf(own: ManyState, kind: string): string {
  if (own instanceof MachinesState) return `machines?count=${own.machines}`;
  if (own instanceof BillState)
    return `bill?${BILL_DIALS.map((dial) => `${dial}=${own.asked[dial]}`).join('&')}`;
  if (own instanceof TunersState) return `tuners?named=${own.named}&trials=${own.trials}`;
  return `${kind}?dial=${own.dial ?? ''}`;
}
