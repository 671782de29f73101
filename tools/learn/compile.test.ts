/** Chapters are refused with file, line and what to do; what is right becomes plain data. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/learn/types.ts';
import { compile, type Sources } from './compile.ts';
import { readSheet } from './sheet.ts';

const SHEET = `order: 1
scenarios:
  knobs: objective=branin&budget=9
sections:
  one:
    kind: stage
    lab: '{knobs}&t=3'
  two:
    kind: share
    lab: '{knobs}'
    of: { id: random }
    against: [{ id: grid, name: ends }]
    repeats: 10
predictions:
  bet: { kind: share, truth: ahead }
  which: { kind: choice, truth: b }
`;
const sources: Sources = {
  facts: { ahead: 0.5, best: 1.5 },
  cards: { trial: { form: 'trial', definition: 'A run.', elsewhere: [{ language: 'zh', form: '试验' }] } },
  references: { a2012: { authors: 'A', year: 2012, title: 'T', where: 'W', url: 'https://doi.org/1' } },
  strategies: new Set(['grid']),
};
const FRONT = '---\ntitle: T\nquestion: Q?\nnames: { ends: Grid }\n---\n';
const BODY = `
Lead.

## First {#one}

PROSE

::::predict{#bet}
How often?

:::answer
So often: :fact[ahead]{as=percent}.
:::
::::

## Second {#two}

::::predict{#which}
Which?

::option[This]{#a}
::option[That]{#b}

:::answer
That.
:::
::::

## For teachers {#teachers}

Ask.
`;
const compiled = (prose = 'Words.', { body = BODY, sheet = SHEET, front = FRONT } = {}) =>
  compile(
    front + body.replace('PROSE', () => prose),
    'x/en.md',
    'x',
    readSheet(sheet, 'x/chapter.yaml'),
    sources,
  );
const blocksOf = (prose: string) => compiled(prose).sections[0].blocks;

describe('what is right', () => {
  it('becomes sections with figures, predictions, notes', () => {
    const chapter = compiled();
    expect(chapter.sections.map(({ id, title, figure }) => [id, title, figure.kind])).toEqual([
      ['one', 'First', 'stage'],
      ['two', 'Second', 'share'],
    ]);
    expect(chapter.sections[0].figure).toMatchObject({ lab: 'objective=branin&budget=9&t=3', lit: [] });
    expect(chapter.sections[1].figure).toMatchObject({ against: [{ id: 'grid', name: 'Grid' }] });
    expect(chapter.predictions).toEqual(['bet', 'which']);
    expect(chapter.truths).toEqual({ ahead: 0.5 });
    expect(chapter.teachers).toHaveLength(1);
    expect(chapter.minutes).toBeGreaterThan(0);
  });

  it('keeps terms, facts, references, formulas and links apart from text', () => {
    const [paragraph] = blocksOf(
      'A :term[trials]{id=trial} of :fact[best]{digits=2}, $`1 - x^2`$, :cite[]{#a2012 at="§ 2"}, [run](lab:objective=branin).',
    ) as [Extract<Block, { kind: 'paragraph' }>];
    expect(paragraph.inside.map((part) => (typeof part === 'string' ? part : part.kind))).toEqual([
      'A ',
      'term',
      ' of ',
      'fact',
      ', ',
      'math',
      ', ',
      'cite',
      ', ',
      'link',
      '.',
    ]);
    expect(paragraph.inside[3]).toEqual({ kind: 'fact', id: 'best', as: 'number', value: 1.5, digits: 2 });
    expect(paragraph.inside[5]).toMatchObject({ mathml: expect.stringMatching(/^<math><mrow>/) });
    expect(JSON.stringify(paragraph)).not.toMatch(/style=|class=/);
  });

  it('joins lines: between 汉字 without a blank', () => {
    expect(blocksOf('一行，\n又一行 a\nb').slice(0, 1)).toEqual([
      { kind: 'paragraph', inside: ['一行，又一行 a b'] },
    ]);
  });

  it('reads pseudocode, formulas, tables, side-tracks', () => {
    const blocks = blocksOf(
      '```pseudocode grid\nlevels | choose levels\n  train | train\n```\n\n```math\n\\frac{a}{b}\n```\n\n| a | b |\n|---|---|\n| c | d |\n\n:::aside{title="More"}\nText.\n:::',
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['pseudocode', 'formula', 'table', 'aside', 'predict']);
    expect(blocks[0]).toMatchObject({
      lines: [
        { id: 'levels', depth: 0 },
        { id: 'train', depth: 1 },
      ],
    });
  });
});

describe('what is wrong', () => {
  it.each<[string, string, RegExp]>([
    ['a bare number', 'Nine is 9.', /^x\/en\.md:11: a number stands in the prose .*Declare a fact/],
    [
      'an unknown fact',
      ':fact[none]',
      /en\.md:11: there is no fact “none”; known are ahead, best\. Declare it/,
    ],
    ['an unknown form of a fact', ':fact[best]{as=huge}', /said as count, fine, number, percent/],
    [
      'emphasis that does not close beside 汉字',
      '**目标。**学生会说。',
      /emphasis is not closed.*\*\*…\*\*。/,
    ],
    ['too many digits', ':fact[best]{digits=7}', /digits are 1 … 4/],
    [
      'an unknown term',
      ':term[x]{id=x}',
      /no term “x”; known are trial\. Add it to src\/app\/i18n\/glossary/,
    ],
    [
      'an unknown reference',
      ':cite[]{#b}',
      /no reference “b”; known are a2012\. Add it to src\/learn\/references/,
    ],
    ['an unknown directive', ':bold[x]', /there is no :bold; known are/],
    ['an unknown attribute', ':fact[best]{size=2}', /no attribute “size”; known are as, digits/],
    ['an unknown container', ':::note\nx\n:::', /there is no :::note here/],
    ['an image', '![x](y.png)', /“image” is not part/],
    ['raw HTML', '<b>x</b>', /“html” is not part/],
    ['a strange link', '[x](http://x.org)', /is no link of a chapter/],
    ['TeX that cannot be read', '$`\\frac{`$', /the formula cannot be read/],
    ['a formula with \\left', '$`\\left( x \\right)`$', /leave a gap in Firefox/],
    ['pseudocode of no strategy', '```pseudocode bisect\na | b\n```', /there is no “bisect”, but grid/],
    ['pseudocode without ids', '```pseudocode grid\nfor all\n```', /“id \| text”/],
    ['another fenced block', '```js\nx\n```', /math or pseudocode/],
  ])('%s', (_, prose, message) => {
    expect(() => compiled(prose)).toThrow(message);
  });

  it.each<[string, Partial<{ body: string; sheet: string; front: string }>, RegExp]>([
    ['no front matter', { front: '' }, /en\.md:1: a chapter begins with front matter/],
    [
      'an unknown key there',
      { front: '---\ntitle: T\nquestion: Q\nauthor: X\n---\n' },
      /author.*Known are names, question, title/,
    ],
    ['a section without an id', { body: '## First\n\nx' }, /:6: a section begins with/],
    [
      'a section without a figure',
      { body: '## Third {#three}' },
      /no figure for the section “three”; it does for one, two/,
    ],
    [
      'a figure without a section',
      { body: BODY.replace('{#one}', '{#teachers}') },
      /a figure for “one”: there is no such section/,
    ],
    [
      'a prediction that nobody asks',
      { sheet: `${SHEET}  third: { kind: choice }\n` },
      /“third”: nothing asks it/,
    ],
    [
      'a prediction that is not stated',
      { body: BODY.replace('#bet', '#bat') },
      /no prediction “bat” in chapter.yaml; known are bet, which/,
    ],
    [
      'a truth that is no fact',
      { sheet: SHEET.replace('truth: ahead', 'truth: x') },
      /“bet” is no fact: “x”/,
    ],
    ['a truth that is no option', { sheet: SHEET.replace('truth: b', 'truth: c') }, /“c” comes true/],
    [
      'options of a share',
      { sheet: SHEET.replace('{ kind: choice, truth: b }', '{ kind: share, truth: best }') },
      /options are those of a choice/,
    ],
    [
      'an unknown kind of figure',
      { sheet: SHEET.replace('kind: stage', 'kind: film') },
      /chapter\.yaml:\d+: sections\.one: there is no kind “film”; known are belief, bill, guide, lost, machines, seeds, share, stage, tuners, winners/,
    ],
    [
      'an unknown key of a figure',
      { sheet: SHEET.replace("&t=3'", "&t=3'\n    zoom: 2") },
      /chapter\.yaml:\d+: sections\.one\.zoom: .*Known keys are beside, kind, lab, lit/,
    ],
    [
      'something lit that is not',
      { sheet: SHEET.replace("&t=3'", "&t=3'\n    lit: [sun]") },
      /sections\.one\.lit\.0: .*sun/,
    ],
    [
      'an unknown scenario',
      { sheet: SHEET.replace("'{knobs}&t", "'{knob}&t") },
      /no scenario “knob”; known are knobs/,
    ],
    ['a name that is not said', { front: '---\ntitle: T\nquestion: Q\n---\n' }, /speaks of “ends”/],
    ['broken YAML', { sheet: 'order: [' }, /chapter\.yaml:1/],
  ])('%s', (_, changes, message) => {
    expect(() => compiled(undefined, changes)).toThrow(message);
  });
});
