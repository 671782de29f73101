import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import type { ModelView, Trial } from '#core/types.ts';
import type { FromWorker, PictureRequest, ToWorker } from '#workers/protocol.ts';
import { WorkerPool } from '#workers/pool.ts';
import { Pictures, type PicturePanel, type PictureWish } from './pictures.svelte.ts';

const grid = { kind: 'line', axis: 0, count: 3 } as const;
const viewOf = (conditioned: number) => ({ kind: 'model', conditioned }) as ModelView;
const trials = [1, null, 3, 4].map((y, index) => ({ index, y, view: viewOf(index) }) as unknown as Trial);
type ModelWish = Extract<PictureWish, { kind: 'model' }>;
const wish = (conditioned: number): ModelWish => ({
  kind: 'model',
  view: viewOf(conditioned),
  trials,
  grid,
});
const meanOf = ({ picture }: PicturePanel) => (picture?.kind === 'model' ? picture.mean[0] : undefined);

/** Pictures with a worker that answers when the test says so, with `conditioned` as the mean. */
function setUp(capacity = 96) {
  const asked: { job: number; ask: PictureRequest }[] = [];
  let hear: (message: FromWorker) => void = () => {};
  let gone: (reason: string) => void = () => {};
  const pool = new WorkerPool({
    size: 1,
    spawn: (on) => {
      hear = on.message;
      gone = on.gone;
      hear({ type: 'ready' });
      const send = (message: ToWorker) => {
        if (message.type === 'ask') asked.push(message as never);
      };
      return { send, terminate: () => {} };
    },
  });
  const answer = async () => {
    const { job, ask } = asked.at(-1)!;
    const mean = Float64Array.of(ask.view.conditioned);
    hear({ type: 'done', job, result: { kind: 'model', mean, sd: mean, acquisition: mean, paths: [] } });
    await vi.waitFor(() => {});
  };
  const crash = async () => {
    gone('boom');
    await vi.waitFor(() => {});
  };
  const pictures = new Pictures({ pool, capacity });
  return { pictures, asked, answer, crash };
}

describe('Pictures', () => {
  it('gives a panel what it wants, and sends only what the model saw', async () => {
    const { pictures, asked, answer } = setUp();
    const panel = pictures.panel();
    expect(panel.status).toBe('empty');
    panel.want(wish(2));
    expect(panel.status).toBe('computing');
    expect(asked[0].ask.trials.map((t) => t.index)).toEqual([0, 1]);
    expect(asked[0].ask.trials.some((t) => 'view' in t)).toBe(false);
    expect(pictures.busy).toBe(true);
    await answer();
    expect(pictures.busy).toBe(false);
    expect([panel.status, meanOf(panel), panel.wish?.view.conditioned]).toEqual(['ready', 2, 2]);
  });

  it('sends the pretended trials of a batch too', () => {
    const { pictures, asked } = setUp();
    pictures.panel().want({ kind: 'model', view: { ...viewOf(2), fantasies: [7] }, trials, grid });
    expect(asked[0].ask.trials.map((t) => t.index)).toEqual([0, 1, 2]);
  });

  it('skips what has been overtaken, but for what is being computed: the latest wish wins', async () => {
    const { pictures, asked, answer } = setUp();
    const panel = pictures.panel();
    for (const n of [1, 2, 3, 4]) panel.want(wish(n));
    await answer();
    expect([panel.status, meanOf(panel)]).toEqual(['computing', 1]);
    await answer();
    expect(asked.map(({ ask }) => ask.view.conditioned)).toEqual([1, 4]);
    expect([panel.status, meanOf(panel)]).toEqual(['ready', 4]);
  });

  it('shows pictures where trials come faster, as its list of them grows, but never of another run', async () => {
    const { pictures, answer } = setUp();
    const panel = pictures.panel();
    const grown = (count: number): PictureWish => ({ ...wish(count), trials: trials.slice(0, count) });
    const seen: (number | undefined)[] = [];
    for (const n of [1, 2, 3, 4]) {
      panel.want(grown(n));
      if (n > 1) await answer();
      seen.push(meanOf(panel));
    }
    // Each was overtaken while it was computed.
    expect(seen).toEqual([undefined, 1, 2, 3]);
    panel.want({ ...wish(3), trials: trials.map((trial) => ({ ...trial })) });
    await answer();
    expect([panel.status, meanOf(panel)]).toEqual(['computing', 3]);
  });

  it('answers at once what it has, and forgets the one used longest ago', async () => {
    const { pictures, asked, answer } = setUp(2);
    const panel = pictures.panel();
    const [a, b, c] = [wish(1), wish(2), wish(3)];
    for (const w of [a, b]) {
      panel.want(w);
      await answer();
    }
    panel.want({ ...a });
    expect([panel.status, meanOf(panel)]).toEqual(['ready', 1]);
    panel.want(c);
    await answer();
    panel.want(a);
    expect([panel.status, asked.length]).toEqual(['ready', 3]);
    panel.want(b);
    expect([panel.status, asked.length]).toEqual(['computing', 4]);
  });

  it('takes another grid, or draws, as another picture', async () => {
    const { pictures, asked, answer } = setUp();
    const panel = pictures.panel();
    const one = wish(1);
    panel.want(one);
    await answer();
    panel.want({ ...one, paths: { count: 2, seed: 1 } });
    expect(asked.length).toBe(2);
    await answer();
    panel.want({ ...one, grid: { ...grid, count: 9 } });
    expect(asked.length).toBe(3);
  });

  it('stays empty where the wish was withdrawn while it was being computed', async () => {
    const { pictures, answer } = setUp();
    const panel = pictures.panel();
    panel.want(wish(1));
    panel.want(null);
    await answer();
    expect([panel.status, panel.picture]).toEqual(['empty', undefined]);
  });

  it('serves several panels in turn', async () => {
    const { pictures, answer } = setUp();
    const [first, second] = [pictures.panel(), pictures.panel()];
    first.want(wish(1));
    second.want(wish(2));
    await answer();
    await answer();
    expect([meanOf(first), meanOf(second)]).toEqual([1, 2]);
  });

  it('says what failed, and tries again on request', async () => {
    const { pictures, answer, crash } = setUp();
    const panel = pictures.panel();
    panel.want(wish(1));
    await crash();
    expect([panel.status, panel.error?.key]).toEqual(['failed', 'error.worker-crashed']);
    panel.retry();
    await answer();
    expect([panel.status, panel.error]).toEqual(['ready', undefined]);
  });

  it('may be asked from an effect without going round in circles', async () => {
    const { pictures, answer } = setUp();
    const panel = pictures.panel();
    let t = $state(1);
    let calls = 0;
    const stop = $effect.root(() => {
      $effect(() => {
        calls++;
        panel.want(t > 0 ? wish(t) : null);
      });
    });
    flushSync();
    await answer();
    flushSync();
    expect(calls).toBe(1);
    t = 0;
    flushSync();
    stop();
    expect([calls, panel.status, panel.picture]).toEqual([2, 'empty', undefined]);
  });

  it('keeps nothing once no chart shows pictures: they, and the contours drawn of them, would stay for good', async () => {
    const { pictures, asked, answer } = setUp();
    const [one, two] = [pictures.panel(), pictures.panel()];
    const same = wish(2);
    one.want(same);
    await answer();
    one.dispose();
    // Somebody is there: what was drawn is there at once.
    two.want(same);
    expect([two.status, asked.length]).toEqual(['ready', 1]);
    two.dispose();
    const later = pictures.panel();
    later.want(same);
    expect([later.status, asked.length]).toEqual(['computing', 2]);
  });
});
