import { describe, expect, it } from 'vitest';
import { diagnose, type Diagnosis } from '#core/assumptions/diagnosis/index.ts';
import { problemOf } from '#core/run.ts';
import { readScenario } from '#core/scenario.ts';
import type { Answer } from '../assumptions.svelte.ts';
import { curveWitness, fieldWitness, minimaMarks, profileWitness } from './marks.ts';
import { bandOf, pictureCurve, domainOf, lookOf, tableOf } from './picture.ts';
import { groupsOf, isPreset, DIAL_PRESETS } from './dial-presets.ts';
import { entriesOf, resolutionSentences } from './verdicts.ts';
import { placeOf, subjectOf, tidy } from './words.ts';
import { apart } from '../../shared/labels.ts';
import { finePercent } from '../../shared/numbers.ts';
import { breakable } from '../../shared/testing.ts';
import { getObjective, hasObjective } from '#core/objectives/index.ts';
import { defaults } from '#core/params.ts';

function answerTo(raw: object): Answer {
  const { scenario } = readScenario(raw);
  const steps = diagnose(problemOf(scenario), scenario);
  for (;;) {
    const step = steps.next();
    if (step.done) return { scenario, diagnosis: step.value };
  }
}
const morph = (params: object, rest: object = {}) =>
  answerTo({ objective: { id: 'morph', params }, ...rest });

describe('a diagnosis in words', () => {
  it('stands without blanks between Chinese words, whatever a place begins with', () => {
    expect(tidy('从 学习率 = 0.1 到 x = 2 处，位于 （x = 1） 附近')).toBe(
      '从学习率 = 0.1 到 x = 2 处，位于（x = 1）附近',
    );
    expect(tidy('at x = 2 (a b), near 学习率 = 1')).toBe('at x = 2 (a b), near 学习率 = 1');
  });

  it.each([
    ['a bowl', { objective: 'morph' }],
    ['a ripple with noise', { objective: { id: 'morph', params: { ripple: 0.2 } }, noise: 0.05 }],
    ['a plateau', { objective: { id: 'morph', params: { plateau: 0.3 } }, noise: '10%' }],
    ['a cliff', { objective: 'cliff' }],
    ['whole numbers', { objective: 'knn-cancer' }],
    ['a logarithmic axis', { objective: 'ridge-diabetes' }],
    ['a map', { objective: 'dropout-learning-rate', noise: 0.01 }],
    ['three knobs', { objective: 'gbr-diabetes' }],
    ['too many knobs', { objective: { id: 'ackley', params: { dimension: 12 } } }],
  ])('leaves nothing blank: %s', (_, raw) => {
    const answer = answerTo(raw);
    const subject = subjectOf(answer);
    const entries = entriesOf(answer.diagnosis, subject);
    expect(entries.map(({ id }) => id)).toEqual(
      subject.dimensions.length > 1
        ? ['unimodal', 'convex', 'minima', 'separable', 'lipschitz', 'sensitivity']
        : ['unimodal', 'convex', 'minima', 'lipschitz'],
    );
    const said = [
      ...entries.flatMap((entry) => [
        ...entry.said,
        ...entry.noise,
        entry.resolution,
        entry.means,
        entry.answer,
      ]),
      ...resolutionSentences(answer.diagnosis, subject),
    ];
    for (const sentence of said) expect(sentence).not.toMatch(/\{\{|\}\}|NaN|undefined|assumptions\./);
    for (const { kind, shows, said: sentences } of entries) {
      expect(sentences.length).toBeGreaterThan(0);
      if (kind === 'unknown') expect(shows).toBe(false);
    }
  });

  it('says what was missing where values were', () => {
    const { scenario, diagnosis } = morph({});
    const broken: Diagnosis = {
      ...diagnosis,
      unimodal: { holds: 'unknown', why: 'failed' },
      resolution: { ...diagnosis.resolution, failed: 3 },
    };
    const subject = subjectOf({ scenario, diagnosis: broken });
    expect(entriesOf(broken, subject)[0]).toMatchObject({
      kind: 'unknown',
      answer: 'Not known',
      shows: false,
    });
    expect(resolutionSentences(broken, subject)).toContain('3 evaluations gave no value.');
  });

  it('tells values apart with as many digits as that takes, and probabilities from certainty', () => {
    expect(apart([0.12345, 0.12349])).toEqual(['0.12345', '0.12349']);
    expect(apart([1, 1])).toEqual(['1', '1']);
    expect([0, 1, 0.9999, 0.00001, 0.000001, 0.5, 0.034].map(finePercent)).toEqual(
      ['0', '100', '99.99', '0.001', '<\u00a00.001', '50', '3.4'].map((number) => `${number}\u00a0%`),
    );
    const subject = subjectOf(answerTo({ objective: 'branin' }));
    expect(breakable(placeOf(subject, [0.5, 1]))).toBe('(x₁ = 2.5, x₂ = 15)');
  });
});

