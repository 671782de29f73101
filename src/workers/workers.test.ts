import { describe, expect, it } from 'vitest';
import type { SpawnWorker } from './client.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { Workers } from './workers.ts';

/** Workers that take what they are given and finish when they are told. */
function hands() {
  const jobs: { job: number; finish: () => void }[] = [];
  let alive = 0;
  const spawn: SpawnWorker = (on) => {
    alive += 1;
    queueMicrotask(() => on.message({ type: 'ready' }));
    return {
      send(message: ToWorker) {
        if (message.type !== 'ask') return;
        const { job } = message;
        on.message({ type: 'accepted', job });
        const finish = () => on.message({ type: 'done', job, result: undefined } as unknown as FromWorker);
        jobs.push({ job, finish });
      },
      terminate: () => void (alive -= 1),
    };
  };
  return { spawn, jobs, alive: () => alive };
}
const question = { dimensions: 1 } as never;
const ask = (workers: Workers, lane: Parameters<Workers['lane']>[0]) =>
  workers
    .lane(lane)
    .ask('curse', question)
    .result.catch(() => {});

describe('the owner of the workers', () => {
  it('gives each kind of work workers of its own, the same ones every time', () => {
    const { spawn, alive } = hands();
    const workers = new Workers({ spawn });
    expect(workers.lane('runs')).toBe(workers.lane('runs'));
    expect(workers.lane('runs')).not.toBe(workers.lane('pictures'));
    expect(alive()).toBe(0);
    workers.dispose();
  });

  it('lets what is on screen go first: what goes on behind it has one worker meanwhile, then all again', () => {
    const { spawn, jobs } = hands();
    const workers = new Workers({ spawn });
    workers.front('runs');
    for (let i = 0; i < 10; i++) void ask(workers, 'arena');
    const all = workers.lane('arena').size;
    expect(jobs.length).toBe(all);
    void ask(workers, 'runs');
    const [run] = jobs.splice(all);
    // Those that are at work finish what they have; one goes on.
    for (const { finish } of jobs.splice(0)) finish();
    expect(jobs.length).toBe(1);
    run.finish();
    expect(jobs.length).toBe(all);
    workers.dispose();
  });

  it('leaves one core to the page while it comes, and uses all of them after that', async () => {
    const { spawn, jobs } = hands();
    const workers = new Workers({ spawn });
    let come = () => {};
    workers.spare(new Promise<void>((resolve) => (come = resolve)));
    for (let i = 0; i < 10; i++) void ask(workers, 'arena');
    const all = workers.lane('arena').size;
    expect(jobs.length).toBe(all - 1);
    come();
    await new Promise((resolve) => setTimeout(resolve));
    expect(jobs.length).toBe(all);
    workers.dispose();
  });

  it('holds everything back until the page is set up, whatever comes of that', async () => {
    const { spawn, jobs, alive } = hands();
    const workers = new Workers({ spawn });
    const before = workers.lane('runs');
    let fail!: () => void;
    workers.hold(new Promise((_, reject) => (fail = () => reject(new Error('no frames')))));
    void ask(workers, 'runs');
    void ask(workers, 'pictures');
    await Promise.resolve();
    expect([jobs.length, alive(), before.busy]).toEqual([0, 0, true]);
    fail();
    await new Promise((resolve) => setTimeout(resolve));
    expect([jobs.length, alive()]).toEqual([2, 2]);
    // What is asked for later waits for nothing.
    void ask(workers, 'formulas');
    expect(jobs.length).toBe(3);
    workers.dispose();
  });

  it('starts no worker any more when it is gone, and stops those there are', async () => {
    const { spawn, alive } = hands();
    const workers = new Workers({ spawn });
    void ask(workers, 'runs');
    expect(alive()).toBe(1);
    workers.dispose();
    await ask(workers, 'runs');
    await ask(workers, 'tables');
    expect(alive()).toBe(0);
  });

  it('lets workers go that have nothing to do', () => {
    const { spawn, jobs, alive } = hands();
    const workers = new Workers({ spawn });
    void ask(workers, 'dimensions');
    void ask(workers, 'dimensions');
    expect(alive()).toBe(2);
    jobs[0].finish();
    workers.lane('dimensions').release();
    expect(alive()).toBe(1);
    workers.dispose();
  });

  it('tells when none has anything to do, at once where none has', async () => {
    const { spawn, jobs } = hands();
    const workers = new Workers({ spawn });
    await workers.idle();
    void ask(workers, 'runs');
    void ask(workers, 'pictures');
    let idle = false;
    const waited = workers.idle().then(() => (idle = true));
    jobs[0].finish();
    await Promise.resolve();
    expect(idle).toBe(false);
    jobs[1].finish();
    await waited;
    workers.dispose();
  });
});
