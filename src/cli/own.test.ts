/** Flags of functions of the user's own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { whichObjective } from './own.ts';
import { readFlags, type RunFlags } from './scenario.ts';
import { UsageError } from './usage.ts';

const folder = mkdtempSync(join(tmpdir(), 'sim-own-'));
afterAll(() => rmSync(folder, { recursive: true }));
const csv = join(folder, 'trials.csv');
writeFileSync(csv, '\uFEFFlr;dropout;err\r\n0,001;0,5;0,3\r\n0,01;0,5;0,2\r\n1,0;0,1;0,4\r\n');

const flags = (own: Parameters<typeof whichObjective>[0], more: Partial<RunFlags> = {}) =>
  readFlags({ strategy: 'grid', ...whichObjective(own), ...more });

describe('sim run', () => {
  it('--formula and --space are settings of the objective', () => {
    const { objective } = flags({ formula: '-x^2', space: 'x log 0.1 1' });
    expect(objective).toEqual({ id: 'formula', params: { formula: '-x^2', space: 'x log 0.1 1' } });
  });

  it('--table reads a CSV file; --columns and --space overrule what was guessed', () => {
    expect(flags({ table: csv }).objective.params).toEqual({
      trials: [
        [0.001, 0.01, 1],
        [0.5, 0.5, 0.1],
        [0.3, 0.2, 0.4],
      ],
      space: 'lr log; dropout',
      direction: 'minimise',
      measure: 'err',
    });
    const chosen = flags({ table: csv, columns: 'dropout,3', space: 'd' }).objective.params;
    expect(chosen.space).toBe('d');
    expect((chosen.trials as number[][])[0]).toEqual([0.5, 0.1]);
  });

  it.each<[string, Parameters<typeof whichObjective>[0], RegExp]>([
    ['a formula', { formula: '(x - 0.3)^2 + foo(x)' }, /“foo” at character 15 is not known/],
    ['a product without its sign', { formula: '2x' }, /at character 2\. For a product write 2\*x/],
    ['a formula without a minimum', { formula: 'log(x)' }, /falls to −∞ at x = 0/],
    ['a domain', { formula: 'x', space: 'x log 0 1' }, /at character 7 of the domain/],
    ['two objectives', { formula: 'x', objective: 'branin' }, /--objective and --formula/],
    ['columns of nothing', { formula: 'x', columns: 'a,b' }, /--columns goes with --table/],
    ['a file that is not there', { table: join(folder, 'no.csv') }, /no\.csv could not be read/],
    [
      'an unknown column',
      { table: csv, columns: 'lr,foo' },
      /no column “foo”; the file has lr, dropout, err/,
    ],
    ['one column', { table: csv, columns: 'lr' }, /1 to 6 hyperparameters and the result/],
    ['rows of nothing', { formula: 'x', where: ['a=b'] }, /--where goes with --table/],
    ['rows by an unknown column', { table: csv, where: ['opt=adam'] }, /--where: there is no column “opt”/],
    [
      'rows by what is nowhere',
      { table: csv, where: ['dropout=7'] },
      /dropout is nowhere “7”. Its values: 0.5, 0.1/,
    ],
    ['rows without a value', { table: csv, where: ['dropout'] }, /takes column=value/],
    [
      'a direction of neither kind',
      { table: csv, direction: 'up' },
      /--direction takes minimise or maximise/,
    ],
    ['no objective', {}, /run needs --objective ID/],
  ])('refuses %s in one sentence', (_, own, sentence) => {
    expect(() => flags(own)).toThrow(UsageError);
    expect(() => flags(own)).toThrow(sentence);
    expect(() => flags(own)).toThrow(/^[^\n]+\.$/);
  });
});