describe('what is drawn', () => {
  it('is the witness of the verdict, where it lies', () => {
    const answer = morph({ ripple: 0.2 });
    const { diagnosis } = answer;
    const subject = subjectOf(answer);
    if (diagnosis.unimodal.holds !== 'no' || diagnosis.unimodal.witness.kind !== 'hump') throw new Error();
    const { a, b, c } = diagnosis.unimodal.witness;
    const hump = curveWitness(diagnosis, 'unimodal', subject)!;
    expect(hump.points.map(({ x, y }) => [x, y])).toEqual(
      [a, b, c].map(({ unit, value }) => [unit[0], value]),
    );
    expect(hump.lines.find(({ role }) => role === 'gap')).toEqual({
      from: [b.unit[0], Math.max(a.value, c.value)],
      to: [b.unit[0], b.value],
      role: 'gap',
    });
    expect(curveWitness(diagnosis, 'convex', subject)!.lines.map(({ role }) => role)).toEqual([
      'chord',
      'gap',
    ]);
    expect(minimaMarks(diagnosis, subject)).toHaveLength(diagnosis.minima.count);
    expect(curveWitness(morph({}).diagnosis, 'unimodal', subject)).toBeNull();
  });

  it('shows the slope as a line that has it', () => {
    const answer = morph({});
    const { lines } = curveWitness(answer.diagnosis, 'lipschitz', subjectOf(answer))!;
    const [{ from, to }] = lines;
    if (answer.diagnosis.lipschitz.holds !== 'yes') throw new Error();
    expect((to[1] - from[1]) / (to[0] - from[0])).toBeCloseTo(answer.diagnosis.lipschitz.constant, 6);
  });

  it('is a rectangle on the map, and a curve along the witness’s line', () => {
    const answer = answerTo({
      objective: { id: 'morph-2d', params: { ripple: 0.2, rotation: 20, conditioning: 9 } },
    });
    const subject = subjectOf(answer);
    const rectangle = fieldWitness(answer.diagnosis, 'separable', subject)!;
    expect(rectangle.points).toHaveLength(4);
    expect(new Set(rectangle.points.map(({ x }) => x)).size).toBe(2);
    expect(new Set(rectangle.points.map(({ y }) => y)).size).toBe(2);
    const [a, b, c] = profileWitness(answer.diagnosis, 'unimodal', subject)!.points;
    expect([a.x, c.x]).toEqual([0, expect.closeTo(1, 9)]);
    expect(b.x).toBeGreaterThan(0);
    expect(b.x).toBeLessThan(1);
    // The curve passes through them.
    const { t, values } = answer.diagnosis.profiles.unimodal!;
    for (const { x, y } of [a, b, c]) {
      const i = t.reduce((best, at, k) => (Math.abs(at - x) < Math.abs(t[best] - x) ? k : best), 0);
      expect(Math.abs(values[i] - y)).toBeLessThan(0.1);
    }
  });

  it('is the curve with the noise around it, and one look at it', () => {
    const { diagnosis, scenario } = morph({}, { noise: 0.1, budget: 9 });
    const { picture } = diagnosis;
    if (picture.kind !== 'curve') throw new Error();
    const curve = pictureCurve(picture, diagnosis.dimensions[0]);
    expect(Math.min(...Array.from(curve.y))).toBeCloseTo(0, 9);
    expect(Array.from(bandOf(diagnosis, picture)!.sd).every((sd) => sd === 0.1)).toBe(true);
    expect(lookOf(diagnosis, subjectOf({ scenario, diagnosis }))).toHaveLength(9);
    const [lo, hi] = domainOf(diagnosis);
    expect(lo).toBeLessThan(-0.2);
    expect(hi).toBeGreaterThan(Math.max(...Array.from(curve.y)) + 0.2);
    expect(tableOf(diagnosis).length).toBeLessThan(600);
    expect(bandOf(morph({}).diagnosis, picture)).toBeNull();
  });
});

describe('presets and groups', () => {
  it('are settings that exist, each found again when set', () => {
    expect(hasObjective('morph') && hasObjective('morph-2d')).toBe(true);
    expect(DIAL_PRESETS).toHaveLength(7);
    for (const preset of DIAL_PRESETS) {
      const { scenario, notices } = readScenario({ objective: preset.objective, noise: preset.noise });
      expect(notices).toEqual([]);
      const found = DIAL_PRESETS.filter((one) =>
        isPreset(scenario, one, defaults(getObjective(one.objective.id).params)),
      );
      expect(found.map(({ id }) => id)).toEqual([preset.id]);
    }
  });

  it.each(['morph', 'morph-2d', 'ackley', 'bbob', 'forrester'])('hold every dial once: %s', (id) => {
    const { params } = getObjective(id);
    const names = groupsOf({ id, params: {} }, params).flatMap(({ declarations }) =>
      Object.keys(declarations),
    );
    expect(names.toSorted()).toEqual(Object.keys(params).toSorted());
  });
});
