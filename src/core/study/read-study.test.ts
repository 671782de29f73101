import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getObjective } from '../objectives/index.ts';
import { problemOf } from '../run.ts';
import { readStudy } from './read-study.ts';
import { SUITES } from './suites.ts';
import { study } from './testing.ts';

const refusals = (raw: unknown) => {
  const read = readStudy(raw);
  return 'problems' in read
    ? read.problems.map(({ key, values }) => [key.replace('problem.', ''), values.field])
    : [];
};
const base = { problems: ['branin'], strategies: ['random'] };

describe('a study that is taken', () => {
  it('is completed from its short form, and then read back as it is', () => {
    const read = study({
      problems: [
        'branin',
        { id: 'ackley', params: { dimension: 3 }, noise: 0.5 },
        'svc-digits',
        { id: 'morph', noise: '10%' },
      ],
      strategies: ['random', { id: 'grid', name: 'coarse grid' }],
    });
    expect(read.problems.map(({ name, noise }) => [name, noise])).toEqual([
      ['branin', { kind: 'none' }],
      ['ackley', { kind: 'gaussian', sd: 0.5 }],
      ['svc-digits', { kind: 'measured' }],
      ['morph', { kind: 'proportional', sd: 0.1 }],
    ]);
    expect(read.problems[1].objective.params).toEqual({ dimension: 3, shift: 0 });
    expect(read.strategies.map(({ name, id }) => [name, id])).toEqual([
      ['random', 'random'],
      ['coarse grid', 'grid'],
    ]);
    expect(readStudy(read)).toEqual({ study: read });
    expect(readStudy(JSON.parse(JSON.stringify(read)))).toEqual({ study: read });
  });

  it('tells namesakes apart by a number that no other entry has', () => {
    const { strategies } = study({
      ...base,
      strategies: ['random', 'random', { id: 'random', name: 'random#3' }, 'random'],
    });
    expect(strategies.map(({ name }) => name)).toEqual(['random', 'random#2', 'random#3', 'random#4']);
  });

  it('takes a suite for all of its problems, among others', () => {
    const { problems } = study({ ...base, problems: ['quadratic', 'unimodal', 'branin'] });
    expect(problems).toHaveLength(SUITES.unimodal.length + 2);
    expect(problems.map(({ name }) => name)).toContain('quadratic#2');
    expect(problems.at(-1)!.name).toBe('branin');
  });
});

describe('instances', () => {
  const instancesOf = (raw: object) => study({ ...base, ...raw }).instances;

  it('are moved where a file says so, and where it names a suite and does not say', () => {
    expect(instancesOf({ instances: 'moved' })).toBe('moved');
    expect(instancesOf({ problems: 'unimodal' })).toBe('moved');
    expect(instancesOf({ problems: ['branin', 'noisy'] })).toBe('moved');
    expect(instancesOf({ problems: ['branin', 'noisy'], instances: 'fixed' })).toBeUndefined();
    expect(instancesOf({})).toBeUndefined();
  });

  it('are as they were in files that were written before there were any', () => {
    const before = study({ ...base, problems: 'unimodal', instances: 'fixed' });
    expect(Object.keys(before)).not.toContain('instances');
    expect(readStudy(before)).toEqual({ study: before });
    const after = study({ ...base, problems: 'unimodal' });
    expect(readStudy(JSON.parse(JSON.stringify(after)))).toEqual({ study: after });
    // Fixed ones are written as before, whether or not the file says so.
    expect(JSON.stringify(study({ ...base, instances: 'fixed' }))).toBe(JSON.stringify(study(base)));
  });

  it.each([true, 'Moved', 'anew', 1, null, ['moved']])('are refused where they are %j', (instances) => {
    expect(refusals({ ...base, instances })).toEqual([['study-value', 'instances']]);
  });
});

describe('suites', () => {
  const problemsOf = (suite: string) => study({ ...base, problems: suite }).problems;

  it.each(Object.keys(SUITES))('%s has several problems, all valid', (suite) => {
    expect(problemsOf(suite).length).toBeGreaterThanOrEqual(5);
  });

  it('hold what their names say', () => {
    const facts = (suite: string) => problemsOf(suite).map((one) => problemOf(one).facts.unimodal);
    expect(new Set(facts('unimodal'))).toEqual(new Set([true]));
    expect(new Set(facts('multimodal'))).toEqual(new Set([false]));
    for (const { noise } of problemsOf('noisy')) expect(noise.kind).toBe('gaussian');
    for (const { noise, objective } of problemsOf('measured')) {
      expect([noise.kind, getObjective(objective.id).family]).toEqual(['measured', 'measured']);
    }
    for (const { objective } of problemsOf('low-effective-dimension')) {
      expect(['important-unimportant', 'embed']).toContain(objective.id);
    }
  });
});

