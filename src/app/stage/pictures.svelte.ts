/* eslint-disable svelte/prefer-svelte-reactivity -- the maps here are bookkeeping that nothing on screen reads */
/**
 * Pictures of a model (posterior mean, sd, acquisition, draws) or of TPE's two densities, computed in a worker of
 * their own while the clock moves on. A panel always gets the latest picture it asked for: requests overtaken by a newer one are
 * skipped, unless they are being computed: then their picture is shown until the newer one comes, since where trials come
 * faster than pictures there would never be any. Finished ones are kept in a small cache, so that stepping back and forth is
 * immediate.
 */
import { untrack } from 'svelte';
import { Recent } from '#core/recent.ts';
import type { Message, Trial } from '#core/types.ts';
import { JobCancelled } from '#workers/client.ts';
import type { Job, WorkerPool } from '#workers/pool.ts';
import type { DensityRequest, ModelRequest, Picture, PictureRequest } from '#workers/protocol.ts';
import { awaitsNetwork, errorMessage } from '../shared/errors.ts';

/** What to draw: a request with all of the run's trials. `view` and `trials` are never changed afterwards. */
export type PictureWish = WithRun<ModelRequest> | WithRun<DensityRequest>;
type WithRun<Request extends PictureRequest> = Omit<Request, 'trials'> & { trials: readonly Trial[] };

/** `computing`: {@link PicturePanel.picture} is still the one before, or undefined. */
export type PictureStatus = 'empty' | 'computing' | 'ready' | 'failed';

/** What one chart shows; its fields are reactive. */
export class PicturePanel {
  status = $state<PictureStatus>('empty');
  picture = $state.raw<Picture | undefined>(undefined);
  /** What the picture is of: compare with what is on screen before drawing an older one. */
  wish = $state.raw<PictureWish | undefined>(undefined);
  error = $state.raw<Message | undefined>(undefined);

  readonly #pictures: Pictures;
  constructor(pictures: Pictures) {
    this.#pictures = pictures;
  }

