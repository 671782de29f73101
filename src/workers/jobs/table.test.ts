import { afterEach, expect, it } from 'vitest';
import { spawnInProcess } from '../in-process.ts';
import { WorkerPool } from '../pool.ts';

const pool = new WorkerPool({ size: 1, spawn: spawnInProcess });
afterEach(() => pool.dispose());

it('reads a table in the worker, again with other columns, and says what is wrong with one', async () => {
  const file = new Blob(['lr;width;error\n0,1;8;0,5\n0,2;16;0,25\n0,4;16;0,75\n']);
  const first = await pool.ask('table', { file }).result;
  expect(first).toMatchObject({
    separator: ';',
    decimal: ',',
    hyperparameters: [0, 1],
    objective: 2,
  });
  const again = await pool.ask('table', { file, wanted: { hyperparameters: [0], objective: 2 } }).result;
  expect(again).toMatchObject({
    points: [
      { x: [0.1], y: 0.5 },
      { x: [0.2], y: 0.25 },
      { x: [0.4], y: 0.75 },
    ],
    names: ['lr'],
  });
  const foreign = await pool.ask('table', { file: new Blob(['PK\u0003\u0004\0\0']) }).result;
  expect(foreign).toMatchObject({ problem: { key: 'problem.csv-format' } });
});
