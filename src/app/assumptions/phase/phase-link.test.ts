import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkQuestion,
  dialsOf,
  limitsOf,
  type Dial,
  type PhaseAxis,
} from '#core/assumptions/phase/index.ts';
import { objectives } from '#core/objectives/index.ts';
import { readScenario } from '#core/scenario.ts';
import { readSketch, sketchToQuery } from './phase-link.ts';
import {
  entryOf,
  PRESET_IDS,
  PHASE_PRESETS,
  RULE_ENTRIES,
  sketchFor,
  type PhaseSketch,
} from './phase-presets.ts';
import { baseOfScenario } from './phase.svelte.ts';

const baseOf = (raw: object) => baseOfScenario(readScenario(raw).scenario);
const page = baseOf({ objective: 'rippled-bowl', budget: 10, seed: 7 });
const read = (query: string) => readSketch(query, page);
const keys = (query: string) => read(query).notices.map(({ key }) => key);

describe('a question as part of a link', () => {
  it.each(PRESET_IDS)('%s comes back as it was, from a link of moderate length', (id) => {
    const query = sketchToQuery(PHASE_PRESETS[id]());
    expect(read(query)).toEqual({ sketch: PHASE_PRESETS[id](), notices: [] });
    expect(query.length).toBeLessThan(330);
  });

  it('is readable, and only holds what is not usual', () => {
    const usual = sketchFor(page);
    expect(sketchToQuery(usual)).toBe('phase.x=objective.ripple,0,0.5,12&phase.y=noise,0,0.2,12');
    const bayes = { ...entryOf('bayes'), params: { ...entryOf('bayes').params, kernel: 'rbf' } };
    const own = { ...baseOf({ objective: 'branin', noise: '5%', budget: 60, seed: 3 }) };
    expect(
      sketchToQuery({
        ...usual,
        own,
        x: { dial: 'budget', lo: 4, hi: 64, cells: 7, scale: 'log' },
        strategies: [entryOf('binary:ternary'), bayes],
        target: { kind: 'share', value: 0.05 },
        judged: 'deployed',
        repeats: 30,
        placed: false,
      }),
    ).toBe(
      'phase.objective=branin&phase.budget=60&phase.seed=3&phase.noise=5%25&' +
        'phase.x=budget,4,64,7,log&phase.y=noise,0,0.2,12&phase.target=5%25&phase.judged=deployed&' +
        'phase.repeats=30&phase.placed=0&phase.strategies=binary:ternary,bayes&phase.bayes.kernel=rbf',
    );
  });

  it('comes back whatever was chosen', () => {
    const names = [...RULE_ENTRIES, 'grid', 'random', 'bayes', 'tpe', 'cma-es'];
    const axisOf = (dial: Dial, about: Parameters<typeof limitsOf>[1]): fc.Arbitrary<PhaseAxis> => {
      const { min, max, kind } = limitsOf(dial, about)!;
      const end = kind === 'int' ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
      return fc.record({
        dial: fc.constant(dial),
        lo: end.map((x) => x + 0),
        hi: end.map((x) => x + 0),
        scale: fc.constantFrom('linear' as const, 'log' as const),
        cells: fc.integer({ min: 2, max: 64 }),
      });
    };
    const sketches = fc
      .record({
        id: fc.constantFrom(undefined, ...objectives.map(({ id }) => id)),
        target: fc.constantFrom(
          { kind: 'share' as const, value: 0.07 },
          { kind: 'share' as const, value: 1e-6 },
          { kind: 'absolute' as const, value: 0.01 },
          { kind: 'absolute' as const, value: 1e-9 },
        ),
        seed: fc.nat(),
      })
      .chain(({ id, target, seed }) => {
        const own = id === undefined ? undefined : baseOf({ objective: id, seed, budget: 44 });
        const about = { base: own ?? page, target };
        const dial = fc.constantFrom(...dialsOf(about.base.objective));
        return fc.record<PhaseSketch>({
          own: fc.constant(own),
          target: fc.constant(target),
          x: dial.chain((one) => axisOf(one, about)),
          y: dial.chain((one) => axisOf(one, about)),
          strategies: fc.subarray(names).map((chosen) => chosen.map(entryOf)),
          judged: fc.constantFrom('tried' as const, 'deployed' as const),
          repeats: fc.integer({ min: 1, max: 500 }),
          placed: fc.boolean(),
        });
      });
    fc.assert(
      fc.property(sketches, (sketch) => {
        expect(read(sketchToQuery(sketch))).toEqual({ sketch, notices: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('is completed where somebody wrote less', () => {
    const usual = sketchFor(page);
    expect(read('')).toEqual({ sketch: usual, notices: [] });
    const { sketch, notices } = read('phase.x=budget&phase.repeats=3');
    expect(notices).toEqual([]);
    expect([sketch.x.dial, sketch.x.lo, sketch.x.hi, sketch.repeats]).toEqual(['budget', 4, 64, 3]);
    expect(sketch.y).toEqual(usual.y);
    // The dial that the other axis usually turns is taken.
    expect(read('phase.x=noise,0,1').sketch).toMatchObject({
      x: { dial: 'noise', hi: 1, cells: 12 },
      y: { dial: 'objective.ripple' },
    });
    expect(read('phase.objective=branin').sketch.own).toEqual(baseOf({ objective: 'branin' }));
  });

  it('says what it does not know or cannot read, and what it takes instead', () => {
    const usual = sketchFor(page);
    for (const x of [
      'objective.angle,0,1,5',
      'noise,0',
      'noise,0,x,5',
      'noise,0,1,5,cubic',
      'noise,0,1,5,log,7',
      '',
    ]) {
      const { sketch, notices } = read(`phase.x=${x}`);
      expect(
        notices.map(({ key }) => key),
        x,
      ).toEqual(['notice.unreadable']);
      expect(notices[0].values).toMatchObject({
        name: 'phase.x',
        given: x,
        used: 'objective.ripple,0,0.5,12',
      });
      expect(notices[0].values.expected).toContain('objective.frequency | noise | budget | target');
      expect(sketch).toEqual(usual);
    }
    const far = read('phase.x=noise,-1,1e9,1000');
    expect(far.notices.map(({ key, values }) => [key, values.used])).toEqual([
      ['notice.clamped', 'noise,0,1000000,64'],
    ]);
    expect(checkQuestion({ ...far.sketch, base: page })).toEqual([]);
    // Readable, and still no question: that is said beside the form, where it can be mended.
    const same = read('phase.x=noise&phase.y=noise');
    expect(same.notices).toEqual([]);
    expect(checkQuestion({ ...same.sketch, base: page }).map(({ key }) => key)).toEqual([
      'problem.phase-same-dial',
    ]);
    expect(keys('phase.target=much')).toEqual(['notice.unreadable']);
    expect(keys('phase.target=700%25')).toEqual(['notice.clamped']);
    expect(keys('phase.repeats=0&phase.judged=loudly&phase.placed=maybe')).toEqual([
      'notice.unreadable',
      'notice.clamped',
      'notice.unreadable',
    ]);
    expect(keys('phase.strategies=grid,binary,binary:golden,grid,nobody')).toEqual([
      'notice.unknown-strategy',
      'notice.duplicate-strategy',
      'notice.unknown-strategy',
    ]);
    expect(keys('phase.bayes.colour=red&phase.bayes.kernel=soft')).toEqual([
      'notice.unknown-param',
      'notice.unreadable',
    ]);
    expect(keys('phase.colour=red')).toEqual(['notice.unknown-key']);
    // Only of a problem of its own.
    expect(keys('phase.budget=7')).toEqual(['notice.unknown-key']);
    expect(keys('phase.objective=ackley&phase.budget=7&phase.objective.dimension=3')).toEqual([]);
    expect(keys('phase.objective=nonsense')).toEqual(['notice.unknown-objective']);
    const { notices } = read('phase.objective=ackley&phase.budget=0&phase.objective.dimension=99');
    expect(notices.map(({ values }) => values.name)).toEqual(['phase.ackley.dimension', 'phase.budget']);
    // Its rule is a name's matter, and lists are for one problem.
    expect(keys('phase.binary:golden.rule=ternary&phase.grid.levels=1,2')).toEqual([
      'notice.unknown-param',
      'notice.unknown-param',
    ]);
    // Of somebody who does not take part: no harm.
    expect(keys('phase.tpe.startup=3')).toEqual([]);
  });

  it('is a question, whatever is in it', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'phase.',
        '&',
        '=',
        '%',
        '%E0%A4',
        ',',
        'phase.x=',
        'objective.ripple',
        'phase.objective=',
        'formula',
        '-1e999',
        'phase.__proto__=1',
        'phase.bayes.__proto__=1',
        'phase.strategies=',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { sketch } = read(pieces.join(''));
        expect(() => checkQuestion({ ...sketch, base: sketch.own ?? page })).not.toThrow();
        expect(read(sketchToQuery(sketch))).toEqual({ sketch, notices: [] });
      }),
      { numRuns: 200 },
    );
  });
});