  /** Asks for a picture, or for none; may be called from an effect at every change. */
  want(wish: PictureWish | null): void {
    untrack(() => this.#pictures.request(this, wish));
  }
  /** After a failure: asks again for what failed. */
  retry(): void {
    untrack(() => this.#pictures.retry(this));
  }
  /** The chart is gone. */
  dispose(): void {
    untrack(() => this.#pictures.leave(this));
  }
}

interface Pending {
  wish: PictureWish;
  key: string;
}

export interface PicturesOptions {
  /** Not disposed of here. */
  pool: WorkerPool;
  /** How many pictures are kept. */
  capacity?: number;
}

export class Pictures {
  readonly #pool: WorkerPool;
  readonly #cache: Recent<string, Picture>;
  /** The latest wish of each panel that has not been met. */
  readonly #wanted = new Map<PicturePanel, Pending>();
  readonly #failed = new Map<PicturePanel, PictureWish>();
  readonly #shown = new Set<PicturePanel>();
  #running: { key: string; job: Job<Picture> } | undefined;
  #busy = $state(false);
  #disposed = false;
  readonly #stopHoping: () => void;

  constructor({ pool, capacity = 96 }: PicturesOptions) {
    this.#pool = pool;
    this.#cache = new Recent(capacity);
    this.#stopHoping = this.#pool.onAgain(() => {
      for (const [panel, wish] of [...this.#failed])
        if (awaitsNetwork(panel.error)) this.request(panel, wish);
    });
  }

  /** Of the same worker, for charts that nobody sees: whoever waits for one need not wait for the other's. */
  another(): Pictures {
    return new Pictures({ pool: this.#pool });
  }
  /** One per chart; `dispose` it with the chart. */
  panel(): PicturePanel {
    const panel = new PicturePanel(this);
    this.#shown.add(panel);
    return panel;
  }
  /** The chart is gone. With the last of them goes what was kept: pictures, and the contours drawn of them. */
  leave(panel: PicturePanel): void {
    this.request(panel, null);
    this.#shown.delete(panel);
    if (this.#shown.size === 0) this.#cache.clear();
  }

  /** A chart waits for its picture. */
  get busy(): boolean {
    return this.#busy;
  }

  request(panel: PicturePanel, wish: PictureWish | null): void {
    this.#failed.delete(panel);
    this.#wanted.delete(panel);
    this.#ask(panel, wish);
    this.#busy = this.#wanted.size > 0;
  }

  #ask(panel: PicturePanel, wish: PictureWish | null): void {
    if (!wish || this.#disposed) {
      panel.status = 'empty';
      panel.picture = panel.wish = panel.error = undefined;
      return;
    }
    const key = keyOf(wish);
    const known = this.#cache.get(key);
    if (known) {
      deliver(panel, wish, known);
      return;
    }
    panel.status = 'computing';
    this.#wanted.set(panel, { wish, key });
    this.#next();
  }

  retry(panel: PicturePanel): void {
    this.#pool.tryAgain();
    const wish = this.#failed.get(panel);
    if (wish) this.request(panel, wish);
  }

  dispose(): void {
    this.#disposed = true;
    this.#wanted.clear();
    this.#running?.job.cancel();
    this.#stopHoping();
  }

  /** One at a time; a picture being computed is let finish, since the reader may well come back to it. */
  #next(): void {
    if (this.#running || this.#disposed) return;
    const first = this.#wanted.values().next();
    if (first.done) return;
    const { key, wish } = first.value;
    const job = this.#pool.ask('picture', requestOf(wish));
    this.#running = { key, job };
    const asked = [...this.#wanted].filter(([, pending]) => pending.key === key);
    job.result
      .then(
        (picture) => {
          this.#cache.set(key, picture);
          for (const [panel, { wish: before }] of asked) {
            const now = this.#wanted.get(panel)?.wish;
            if (now?.kind !== before.kind || !isOfOneRun(before.trials, now.trials)) continue;
            panel.picture = picture;
            panel.wish = before;
          }
          for (const [panel, pending] of this.#wanted) {
            if (pending.key !== key) continue;
            this.#wanted.delete(panel);
            deliver(panel, pending.wish, picture);
          }
        },
        (error: unknown) => {
          if (error instanceof JobCancelled) return;
          for (const [panel, pending] of this.#wanted) {
            if (pending.key !== key) continue;
            this.#wanted.delete(panel);
            this.#failed.set(panel, pending.wish);
            panel.error = errorMessage(error);
            panel.picture = panel.wish = undefined;
            panel.status = 'failed';
          }
        },
      )
      .finally(() => {
        this.#running = undefined;
        this.#busy = this.#wanted.size > 0;
        this.#next();
      });
  }
}

/** A run's trials come in lists that grow; each trial stays what it is. */
export const isOfOneRun = (a: readonly Trial[], b: readonly Trial[]): boolean => a[0] === b[0];

function deliver(panel: PicturePanel, wish: PictureWish, picture: Picture): void {
  panel.picture = picture;
  panel.wish = wish;
  panel.error = undefined;
  panel.status = 'ready';
}

// A view belongs to one trial of one run and is never changed: its identity stands for both.
const viewIds = new WeakMap<PictureWish['view'], number>();
let views = 0;
function keyOf(wish: PictureWish): string {
  let id = viewIds.get(wish.view);
  if (id === undefined) viewIds.set(wish.view, (id = ++views));
  return JSON.stringify([id, wish.grid, (wish.kind === 'model' && wish.paths) || null]);
}

/** Only what the strategy had seen, and without the views of its trials: a message of a few kilobytes. */
function requestOf(wish: PictureWish): PictureRequest {
  const pretended = wish.kind === 'model' ? (wish.view.fantasies?.length ?? 0) : 0;
  const trials = wish.trials.slice(0, wish.view.conditioned + pretended).map((trial) => {
    const bare = { ...trial };
    delete bare.view;
    return bare;
  });
  return { ...wish, trials };
}
