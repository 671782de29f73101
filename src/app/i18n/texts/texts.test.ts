/** Everything the core can say, and everything that can be set, has its text in both languages. */
import { describe, expect, it } from 'vitest';
import { objectives } from '#core/objectives/index.ts';
import type { ParamValue } from '#core/params.ts';
import { problemOf, runTrials } from '#core/run.ts';
import { readScenario } from '#core/scenario.ts';
import { integer, makeSpace } from '#core/space.ts';
import { strategies } from '#core/strategies/index.ts';
import { readTraceFile } from '#core/trace/file.ts';
import { SettingsError, type Message, type Problem, type Scenario } from '#core/types.ts';
import type { ParamTexts, StrategyText, StrategyTexts } from './types.ts';
import { languageIds as LANGUAGES } from '../languages.ts';
import { dictionaries } from './dictionaries.ts';

const texts = new Map(
  Object.entries(import.meta.glob<{ default: StrategyTexts }>('./strategies/*.ts', { eager: true })).map(
    ([path, module]) => [path.replace(/^.*\/|\.ts$/g, ''), module.default],
  ),
);

/** Of an objective that is maximised, see `tell`. */
const MAXIMISED = '_maximise';
const LOW = /\b(lowest|lower|minimum|valley|up to y)\b|最低|最小|谷|不超过 \{\{split/;

const blanks = (sentence: string) =>
  [...new Set([...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort();
const hanOnlyIn = (language: string, sentence: string) =>
  /\p{Script=Han}/u.test(sentence) === (language === 'zh');

/** Every message that runs of a strategy give, over problems and settings that provoke all of them. */
function emitted(id: string): Message[] {
  const { params } = strategies.find((strategy) => strategy.id === id)!;
  const said: Message[] = [];
  const listen = (scenario: Scenario, target?: Problem) => {
    const trials = runTrials(scenario, scenario.strategies[0], target);
    for (;;) {
      let step: ReturnType<typeof trials.next>;
      try {
        step = trials.next();
      } catch (error) {
        // Points of another problem.
        if (error instanceof SettingsError) return;
        throw error;
      }
      if (step.done) {
        if (step.value.closing) said.push(step.value.closing.why);
        return;
      }
      said.push(step.value.why);
    }
  };
  const settings: Record<string, ParamValue>[] = [
    {},
    // The last of them is the right one for some problem.
    ...(params.points
      ? [1, 2].flatMap((knobs) =>
          ['none', 'random', 'bayes'].map((then) => ({ points: [Array<number>(knobs).fill(1)], then })),
        )
      : []),
    ...Object.entries(params).flatMap(([name, one]) =>
      // The settings of others are theirs to test.
      one.kind === 'choice' && !one.passed
        ? one.options.map((option) => ({ [name]: option, ...(params.n && { n: 4 }) }))
        : [],
    ),
  ];
  for (const objective of ['forrester', 'branin', 'knn-cancer']) {
    for (const own of settings) {
      // Long enough to leave every initial design, and long for the defaults.
      for (const budget of Object.keys(own).length > 0 ? [12] : [1, 3, 25]) {
        const { scenario } = readScenario({ objective, budget, strategies: [{ id, params: own }] });
        const honest = problemOf(scenario);
        listen(scenario);
        listen(scenario, { ...honest, value: () => 1 });
        listen(scenario, { ...honest, value: () => NaN });
      }
    }
  }
  // So small that it can be tried out.
  const { scenario } = readScenario({ objective: 'forrester', budget: 9, strategies: [id] });
  for (let seed = 1; seed <= 8; seed++) {
    const few = { ...problemOf(scenario), space: makeSpace([integer('n', 1, 5)]) };
    listen({ ...scenario, seed }, { ...few, value: ([n]) => (n - 3) ** 2 });
  }
  return said;
}

it('belongs to the registered strategies, and to no others', () => {
  expect([...texts.keys()].sort()).toEqual(strategies.map(({ id }) => id).sort());
});

describe.each(strategies.map((strategy) => [strategy.id, strategy] as const))(
  '%s',
  (id, { params: all, source, heights, relays }) => {
    // What is passed on is called as its own strategy calls it; two that are none by themselves, as the relay does.
    const described = Object.entries(all).filter(
      ([name, { passed }]) =>
        !passed || (id === 'relay' && !texts.has(passed.to) && name.startsWith('then.')),
    );
    const params = Object.fromEntries(described);
    const both = texts.get(id)!;

    it.each(LANGUAGES)('has a name, and a label for every setting and option (%s)', (language) => {
      const text: StrategyText = both[language];
      for (const sentence of [text.name, text.short, text.about]) expect(sentence.trim()).not.toBe('');
      expect(hanOnlyIn(language, text.about)).toBe(true);
      expect(Object.keys(text.params).sort()).toEqual(Object.keys(params).sort());
      for (const [name, one] of Object.entries(params)) {
        const { label, options = {} }: ParamTexts = text.params[name];
        expect(label.trim()).not.toBe('');
        const declared =
          one.kind === 'choice' ? one.options.filter((option) => !relays || !texts.has(option)).sort() : [];
        expect(Object.keys(options).sort()).toEqual(declared);
        for (const option of Object.values(options)) expect(option.trim()).not.toBe('');
      }
    });

    it('says the same things with the same blanks in every language', () => {
      const english: Record<string, string> = both.en.why;
      for (const language of LANGUAGES) {
        const own: Record<string, string> = both[language].why;
        expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort());
        for (const [key, sentence] of Object.entries(own)) {
          expect(blanks(sentence), key).toEqual(blanks(english[key]));
          expect(hanOnlyIn(language, sentence), key).toBe(true);
        }
      }
    });

    it('has a sentence for everything it says, with nothing left blank, and no sentence for nothing', () => {
      const spoken = new Set<string>();
      for (const { key, values } of emitted(id)) {
        const [owner, name] = [key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)];
        if (!relays) expect(owner).toBe(id);
        const sentence = (texts.get(owner)!.en.why as Record<string, string>)[name];
        expect(sentence, key).toBeDefined();
        for (const blank of blanks(sentence)) expect(values[blank], `${key}: ${blank}`).toBeDefined();
        for (const [blank, value] of Object.entries(values)) {
          expect(typeof value === 'string' || Number.isFinite(value), `${key}: ${blank}`).toBe(true);
        }
        if (owner === id) spoken.add(name);
      }
      const sentences = Object.keys(both.en.why).filter((key) => !key.endsWith(MAXIMISED));
      expect([...spoken].sort()).toEqual(sentences.sort());
    });

    it('has other words where an objective is maximised, for every sentence that speaks of less or of depths', () => {
      // A strategy that says no values says nothing of them.
      for (const language of heights ? LANGUAGES : []) {
        const sentences: Record<string, string> = both[language].why;
        for (const [key, sentence] of Object.entries(sentences)) {
          if (key.endsWith(MAXIMISED)) {
            expect(sentences[key.slice(0, -MAXIMISED.length)], key).toBeDefined();
            if (!/ [<>] /.test(sentence)) expect(sentence).not.toMatch(LOW);
          } else if (LOW.test(sentence) || / [<>] /.test(sentence)) {
            expect(sentences[key + MAXIMISED], `${language} ${key}`).toBeDefined();
          }
        }
      }
    });

    it('cites in any language, and explains in the reader’s', () => {
      const { en, zh } = both as Record<'en' | 'zh', StrategyText>;
      expect(en.source ?? source).not.toMatch(/\p{Script=Han}/u);
      expect(zh.source ?? source).not.toMatch(
        /\b(a model of|cf|full factorial|scrambling|distance|defaults of)\b/i,
      );
    });
  },
);

describe('notices and problems of the core', () => {
  const file = { format: 'trial-by-trial/traces', version: 1, traces: [{}] };
  const refusal = (raw: unknown) => {
    const read = readTraceFile(raw);
    return 'problem' in read ? [read.problem] : [];
  };
  const settings = (levels: number[][]): Message[] => {
    const { scenario } = readScenario({
      objective: 'forrester',
      strategies: [{ id: 'grid', params: { levels } }],
    });
    try {
      runTrials(scenario, scenario.strategies[0]).next();
    } catch (error) {
      if (error instanceof SettingsError) return [error.said];
    }
    return [];
  };
  const messages = [
    ...readScenario(7).notices,
    ...readScenario({ x: 1, objective: 'x', budget: 0, seed: 'x', strategies: ['x'] }).notices,
    ...readScenario({
      strategies: ['grid', 'grid', { id: 'random', params: 7 }, { id: 'bayes', params: { x: 1 } }],
    }).notices,
    ...readScenario({ budget: 2.5 }).notices,
    ...readScenario({ objective: 'branin', noise: 'measured' }).notices,
    ...['x', '-9..10,0..15', '0..10,0..15'].flatMap(
      (box) => readScenario({ objective: 'branin', box }).notices,
    ),
    ...readScenario({ objective: 'knn-cancer', box: '1.5..60' }).notices,
    ...readScenario({ objective: 'ridge-diabetes', box: '1e-4..9e4' }).notices,
    ...refusal({}),
    ...refusal({ ...file, version: 2, scenario: {} }),
    ...refusal({ ...file, scenario: { budget: 0 } }),
    ...refusal({ ...file, scenario: readScenario({}).scenario }),
    ...settings([[2]]),
    ...settings([[0], [0]]),
  ];

  it('are all provoked', () => {
    expect([...new Set(messages.map(({ key }) => key))].sort()).toEqual([
      'notice.box-form',
      'notice.box-measured',
      'notice.box-minimum',
      'notice.box-range',
      'notice.box-whole',
      'notice.clamped',
      'notice.duplicate-strategy',
      'notice.no-measured-noise',
      'notice.no-strategies',
      'notice.not-a-scenario',
      'notice.params-not-an-object',
      'notice.rounded',
      'notice.unknown-key',
      'notice.unknown-objective',
      'notice.unknown-param',
      'notice.unknown-strategy',
      'notice.unreadable',
      'problem.grid-level-outside',
      'problem.grid-too-many-lists',
      'problem.not-a-trace-file',
      'problem.trace-field',
      'problem.trace-scenario',
      'problem.trace-version',
    ]);
  });

  it.each(LANGUAGES)('have a sentence with nothing left blank (%s)', (language) => {
    const ui = dictionaries[language];
    for (const { key, values } of messages) {
      const [group, name] = key.split('.');
      const sentences: Record<string, string> = group === 'notice' ? ui.notice : ui.problems;
      expect(sentences[name], key).toBeDefined();
      expect(hanOnlyIn(language, sentences[name]), key).toBe(true);
      for (const blank of blanks(sentences[name])) expect(values[blank], `${key}: ${blank}`).toBeDefined();
    }
  });

  it('leave the same blanks in every language, everywhere in the interface', () => {
    const walk = (a: unknown, b: unknown, path: string) => {
      if (typeof a === 'string') expect(blanks(b as string), path).toEqual(blanks(a));
      else
        for (const [key, inner] of Object.entries(a as object))
          walk(inner, (b as Record<string, unknown>)[key], `${path}.${key}`);
    };
    for (const language of LANGUAGES) walk(dictionaries.en, dictionaries[language], language);
  });
});

it('knows the objectives that its examples use', () => {
  const ids = objectives.map(({ id }) => id);
  for (const id of ['forrester', 'branin', 'knn-cancer']) expect(ids).toContain(id);
});
