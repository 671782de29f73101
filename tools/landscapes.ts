/**
 * Turns measured landscapes (CSV: one trained model a row; hyperparameters, seed, error) into the compact JSON
 * beside `src/core/objectives/measured/index.ts`:  npx tsx tools/landscapes.ts FOLDER_WITH_CSV
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [, , folder] = process.argv;
if (!folder) {
  console.error('Name the folder that holds the CSV files: npx tsx tools/landscapes.ts FOLDER');
  process.exit(2);
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.csv'))) {
  const [header, ...rows] = readFileSync(join(folder, file), 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  const metric = names.at(-1)!;
  const axes = names.slice(0, -2);
  const table = rows.map((row) => row.split(',').map(Number));
  const distinct = (column: number) => [...new Set(table.map((row) => row[column]))].sort((a, b) => a - b);
  const coordinates = axes.map((_, i) => distinct(i));
  const seeds = distinct(axes.length);
  // Row-major, last axis fastest; one array per seed.
  const shape = coordinates.map((list) => list.length);
  const errors = seeds.map(() => new Array<number>(shape.reduce((a, b) => a * b, 1)).fill(NaN));
  for (const row of table) {
    const cell = shape.reduce((index, size, i) => index * size + coordinates[i].indexOf(row[i]), 0);
    errors[seeds.indexOf(row[axes.length])][cell] = row.at(-1)!;
  }
  if (errors.flat().some(Number.isNaN)) throw new Error(`${file}: some combinations were not measured.`);
  const target = `src/core/objectives/measured/${basename(file, '.csv').replaceAll('_', '-')}.json`;
  const about = 'Measured; see README.md in this folder.';
  writeFileSync(target, `${JSON.stringify({ about, metric, axes, coordinates, errors })}\n`);
  console.log(target, shape.join(' × '), `${seeds.length} seeds`);
}
