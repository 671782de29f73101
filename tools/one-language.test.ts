/** One language of a file of texts is that file without the others, and nothing else. */
import { expect, it } from 'vitest';
import { languageIds } from '../src/app/i18n/languages.ts';

type Files = Record<string, Record<string, unknown>>;
const strategies: Files = import.meta.glob('../src/app/i18n/texts/strategies/*.ts', {
  eager: true,
  import: 'default',
});
const objectives: Files = import.meta.glob('../src/app/i18n/texts/objectives/*.ts', {
  eager: true,
  import: 'default',
});
const variants: Record<string, { strategies: Files; objectives: Files }> = {
  en: {
    strategies: import.meta.glob('../src/app/i18n/texts/strategies/*.ts', {
      eager: true,
      import: 'default',
      query: '?texts=en',
    }),
    objectives: import.meta.glob('../src/app/i18n/texts/objectives/*.ts', {
      eager: true,
      import: 'default',
      query: '?texts=en',
    }),
  },
  zh: {
    strategies: import.meta.glob('../src/app/i18n/texts/strategies/*.ts', {
      eager: true,
      import: 'default',
      query: '?texts=zh',
    }),
    objectives: import.meta.glob('../src/app/i18n/texts/objectives/*.ts', {
      eager: true,
      import: 'default',
      query: '?texts=zh',
    }),
  },
};
const looks: Files = import.meta.glob('../src/app/i18n/texts/strategies/*.ts', {
  eager: true,
  import: 'default',
  query: '?texts=none',
});
const names: Files = import.meta.glob('../src/app/i18n/texts/strategies/*.ts', {
  eager: true,
  import: 'default',
  query: '?texts=en&only=name,short',
});

it.each(languageIds)('%s: all of it, and nothing of the others', (language) => {
  expect(Object.keys(strategies).length).toBeGreaterThan(10);
  for (const [path, both] of Object.entries(strategies))
    expect(variants[language].strategies[path], path).toEqual({ [language]: both[language] });
  for (const [path, texts] of Object.entries(objectives))
    for (const [id, both] of Object.entries(texts as Files))
      expect(variants[language].objectives[path][id], id).toEqual({ [language]: both[language] });
});

const forrester: Files = import.meta.glob('../src/app/i18n/texts/objectives/textbook-1d.ts', {
  eager: true,
  import: 'default',
  query: '?texts=zh&of=forrester',
});

it('single entries can be had', () => {
  const [[path, texts]] = Object.entries(forrester);
  expect(texts).toEqual({ forrester: { zh: (objectives[path].forrester as Files).zh } });
});

it('names and looks can be had by themselves', () => {
  for (const [path, { look, en }] of Object.entries(strategies)) {
    const { name, short } = en as { name: string; short: string };
    expect(looks[path]).toEqual({ look });
    expect(names[path]).toEqual({ en: { name, short } });
  }
});
