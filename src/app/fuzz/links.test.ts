/** Links and study files, damaged: a page all the same, or a refusal that names the field. */
import { describe, expect, it } from 'vitest';
import { counted } from '#core/notices.ts';
import { problemOf } from '#core/run.ts';
import { defaultScenario, readScenario } from '#core/scenario.ts';
import { scenarioToQuery } from '#core/query.ts';
import { writeCsv, readResults } from '#core/study/results/index.ts';
import { readStudy } from '#core/study/read-study.ts';
import { runAll, study } from '#core/study/testing.ts';
import { tell, tellAll } from '../i18n/index.svelte.ts';
import { readSketch } from '../assumptions/phase/phase-link.ts';
import { readHash, writeHash } from '../address/url.ts';
import { luckOf, MUTATIONS, mutated, mutatedText } from './mutate-testing.ts';

const PAGES = ['lab', 'arena', 'assumptions'];
const OWN = { assumptions: { prefix: 'phase.', objective: 'morph' } };

const LINKS = [
  '#/lab?objective=branin&budget=12&seed=4&noise=10%25&strategies=grid,bayes,tpe&grid.levels=0.4,0.5;1,2&bayes.kernel=rbf&t=5',
  '#/lab?objective=table&objective.trials=1,2,3;4,5,6;7,8,9&objective.space=a log;b&lang=zh&truth=hidden&optimum=0',
  '#/lab?objective=drawn&objective.knots=0,0.5,1;3,1,2&budget=9&strategies=binary,k-section',
  '#/arena?objective=ackley&objective.dimension=3&noise=measured&paths=3&slices=1&field=sd',
  `#/assumptions?${scenarioToQuery(readScenario({ objective: 'morph-2d' }).scenario)}&phase.x=objective.ripple,0,0.22,12&phase.y=budget,4,64,12,log&phase.strategies=grid,binary:golden&phase.target=0.001`,
];
const TOKENS = [
  ...[
    '&',
    '=',
    '?',
    '#',
    '/',
    ',',
    ';',
    '%',
    '%E4',
    '%00',
    '+',
    '..',
    '-',
    '.',
    '1e999',
    '-1',
    'NaN',
    'Infinity',
  ],
  ...[
    '&budget=',
    '&objective=',
    '&strategies=',
    '&noise=',
    '&lang=',
    '&t=',
    ...['&hide=', 'menu', '&focus=', '&play=1'],
    '&kept=1x',
    'constructor',
    '__proto__',
  ],
  ...[
    'branin',
    'embed',
    'bbob',
    'bayes.',
    'objective.',
    'phase.',
    'phase.x=',
    '山',
    '\u202e',
    '\ud800',
    ' '.repeat(99),
  ],
];