describe('a study that is refused', () => {
  it.each([
    ['a list', [], [['study-not-a-study', undefined]]],
    ['a text', 'branin', [['study-not-a-study', undefined]]],
    ['another file', { format: 'trial-by-trial/traces' }, [['study-not-a-study', undefined]]],
    ['a later version', { ...base, version: 2 }, [['study-value', 'version']]],
    ['a key nobody knows', { ...base, repeat: 3 }, [['study-unknown-key', 'repeat']]],
    [
      'nothing',
      {},
      [
        ['study-missing', 'problems'],
        ['study-missing', 'strategies'],
      ],
    ],
    ['no problem', { ...base, problems: [] }, [['study-list', 'problems']]],
    ['half a repeat', { ...base, repeats: 2.5 }, [['study-whole', 'repeats']]],
    ['too many repeats', { ...base, repeats: 501 }, [['study-whole', 'repeats']]],
    ['an endless budget', { ...base, budget: Infinity }, [['study-whole', 'budget']]],
    [
      'a key that objects have by nature',
      JSON.parse(
        '{ "problems": [{ "id": "branin", "constructor": 1 }], "strategies": "random", "__proto__": 2 }',
      ) as object,
      [
        ['study-unknown-key', '__proto__'],
        ['study-unknown-key', 'problems.0.constructor'],
      ],
    ],
    [
      'a key of noise that nobody knows',
      { ...base, problems: [{ id: 'branin', noise: { kind: 'gaussian', sd: 1, mean: 2 } }] },
      [['study-unknown-key', 'problems.0.noise.mean']],
    ],
    [
      'a number for an id',
      { problems: [{ id: 5 }, { objective: { id: null } }], strategies: [{ id: ['grid'] }] },
      [
        ['study-value', 'problems.0.id'],
        ['study-value', 'problems.1.objective.id'],
        ['study-value', 'strategies.0.id'],
      ],
    ],
    ['no budget', { ...base, budget: 0 }, [['study-whole', 'budget']]],
    ['a seed of letters', { ...base, seed: 'one' }, [['study-whole', 'seed']]],
    [
      'an unknown problem',
      { ...base, problems: ['branin', 'brainin'] },
      [['study-unknown', 'problems.1.id']],
    ],
    ['an unknown strategy', { ...base, strategies: ['rnd'] }, [['study-unknown', 'strategies.0.id']]],
    ['a prototype', { ...base, strategies: ['__proto__'] }, [['study-unknown', 'strategies.0.id']]],
    [
      'an entry without an id',
      { ...base, strategies: [{ params: {} }] },
      [['study-missing', 'strategies.0.id']],
    ],
    ['a number for a problem', { ...base, problems: [3] }, [['study-value', 'problems.0']]],
    [
      'a parameter out of range',
      { ...base, problems: [{ objective: { id: 'ackley', params: { dimension: 99 } } }] },
      [['study-value', 'problems.0.objective.params.dimension']],
    ],
    [
      'an unknown parameter',
      { ...base, problems: [{ id: 'ackley', params: { dim: 2 } }] },
      [['study-unknown-key', 'problems.0.params.dim']],
    ],
    [
      'params in a list',
      { ...base, strategies: [{ id: 'grid', params: [] }] },
      [['study-value', 'strategies.0.params']],
    ],
    [
      'negative noise',
      { ...base, problems: [{ id: 'branin', noise: -1 }] },
      [['study-value', 'problems.0.noise']],
    ],
    [
      'noise beyond all proportion',
      { ...base, problems: [{ id: 'branin', noise: '2000%' }] },
      [['study-value', 'problems.0.noise']],
    ],
    [
      'measured noise of a formula',
      { ...base, problems: [{ id: 'branin', noise: 'measured' }] },
      [['study-value', 'problems.0.noise']],
    ],
    [
      'an empty name',
      { ...base, strategies: [{ id: 'grid', name: '' }] },
      [['study-line', 'strategies.0.name']],
    ],
    [
      'one name twice',
      {
        ...base,
        strategies: [
          { id: 'grid', name: 'a' },
          { id: 'random', name: 'a' },
        ],
      },
      [['study-duplicate-name', 'strategies.1.name']],
    ],
    [
      'more trials than memory',
      { problems: Array(30).fill('branin'), strategies: Array(30).fill('random'), budget: 500, repeats: 500 },
      [['study-too-large', undefined]],
    ],
  ])('%s', (_, raw, expected) => {
    expect(refusals(raw)).toEqual(expected);
  });

  it('says everything that is wrong at once', () => {
    expect(
      refusals({ problems: ['brainin', { id: 'ackley', noise: 'loud' }], strategies: 7, seed: -1 }),
    ).toEqual([
      ['study-unknown', 'problems.0.id'],
      ['study-value', 'problems.1.noise'],
      ['study-list', 'strategies'],
      ['study-whole', 'seed'],
    ]);
  });

  it('names what was given and what is expected', () => {
    const read = readStudy({ ...base, repeats: 501, strategies: [{ id: 'grid', params: 'fine' }] });
    expect(read).toMatchObject({
      problems: [
        { values: { field: 'strategies.0.params', given: 'fine' } },
        { values: { field: 'repeats', given: '501', expected: '1 … 500' } },
      ],
    });
  });

  it('settings that do not fit a problem, before anything runs', () => {
    const read = readStudy({
      problems: ['quadratic', 'branin'],
      strategies: ['random', { id: 'grid', params: { levels: [[0.2, 0.7], [1]] } }],
    });
    expect(refusals({ ...base, strategies: ['grid'] })).toEqual([]);
    expect('problems' in read && read.problems.map(({ key }) => key)).toEqual([
      'problem.study-misfit',
      'problem.grid-too-many-lists',
    ]);
    expect('problems' in read && read.problems[0].values).toEqual({
      field: 'strategies.1',
      problem: 'quadratic',
    });
  });

  it('anything at all: nothing throws, and what is taken is read back the same', () => {
    const anything = fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true });
    const entries = fc.oneof(
      anything,
      fc.array(fc.oneof(anything, fc.constantFrom('branin', 'random', 'noisy'))),
    );
    const raw = fc.oneof(
      anything,
      fc.record({ problems: entries, strategies: entries, budget: fc.oneof(anything, fc.integer()) }),
    );
    fc.assert(
      fc.property(raw, (given) => {
        const read = readStudy(given);
        if ('problems' in read) expect(read.problems.length).toBeGreaterThan(0);
        else expect(readStudy(read.study)).toEqual(read);
      }),
      { numRuns: 300 },
    );
  });
});
