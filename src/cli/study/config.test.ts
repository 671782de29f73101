/** Every mistake in flags or in a study is one sentence that names the field, and exit code 2. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configIn, expectRefused, SMALL, temporaryFolder } from './testing.ts';

const root = temporaryFolder();
const at = (...names: string[]) => join(root, ...names);
const config = configIn(root);
const otherConfig = configIn(root, SMALL, 'other.json');

describe('sim study refuses', () => {
  const study = (...args: string[]) => ['study', config, '--out', at('new'), ...args];
  it.each<[string, string[], string | RegExp]>([
    ['no study', ['study', '--out', at('new')], 'study needs a file: sim study CONFIG.json --out DIR.'],
    ['no folder', ['study', config], 'study needs --out DIR'],
    ['an empty folder name', ['study', config, '--out', ''], 'study needs --out DIR'],
    ['an empty name of a study', ['study', '', '--out', at('new')], 'study needs a file: sim study'],
    ['two folders', study('--out', at('newer')), '--out is given twice; keep the one that is meant.'],
    ['a flag twice, in two ways', study('--shard', '1/2', '--shard=2/2'), '--shard is given twice; keep the'],
    ['two studies', ['study', config, otherConfig, '--out', at('new')], `Unexpected “${otherConfig}”`],
    ['an unknown flag', study('--threads', '2'), "Unknown option '--threads'"],
    ['no workers', study('--workers', '0'), '--workers takes 1 … 1024; got “0”.'],
    ['half a worker', study('--workers', '1.5'), '--workers takes 1 … 1024; got “1.5”.'],
    ['a crowd of workers', study('--workers', '1025'), '--workers takes 1 … 1024; got “1025”.'],
    ['workers in words', study('--workers', 'all'), '--workers takes 1 … 1024; got “all”.'],
    [
      'shard 0',
      study('--shard', '0/2'),
      /^--shard takes i\/n with 1 ≤ i ≤ n .*, such as 2\/4; got “0\/2”\.$/m,
    ],
    ['a shard past the last', study('--shard', '3/2'), 'got “3/2”'],
    ['a shard of none', study('--shard', '1/0'), 'got “1/0”'],
    ['a shard in words', study('--shard', 'x'), 'got “x”'],
    ['a shard of three numbers', study('--shard', '1/2/3'), 'got “1/2/3”'],
    ['a shard of too many', study('--shard', '1/1000001'), 'got “1/1000001”'],
  ])('%s', (_, args, sentence) => expectRefused(args, sentence));

  it('a study that is not in UTF-8, which would change its names', async () => {
    for (const bytes of [
      Buffer.from(JSON.stringify(SMALL), 'utf16le'),
      Buffer.from('{"problems":["branin"],"strategies":[{"id":"grid","name":"Gitter für µ"}]}', 'latin1'),
    ]) {
      writeFileSync(at('a.json'), bytes);
      await expectRefused(
        ['study', at('a.json'), '--out', at('new')],
        'a.json is not in UTF-8: save it as text in this encoding.',
      );
    }
  });

  const file = (name: string, content: string, sentence: string | RegExp) =>
    [name, content, sentence] as [string, string, string | RegExp];
  const changed = (more: object) => JSON.stringify({ ...SMALL, ...more });
  it.each([
    file('a file that is no JSON', 'budget: 7', /a\.json is not JSON: .*\.$/m),
    file('half a file', changed({}).slice(0, -30), /a\.json is not JSON: /),
    file('an empty file', '', /a\.json is not JSON: /),
    file(
      'a list',
      '[]',
      /a\.json: This is not a study of Trial by Trial\. Expected a JSON object with problems, strategies, budget/,
    ),
    file('another format', '{"format":"trial-by-trial/trace"}', /a\.json: This is not a study/),
    file('no problems', changed({ problems: undefined }), 'a.json: problems is missing; expected […].'),
    file(
      'an empty list',
      changed({ strategies: [] }),
      'a.json: strategies is []; expected a list of 1 … 200 entries.',
    ),
    file('an unknown key', changed({ bugdet: 9 }), 'a.json: bugdet is not known; known are format, version,'),
    file(
      'an unknown problem',
      changed({ problems: ['braning'] }),
      /a\.json: problems\.0\.id: “braning” is not known; known are .*branin/,
    ),
    file(
      'an unknown strategy',
      changed({ strategies: ['grid', 'luck'] }),
      /a\.json: strategies\.1\.id: “luck” is not known; known are .*bayes/,
    ),
    file(
      'an unknown setting',
      changed({ strategies: [{ id: 'bayes', params: { kernl: 1 } }] }),
      'strategies.0.params.kernl',
    ),
    file(
      'a setting out of range',
      changed({ problems: [{ id: 'ackley', params: { dimension: 99 } }] }),
      'problems.0.params.dimension is 99',
    ),
    file('no budget', changed({ budget: 0 }), 'a.json: budget is 0; expected 1 … 500, a whole number.'),
    file(
      'a budget in words',
      changed({ budget: 'much' }),
      'a.json: budget is much; expected 1 … 500, a whole number.',
    ),
    file(
      'a budget without end',
      changed({}).replace('"budget":7', '"budget":1e999'),
      'a.json: budget is Infinity; expected 1 … 500, a whole number.',
    ),
    file(
      'a budget twice',
      changed({}).replace('"seed"', '"b\\u0075dget":9,"seed"'),
      'a.json: budget is there twice; keep the one that is meant.',
    ),
    file(
      'a setting twice',
      changed({}).replace('"random"', '"random",{"id":"grid","params":{"levels":[[1],[2]],"levels":[]}}'),
      'a.json: strategies.1.params.levels is there twice; keep the one that is meant.',
    ),
    file(
      'one problem that is no list',
      changed({ problems: { id: 'branin' } }),
      'a.json: problems is {"id":"branin"}; expected a list of 1 … 200 entries.',
    ),
    file(
      'an empty name',
      changed({ problems: [{ id: 'branin', name: '' }] }),
      'a.json: problems.0.name is “”; expected 1 … 80 characters on one line.',
    ),
    file('an empty id', changed({ strategies: [''] }), 'a.json: strategies.0.id: “” is not known; known are'),
    file(
      'half a repeat',
      changed({ repeats: 0.5 }),
      'a.json: repeats is 0.5; expected 1 … 500, a whole number.',
    ),
    file(
      'noise that is not measured',
      changed({ problems: [{ id: 'branin', noise: 'measured' }] }),
      /a\.json: problems\.0\.noise is measured; expected none \| sd/,
    ),
    file(
      'a name twice',
      changed({
        strategies: [
          { id: 'grid', name: 'a' },
          { id: 'random', name: 'a' },
        ],
      }),
      'strategies.1.name: the name a is there twice.',
    ),
    file(
      'levels outside',
      changed({ problems: ['quadratic'], strategies: [{ id: 'grid', params: { levels: '0.1,9' } }] }),
      /a\.json: The strategy at strategies\.0 cannot start on problem quadratic\. The grid level 9 of x1 is outside its range, 0 to 1\./,
    ),
    file(
      'more than can be kept',
      JSON.stringify({
        problems: ['multimodal'],
        strategies: Array<string>(9).fill('random'),
        budget: 500,
        repeats: 500,
      }),
      /a\.json: The study would make 22500000 trials; 20000000 are the most/,
    ),
    file(
      'several mistakes',
      changed({ budget: 0, seed: -1, repeats: 0 }),
      'a.json: budget is 0; expected 1 … 500, a whole number (and 2 more like this).',
    ),
  ])('a study with %s', async (_, content, sentence) => {
    writeFileSync(at('a.json'), content);
    await expectRefused(['study', at('a.json'), '--out', at('new')], sentence);
    expect(readdirSync(root)).not.toContain('new');
  });
});
