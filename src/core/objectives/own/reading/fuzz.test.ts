/** Random tables in the styles of programs, spreadsheets and people: what was put in comes out. */
import { expect, it } from 'vitest';
import { make, randomOf, sound } from './random/trials.ts';
import { write } from './random/tables.ts';
import { readTable } from './read.ts';

/** `FUZZ=10000 npx vitest run reading/fuzz` for more. */
const TABLES = Number(process.env.FUZZ ?? 2500);

it('reads random tables as they were meant', () => {
  const random = randomOf(20261126);
  const makers = new Map<string | null, number>();
  for (let n = 0; n < TABLES; n++) {
    let made = make(random);
    while (!sound(made)) made = make(random);
    const written = write(made, random);
    const ends = random.pick(['\n', '\n', '\r\n', '\r', '\r\r\n']);
    const text =
      (random.chance(0.2) ? '\uFEFF' : '') + written.text.replaceAll('\n', ends) + random.pick(['', ends]);
    const read = readTable(text);
    if ('problem' in read) throw new Error(`Table ${n}: ${JSON.stringify(read.problem)}\n${written.text}`);
    const order = written.names.map((name) =>
      read.hyperparameters.findIndex((index) => read.columns[index].name === name),
    );
    const found = {
      maker: read.maker,
      result: read.columns[read.objective].name,
      sense: read.direction.sense,
      axes: read.hyperparameters.length,
      trials: read.points.map(({ x, y }) => [...order.map((i) => x[i]), y]),
    };
    expect(found, `table ${n}\n${written.text}`).toEqual({
      maker: written.maker,
      result: written.result,
      sense: written.sense,
      axes: made.names.length,
      trials: made.trials,
    });
    makers.set(read.maker, (makers.get(read.maker) ?? 0) + 1);
  }
  expect(makers.size).toBe(8);
}, 300_000);
