/** The texts that are there, by language, and how one of them becomes a sentence. What is not there is brought by `shelves.ts`. */
import { languageIds, perLanguage, type Language } from './languages.ts';
import { fill } from './texts/saying.ts';
import type { ObjectiveText, ObjectiveTexts, StrategyText, StrategyTexts } from './texts/types.ts';

/** Texts of one language, as its files give them; other languages are not in them. */
export interface Texts {
  /** Sections of the interface, by name. */
  readonly sections?: Readonly<Record<string, unknown>>;
  /** By path: the file is named after the strategy. */
  readonly strategies?: Readonly<Record<string, unknown>>;
  readonly objectives?: Readonly<Record<string, unknown>>;
  /** The same, of which only names are there until the rest comes. */
  readonly names?: Pick<Texts, 'strategies' | 'objectives'>;
}

/** The two kinds of sentences: of the interface, and why a strategy chose a point. */
export type Kind = 'ui' | 'why';

interface Spoken {
  readonly said: Readonly<Record<Kind, Map<string, string>>>;
  readonly strategies: Map<string, StrategyText>;
  readonly objectives: Map<string, ObjectiveText>;
}
const spoken = Object.fromEntries(
  languageIds.map((id): [Language, Spoken] => [
    id,
    { said: { ui: new Map(), why: new Map() }, strategies: new Map(), objectives: new Map() },
  ]),
) as Record<Language, Spoken>;

/** Says texts otherwise, for tests of layouts; blanks stay what they are. */
export interface Alteration {
  readonly text: (text: string) => string;
  /** All texts in it. */
  readonly texts: <Texts extends object>(texts: Texts) => Texts;
}
let altered: Alteration | undefined;
/** Whatever is said from now on; undefined: as it stands in the files. */
export const alter = (by: Alteration | undefined): void => void (altered = by);

export const idOf = (path: string): string => path.replace(/^.*\/|\.ts$/g, '');

/** Until it comes. */
const BARE = { about: '', params: {}, why: {}, value: 'f(x)', dimensions: {} };

/** Takes texts of a language. Of what has come in parts, whatever the order, each adds what it holds. */
export function put(language: Language, { sections = {}, strategies, objectives, names }: Texts): void {
  const { said, strategies: own, objectives: problems } = spoken[language];
  enter(said.ui, sections);
  for (const [path, texts] of [
    ...Object.entries(names?.strategies ?? {}),
    ...Object.entries(strategies ?? {}),
  ]) {
    const id = idOf(path);
    const text = { ...BARE, ...own.get(id), ...(texts as StrategyTexts)[language] };
    own.set(id, text);
    enter(said.why, text.why, `${id}.`);
  }
  for (const texts of [...Object.values(names?.objectives ?? {}), ...Object.values(objectives ?? {})])
    for (const [id, text] of Object.entries(texts as ObjectiveTexts))
      problems.set(id, { ...BARE, ...problems.get(id), ...text[language] });
}

function enter(said: Map<string, string>, texts: object, path = ''): void {
  for (const [name, inner] of Object.entries(texts) as [string, unknown][]) {
    if (typeof inner === 'string') said.set(path + name, inner);
    else enter(said, inner as object, `${path}${name}.`);
  }
}

const said = <Text extends object>(text: Text | undefined) => (altered && text ? altered.texts(text) : text);
export const strategyTextIn = (language: Language, id: string): StrategyText | undefined =>
  said(spoken[language].strategies.get(id));
export const objectiveTextIn = (language: Language, id: string): ObjectiveText | undefined =>
  said(spoken[language].objectives.get(id));
export const sentenceIn = (language: Language, kind: Kind, key: string): string | undefined =>
  spoken[language].said[kind].get(key);

/** Which of a text's forms is said. */
export interface Form {
  /** Chooses the plural form: `key_one`, `key_other`. */
  count?: number;
  /** Chooses the words, where a sentence has others for it: `key_maximise`. */
  context?: string;
}

const plurals = perLanguage(({ tag }) => new Intl.PluralRules(tag));

const SIGN = / (?=[=≈≠<>≤≥±×·→] )/g;
const SPREAD = /(?<=\d) ± (?=\d)/g;
const INTERVAL = /[[(][−\d][^\s()[\]]*, [−\d][^\s()[\]]*[\])]/g;
const NO_BREAK = '\u00a0';
/** No line begins with a sign that joins two sides, or within an interval. */
const kept = (text: string): string =>
  text
    .replace(SPREAD, `${NO_BREAK}±${NO_BREAK}`)
    .replace(SIGN, NO_BREAK)
    .replace(INTERVAL, (interval) => interval.replace(' ', NO_BREAK));

/**
 * A sentence, its blanks filled: of its forms the one that says the most of what is asked for.
 * @returns the key itself where there is no such text
 */
export function sentence(
  language: Language,
  kind: Kind,
  key: string,
  values: Readonly<Record<string, string>>,
  { count, context }: Form = {},
): string {
  const plural = count === undefined ? '' : `_${plurals(language).select(count)}`;
  const turned = context === undefined ? '' : `_${context}`;
  for (const form of [turned + plural, turned, plural, '']) {
    const text = sentenceIn(language, kind, key + form);
    if (text !== undefined) return kept(fill(altered?.text(text) ?? text, values));
  }
  return key;
}
