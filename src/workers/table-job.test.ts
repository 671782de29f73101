import { afterEach, expect, it } from 'vitest';
import { spawnInProcess } from './in-process.ts';
import { WorkerPool } from './pool.ts';

const pool = new WorkerPool({ size: 1, spawn: spawnInProcess });
afterEach(() => pool.dispose());

it('reads a table in the worker, again with other columns, and says what is wrong with one', async () => {
  const file = new Blob(['lr;width;error\n0,1;8;0,5\n0,2;16;0,25\n0,4;16;0,75\n']);
  const first = await pool.ask('table', { file }).result;
  expect(first).toMatchObject({
    separator: ';',
    decimal: ',',
    choice: { hyperparameters: [0, 1], error: 2 },
  });
  const again = await pool.ask('table', { file, choice: { hyperparameters: [0], error: 2 } }).result;
  expect(again).toMatchObject({
    trials: [
      [0.1, 0.2, 0.4],
      [0.5, 0.25, 0.75],
    ],
    names: ['lr'],
  });
  const foreign = await pool.ask('table', { file: new Blob(['PK\u0003\u0004\0\0']) }).result;
  expect(foreign).toMatchObject({ problem: { key: 'problem.csv-format' } });
});
