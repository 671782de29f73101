/** `sim moments`: trace files in, a table or JSON out; mistakes are one sentence that names the file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { momentsOf } from '#core/moments/index.ts';
import { problemOf, run } from '#core/run.ts';
import { readScenario } from '#core/scenario.ts';
import { oneTrace } from '#core/trace/file.ts';
import { writtenFile } from '#core/trace/turned.ts';
import { momentsCommand } from './moments.ts';
import { said } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'moments-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string, data: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof data === 'string' ? data : JSON.stringify(data));
  return path;
};
const made = (given: object) => run(readScenario(given).scenario);
const printed = async (...args: string[]) => {
  let text = '';
  expect(await momentsCommand(args, (part) => (text += part))).toBe(0);
  return text;
};

const five = made({
  objective: 'branin',
  budget: 20,
  seed: 1,
  strategies: ['babysit', 'grid', 'binary', 'random', 'bayes'],
});
const whole = fileOf('five.json', five);

describe('a trace file', () => {
  it('is told as a table, what is said first of a trial marked', async () => {
    const lines = (await printed(whole)).trimEnd().split('\n');
    const moments = momentsOf(five.traces, problemOf(five.scenario));
    expect(lines).toHaveLength(1 + moments.length);
    expect(lines[0]).toMatch(/^ *trial +strategy +kind +what happened$/);
    expect(lines.filter((line) => /^ *\*/.test(line))).toHaveLength(
      new Set(moments.map(({ trial }) => trial)).size,
    );
    expect(lines.join('\n')).toMatch(/\* 4 +Binary +lost +Binary throws the true minimum away: another knob/);
    expect(lines.join('\n')).not.toMatch(/\{\{|undefined/);
  });

  it('is told as JSON, with the question and the sentences', async () => {
    const report = JSON.parse(await printed('--json', whole)) as { moments: object[] };
    expect(report).toMatchObject({ objective: 'branin', budget: 20, seed: 1, noise: { kind: 'none' } });
    const moments = momentsOf(five.traces, problemOf(five.scenario));
    expect(report.moments).toEqual(
      moments.map(({ message, ...rest }) => ({
        ...rest,
        ...message,
        sentence: expect.any(String) as string,
      })),
    );
  });

  it('may hold one run, as `sim run` prints it; several of one scenario are one', async () => {
    const ones = five.scenario.strategies.map((choice) => {
      const file = run({ ...five.scenario, strategies: [choice] });
      return fileOf(`${choice.id}.json`, oneTrace(file));
    });
    expect(await printed(...ones)).toBe(await printed(whole));
    expect(await printed(ones[4])).not.toMatch(/leader|too, is/);
  });

  it('may be of something that is maximised', async () => {
    const trials = [
      [1e-4, 1e-3, 1e-2, 0.1],
      [0.61, 0.84, 0.92, 0.3],
    ];
    const file = made({
      objective: { id: 'table', params: { trials, direction: 'maximise' } },
      ...{ budget: 12, strategies: ['grid', 'random', 'binary'] },
    });
    const text = await printed(fileOf('maximised.json', writtenFile(file)));
    expect(text).toMatch(/of the range below the maximum\./);
    expect(text).toMatch(/leads? first, with 0\.\d/);
    expect(text).not.toMatch(/minimum|−/);
  });
});

it.each<[string, RegExp, string[]]>([
  ['no file', /^moments needs a trace file, .* sim moments FILE\.\n$/, []],
  ['a file that is not there', /nowhere\.json could not be read: ENOENT/, [join(folder, 'nowhere.json')]],
  ['no JSON', /text\.json is not JSON: .* Expected: a trace file/, [fileOf('text.json', 'trials\n1')]],
  ['something else', /else\.json holds no traces\. Expected/, [fileOf('else.json', { a: 1 })]],
  [
    'another version',
    /later\.json has version 7 of the trace format; this command reads version 1/,
    [fileOf('later.json', { ...five, version: 7 })],
  ],
  [
    'a scenario without a seed',
    /bare\.json has a scenario that is not valid at “seed”/,
    [fileOf('bare.json', { ...five, scenario: { ...five.scenario, seed: undefined } })],
  ],
  [
    'a trace with a hole',
    /hole\.json is not valid at traces\.0\.trials/,
    [
      fileOf('hole.json', {
        ...five,
        traces: five.traces.map((trace) => ({ ...trace, trials: trace.trials.slice(1) })),
      }),
    ],
  ],
  [
    'two questions',
    /other\.json and .*five\.json hold runs of different scenarios/,
    [whole, fileOf('other.json', made({ objective: 'branin', budget: 20, seed: 2, strategies: ['sobol'] }))],
  ],
  ['one run twice', /five\.json and .*five\.json both hold a run of babysit/, [whole, whole]],
  ['an unknown flag', /--csv/, [whole, '--csv']],
])('%s is one sentence, and exit code 2', async (_, sentence, args) => {
  const { code, out, told } = await said('moments', ...args);
  expect([code, out]).toEqual([2, '']);
  expect(told).toMatch(sentence);
  expect(told).toMatch(/^[^\n]+\n$/);
});

it('help says of one command what it says in the whole text', async () => {
  const { out: all } = await said('help');
  const { code, out } = await said('help', 'moments');
  expect([code, all.includes(out)]).toEqual([0, true]);
  expect(out).toMatch(/^ {2}sim moments FILE/);
  expect((await said('help', 'run')).out.match(/^ {2}sim run/gm)).toHaveLength(3);
  expect(await said('help', 'race')).toMatchObject({
    code: 2,
    told: expect.stringMatching(/known are list, run/) as string,
  });
});
