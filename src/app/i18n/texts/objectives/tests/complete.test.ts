/** In a folder of its own: the app bundles every file beside the texts. */
import { describe, expect, it } from 'vitest';
import { objectives } from '#core/objectives/index.ts';
import { defaults, type ParamValues } from '#core/params.ts';
import { languageIds } from '../../../languages.ts';
import type { ObjectiveText, ObjectiveTexts } from '../../types.ts';
import manyDimensions from '../many-dimensions.ts';
import measured from '../measured.ts';
import own from '../own.ts';
import textbook1d from '../textbook-1d.ts';
import textbook2d from '../textbook-2d.ts';

const files: Record<string, ObjectiveTexts> = {
  'textbook-1d': textbook1d,
  'textbook-2d': textbook2d,
  'many-dimensions': manyDimensions,
  measured,
  own,
};

it('has texts for the registered objectives and for no others, in the file of their family', () => {
  for (const [family, texts] of Object.entries(files)) {
    const ids = objectives.filter((objective) => objective.family === family).map(({ id }) => id);
    expect(Object.keys(texts).sort()).toEqual(ids.sort());
  }
});

describe.each(objectives.map((objective) => [objective.id, objective] as const))('%s', (id, objective) => {
  const texts = files[objective.family][id];

  it.each(languageIds)('names every parameter, option and dimension (%s)', (language) => {
    const text: ObjectiveText = texts[language];
    for (const sentence of [text.name, text.about, text.value]) expect(sentence.trim()).not.toBe('');
    expect(Object.keys(text.params).sort()).toEqual(Object.keys(objective.params).sort());
    for (const [name, declaration] of Object.entries(objective.params)) {
      expect(text.params[name].label.trim()).not.toBe('');
      if (declaration.kind === 'choice') {
        expect(Object.keys(text.params[name].options ?? {}).sort()).toEqual([...declaration.options].sort());
      }
    }
    // The most dimensions that the problem can have decide which labels are needed.
    const widest: ParamValues = defaults(objective.params);
    for (const name of ['dimension', 'knobs']) {
      const declaration = objective.params[name];
      if (declaration?.kind === 'int') widest[name] = declaration.max;
    }
    const ids = objective.create(widest).space.dimensions.map((d) => d.id);
    // A function of the reader's own may have other hyperparameters for every text.
    const named =
      objective.family === 'own'
        ? Object.keys(text.dimensions).filter((id) => ids.includes(id))
        : Object.keys(text.dimensions);
    expect(named.sort()).toEqual([...ids].sort());
  });

  it('is written twice, not copied', () => {
    expect(texts.zh.about).toMatch(/\p{Script=Han}/u);
    expect(texts.en.about).not.toMatch(/\p{Script=Han}/u);
  });

  it('cites in any language, and explains in the reader’s', () => {
    expect(texts.en.source ?? objective.source).not.toMatch(/\p{Script=Han}/u);
    // What stands between formulas and titles of works.
    const words =
      /\b(own|model of|measured|parsed|bounded|held|turned|cubics?|triangles|with|after|up to|beyond|edge|cliff|tilt|while|valley|figure|problem|loss|digits)\b/i;
    expect(texts.zh.source ?? objective.source).not.toMatch(words);
  });
});