describe('a link', () => {
  it(
    `that was damaged ${MUTATIONS} times gives a page, and that page a link that gives the same page`,
    { timeout: 600_000 },
    () => {
      for (let i = 0; i < MUTATIONS; i++) {
        const luck = luckOf('link', i);
        let hash = luck.of(LINKS);
        for (let k = luck.below(3); k >= 0; k--) hash = mutatedText(hash, luck, TOKENS);
        const { page, scenario, options, part, notices } = readHash(hash, PAGES, OWN);
        expect(PAGES).toContain(page);
        // What it says is text, and not more than can be read.
        const said = [...notices, ...(part ? readSketch(part, scenario).notices : [])];
        for (const sentence of tellAll(said)) expect(sentence).not.toMatch(/\[object|undefined/);
        expect(counted(said).length).toBeLessThan(60);
        const { dimensions } = problemOf(
          scenario.objective.id === 'formula' ? defaultScenario() : scenario,
        ).space;
        for (const { lo, hi } of dimensions) expect(hi).toBeGreaterThan(lo);
        const again = readHash(writeHash(page, scenario, options, part), PAGES, OWN);
        expect(again, hash).toMatchObject({ page, scenario, options });
      }
    },
  );

  // Found by damage: it took the page down when the link was written again.
  it.each(['a\ud83d', '山\udc00 log', '\ud800'])('takes no half of a character: %j', (space) => {
    const { scenario } = readScenario({
      objective: { id: 'table', params: { trials: '1,2;3,4;5,1', space } },
    });
    expect(scenario.objective.params.space).toContain('\ufffd');
    const { page, options, part } = readHash('#/lab', PAGES, OWN);
    const hash = writeHash(page, scenario, options, part);
    expect(readHash(hash, PAGES, OWN)).toMatchObject({ page, scenario });
  });

  it('with 20,000 strategies nobody knows says so in a few lines', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `s${i}`).join();
    const { notices } = readHash(`#/lab?strategies=${many}`, PAGES);
    expect(notices.length).toBeGreaterThan(20_000);
    const lines = tellAll(notices);
    expect(lines.length).toBeLessThan(8);
    expect(lines.join('\n')).toContain('19997');
  });

  it.each([
    ['budget=NaN&budget=5', 'budget', '5'],
    ['lang=zh&lang=en', 'lang', 'en'],
    ['grid.levels=1&objective=branin&grid.levels=', 'grid.levels', ''],
  ])('with %s says which of them is used', (query, name, used) => {
    const { notices } = readHash(`#/lab?${query}`, PAGES);
    expect(notices).toContainEqual({ key: 'notice.doubled-key', values: { name, used } });
  });
});

describe('a study file', () => {
  const given = {
    format: 'trial-by-trial/study',
    version: 1,
    problems: [
      'branin',
      { id: 'quadratic', noise: '10%', name: 'q' },
      { objective: { id: 'ackley', params: { dimension: 2 } } },
    ],
    strategies: [
      'random',
      { id: 'grid', params: { levels: [] } },
      { id: 'bayes', name: 'b', params: { kernel: 'rbf' } },
    ],
    budget: 6,
    repeats: 2,
    seed: 3,
  };

  it(`that was damaged ${MUTATIONS} times is refused at a field, or is a study`, { timeout: 600_000 }, () => {
    for (let i = 0; i < MUTATIONS; i++) {
      const luck = luckOf('study', i);
      const raw = luck.below(3) === 0 ? mutated(mutated(given, luck), luck) : mutated(given, luck);
      const read = readStudy(JSON.parse(JSON.stringify(raw)));
      if ('study' in read) {
        if (i % 10 === 0) expect(readStudy(JSON.parse(JSON.stringify(read.study)))).toEqual(read);
      } else {
        expect(read.problems.length).toBeGreaterThan(0);
        for (const refusal of read.problems) expect(tell(refusal)).not.toMatch(/\[object|undefined/);
      }
    }
  });
});

describe('a results file', () => {
  it(`that was damaged ${MUTATIONS} times is refused, or is what it was`, { timeout: 600_000 }, async () => {
    const of = study({ problems: ['branin'], strategies: ['random', 'grid'], budget: 4, repeats: 2 });
    const records = runAll(of);
    const whole = [...writeCsv(of, records)].join('');
    const tokens = [',', '\n', '\r\n', '"', '0', '-', 'NaN', 'ok', 'e9', '\0', '#', '山'];
    let taken = 0;
    for (let i = 0; i < MUTATIONS; i++) {
      const text = mutatedText(whole, luckOf('results', i), tokens);
      const read = await readResults(new TextEncoder().encode(text), 'r.csv');
      if ('problem' in read) expect(tell(read.problem)).not.toMatch(/\[object|undefined/);
      else {
        taken += 1;
        expect(read.study).toEqual(of);
        expect(read.records.map(({ y }) => [...y])).toEqual(records.map(({ y }) => [...y]));
      }
    }
    expect(taken).toBeLessThan(MUTATIONS / 4);
  });
});
