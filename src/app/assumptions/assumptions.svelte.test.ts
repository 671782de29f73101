import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Diagnosis } from '#core/assumptions/diagnosis/index.ts';
import { diagnose } from '#core/assumptions/diagnosis/index.ts';
import { problemOf } from '#core/run.ts';
import { openingAtOnce } from '../opening/testing.ts';
import { WorkerPool } from '#workers/pool.ts';
import type { DiagnosisRequest, FromWorker, ToWorker } from '#workers/protocol.ts';
import { Assumptions } from './assumptions.svelte.ts';
import { firstScenario, Question } from './question.svelte.ts';

/** A worker that answers when the test says so. */
class Bench {
  readonly asked: { job: number; ask: DiagnosisRequest }[] = [];
  readonly cancelled: number[] = [];
  #say: ((message: FromWorker) => void)[] = [];
  readonly pool = new WorkerPool({
    size: 2,
    limits: { silentFor: 1e9, acceptWithin: 1e9, cancelWithin: 1e9 },
    spawn: (on) => {
      this.#say.push(on.message);
      on.message({ type: 'ready' });
      return {
        send: (message: ToWorker) => {
          if (message.type === 'ask' && message.request === 'diagnose') {
            this.asked.push({ job: message.job, ask: message.ask });
            this.#tell({ type: 'accepted', job: message.job });
          } else if (message.type === 'cancel') {
            this.cancelled.push(message.job);
            queueMicrotask(() => this.#tell({ type: 'cancelled', job: message.job }));
          }
        },
        terminate: () => {},
      };
    },
  });
  get latest() {
    return this.asked[this.asked.length - 1];
  }
  coarse({ job, ask } = this.latest): void {
    this.#tell({ type: 'part', job, part: answers(ask)[0] });
  }
  async fine({ job, ask } = this.latest): Promise<void> {
    this.#tell({ type: 'done', job, result: answers(ask)[1] });
    await Promise.resolve();
    await Promise.resolve();
  }
  async fail({ job } = this.latest): Promise<void> {
    const error = { code: 'run-failed', message: 'no such thing', details: {} } as const;
    this.#tell({ type: 'failed', job, error });
    await Promise.resolve();
    await Promise.resolve();
  }
  #tell(message: FromWorker): void {
    // Every worker hears of every job; the pool drops what is not a worker's own.
    for (const say of this.#say) say(message);
  }
}

/** Coarse and fine. */
function answers(asked: DiagnosisRequest): [Diagnosis, Diagnosis] {
  const steps = diagnose(problemOf(asked), asked);
  let first: Diagnosis | undefined;
  for (;;) {
    const step = steps.next();
    if (step.done) return [first!, step.value];
    first ??= step.value;
  }
}

let bench: Bench;
let question: Question;
let page: Assumptions;
beforeEach(() => {
  vi.useFakeTimers();
  bench = new Bench();
  question = new Question();
  page = new Assumptions({ question, pool: bench.pool, sections: bench.pool, opening: openingAtOnce() });
});
afterEach(() => {
  page.dispose();
  vi.useRealTimers();
});

describe('the state of the Assumptions page', () => {
  it('asks nothing until it is on screen, then shows the coarse answer and the fine one', async () => {
    expect(page.scenario).toEqual(firstScenario());
    page.setParam('minimum', 0.4);
    expect(bench.asked).toEqual([]);
    question.start();
    expect(bench.asked).toHaveLength(1);
    expect(page.status).toBe('computing');
    bench.coarse();
    expect(page.answer!.diagnosis.coarse).toBe(true);
    expect(page.answer!.scenario).toBe(page.scenario);
    expect(page.status).toBe('computing');
    await bench.fine();
    expect([page.answer!.diagnosis.coarse, page.status]).toEqual([false, 'ready']);
  });

  it('answers at once where the page was on screen before its code', () => {
    const early = new Question();
    early.start();
    const late = new Assumptions({
      ...{ question: early, pool: bench.pool, sections: bench.pool },
      opening: openingAtOnce(),
    });
    expect([bench.asked.length, late.status]).toEqual([1, 'computing']);
    late.dispose();
  });

  it('follows a moving dial one coarse answer at a time, and drops what is outdated', async () => {
    question.start();
    bench.coarse();
    page.setParam('ripple', 0.1);
    // The closer look at where the dial was is given up.
    expect(bench.cancelled).toEqual([bench.asked[0].job]);
    for (const ripple of [0.15, 0.2, 0.25, 0.3]) page.setParam('ripple', ripple);
    expect(bench.asked).toHaveLength(2);
    await Promise.resolve();
    bench.coarse();
    expect(page.answer!.scenario.objective.params.ripple).toBe(0.1);
    // The next question is where the dial is now: what lies between is never asked.
    expect(bench.asked.map(({ ask }) => ask.objective.params.ripple)).toEqual([0, 0.1, 0.3]);
    await bench.fine(bench.asked[1]);
    expect(page.answer!.scenario.objective.params.ripple).toBe(0.1);
    expect(page.answer!.diagnosis.coarse).toBe(true);
    bench.coarse();
    await bench.fine();
    expect(page.answer!.scenario).toBe(page.scenario);
    expect([page.answer!.scenario.objective.params.ripple, page.status]).toEqual([0.3, 'ready']);
  });

  it('does not wait forever for the coarse answer to a question that is no longer asked', () => {
    question.start();
    page.setParam('ripple', 0.2);
    page.setParam('ripple', 0.3);
    expect(bench.asked).toHaveLength(1);
    vi.advanceTimersByTime(600);
    expect(bench.asked.map(({ ask }) => ask.objective.params.ripple)).toEqual([0, 0.3]);
    expect(bench.cancelled).toEqual([bench.asked[0].job]);
  });

  it('leaves the cores alone while another page is on screen, and goes on afterwards', async () => {
    question.start();
    bench.coarse();
    question.cancel();
    expect([page.status, bench.cancelled]).toEqual(['idle', [bench.asked[0].job]]);
    page.setParam('ripple', 0.2);
    expect(bench.asked).toHaveLength(1);
    question.start();
    bench.coarse();
    await bench.fine();
    expect(page.status).toBe('ready');
    question.cancel();
    question.start();
    expect(bench.asked).toHaveLength(2);
  });

  it('says what went wrong, keeps what was entered, and tries again', async () => {
    question.start();
    await bench.fail();
    expect(page.status).toBe('failed');
    expect(page.error).toEqual({ key: 'error.run-failed', values: { detail: 'no such thing' } });
    page.retry();
    expect(page.status).toBe('computing');
    await bench.fine();
    expect([page.status, page.error]).toEqual(['ready', undefined]);
  });

  it('asks anew where a failure belongs to a question that has changed', async () => {
    question.start();
    page.setParam('ripple', 0.2);
    await bench.fail();
    expect(page.status).toBe('computing');
    expect(bench.latest.ask.objective.params.ripple).toBe(0.2);
  });

  it('takes another problem at its defaults, with the noise it comes with, and clamps with a notice', () => {
    page.setObjective('knn-cancer');
    expect(page.scenario.noise).toEqual({ kind: 'measured' });
    page.setObjective('morph');
    page.setParam('ripple', 99);
    expect(page.scenario.objective.params.ripple).toBe(0.5);
    expect(page.notices.map(({ key }) => key)).toEqual(['notice.clamped']);
    page.dismissNotices();
    page.reset();
    expect(page.scenario).toEqual(firstScenario());
    expect(page.notices).toEqual([]);
  });
});
