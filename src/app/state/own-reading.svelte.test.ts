import { afterEach, describe, expect, it } from 'vitest';
import { spawnInProcess } from '../../workers/in-process.ts';
import { WorkerPool } from '../../workers/pool.ts';
import { TableReading } from './own-reading.svelte.ts';

const open: TableReading[] = [];
afterEach(() => open.splice(0).forEach((reading) => reading.dispose()));
function readingOf(spawn = spawnInProcess) {
  const reading = new TableReading(() => new WorkerPool({ size: 1, spawn }));
  open.push(reading);
  return reading;
}
const good = new Blob(['lr,width,error\n0.1,8,0.5\n0.2,16,0.25\n']);
const bad = new Blob(['red,green\nblue,pink\n']);

describe('reading a table', () => {
  it('gives what was read, or why it is refused', async () => {
    const reading = readingOf();
    const read = reading.read(good, null);
    expect(reading.busy).toBe(true);
    expect((await read)?.names).toEqual(['lr', 'width']);
    expect([reading.busy, reading.problem]).toEqual([false, undefined]);
    expect(await reading.read(bad, null)).toBeUndefined();
    expect([reading.problem?.key, reading.table]).toEqual(['problem.csv-columns', undefined]);
  });

  it('keeps what was read while other columns are refused', async () => {
    const reading = readingOf();
    await reading.read(good, null);
    await reading.read(good, { hyperparameters: [0], error: 0 });
    expect(reading.problem?.key).toBe('problem.csv-choice');
    expect(reading.table?.choice).toEqual({ hyperparameters: [0, 1], error: 2 });
  });

  it('answers the latest question only, and none that was stopped', async () => {
    const reading = readingOf();
    const first = reading.read(bad, null);
    const second = reading.read(good, null);
    expect(await first).toBeUndefined();
    expect(await second).toBeDefined();
    expect(reading.problem).toBeUndefined();
    const third = reading.read(bad, null);
    reading.stop();
    expect(await third).toBeUndefined();
    expect([reading.busy, reading.problem, reading.table?.names]).toEqual([
      false,
      undefined,
      ['lr', 'width'],
    ]);
  });

  it('says so where the worker is lost', async () => {
    const reading = readingOf(({ gone }) => ({ send: () => gone('it was killed'), terminate: () => {} }));
    await reading.read(good, null);
    expect(reading.problem?.key).toBe('error.worker-crashed');
  });
});
