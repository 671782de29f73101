/**
 * The reader's language: what is on screen is said through `t` (interface), `tell` (messages of the core) and the
 * texts that strategies and objectives bring along. All of them are reactive: they read the current language.
 */
import { lookUp } from '../../core/look-up.ts';
import { counted } from '../../core/notices.ts';
import { createInstance } from 'i18next';
import type { Dimension } from '../../core/space.ts';
import type { Sentences } from '../../core/trace-file.ts';
import type { Message } from '../../core/types.ts';
import { formatNumber } from '../../charts/format.ts';
import { recall, remember } from '../state/storage.ts';
import { en } from './texts/ui/en.ts';
import { zh } from './texts/ui/zh.ts';
import type { ObjectiveText, ObjectiveTexts, StrategyText, StrategyTexts } from './texts/types.ts';

/** Name of each language in itself. */
export const LANGUAGES = { en: 'English', zh: '简体中文' } as const;
export type Language = keyof typeof LANGUAGES;

/** What `lang` attributes say. */
const TAGS: Record<Language, string> = { en: 'en', zh: 'zh-Hans' };
const STORED = 'language';

const files = <T>(modules: Record<string, { default: T }>): [string, T][] =>
  Object.entries(modules).map(([path, module]) => [path.replace(/^.*\/|\.ts$/g, ''), module.default]);
const strategyTexts = new Map(
  files(import.meta.glob<{ default: StrategyTexts }>('./texts/strategies/*.ts', { eager: true })),
);
const objectiveTexts = new Map(
  files(import.meta.glob<{ default: ObjectiveTexts }>('./texts/objectives/*.ts', { eager: true })).flatMap(
    ([, texts]) => Object.entries(texts),
  ),
);

const sentences = (language: Language) =>
  Object.fromEntries([...strategyTexts].map(([id, text]) => [id, text[language].why]));
const i18n = createInstance();
void i18n.init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  showSupportNotice: false,
  interpolation: { escapeValue: false },
  ns: ['ui', 'why'],
  defaultNS: 'ui',
  resources: { en: { ui: en, why: sentences('en') }, zh: { ui: zh, why: sentences('zh') } },
} as Parameters<typeof i18n.init>[0]);

type Paths<Text> = {
  [Key in keyof Text & string]: Text[Key] extends string ? Key : `${Key}.${Paths<Text[Key]>}`;
}[keyof Text & string];
/** `_one` and `_other` are one text, chosen by `count`. */
type Singular<Key> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key;
/** Keys of the interface's texts. */
export type TextKey = Singular<Paths<typeof en>>;
export type Values = Record<string, string | number>;

let current = $state<Language>('en');

/** The language on screen. */
export const language = (): Language => current;

export function setLanguage(next: Language): void {
  current = next;
  document.documentElement.lang = TAGS[next];
  document.title = t('app.name');
}

/** `auto`: the reader's last choice, else the browser's first language that we speak. */
export function resolveLanguage(wanted: 'auto' | Language): Language {
  if (wanted !== 'auto') return wanted;
  const stored = recall(STORED);
  if (stored === 'en' || stored === 'zh') return stored;
  for (const tag of navigator.languages) {
    if (/^zh\b/i.test(tag)) return 'zh';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}
export const rememberLanguage = (chosen: Language): void => remember(STORED, chosen);

/** A text of the interface; numbers are formatted to 3 significant digits. */
export const t = (key: TextKey, values: Values = {}): string =>
  // The plural form is chosen by the number itself.
  phrase('ui', key, spoken(values), typeof values.count === 'number' ? values.count : undefined);

/**
 * The one call of the message library. Values go in as `replace`: beside the library's own options (`context`, `ns`,
 * `returnObjects`, …), a value of such a name, out of a file, would be taken for one.
 */
const phrase = (ns: 'ui' | 'why', key: string, values: Record<string, string>, count?: number): string =>
  i18n.t(key, { ns, lng: current, replace: values, ...(count !== undefined && { count }) }) as string;

/** Keys of all sentences: a key of a file or of an error may be any text. */
const keysIn = (text: object, path = ''): string[] =>
  Object.entries(text).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'string' ? [path + name] : keysIn(inner as object, `${path}${name}.`),
  );
const KEYS = { ui: new Set(keysIn(en)), why: new Set(keysIn(sentences('en'))) };

/** Numbers that count or name something (trials, seeds) are said whole. */
const spoken = (values: Values): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : Number.isInteger(value) ? String(value) : formatNumber(value),
    ]),
  );

/**
 * A message of the core in the reader's language.
 * @param labels of the problem's dimensions: what `axis` values mean
 */
export function tell({ key, values }: Message, labels: readonly string[] = []): string {
  const blanks: Record<string, string> = spoken(values);
  if (typeof values.axis === 'number') blanks.axis = labels[values.axis] ?? String(values.axis + 1);
  // People count characters from 1.
  if (typeof values.at === 'number') blanks.character = String(values.at + 1);
  const [group, ...rest] = key.split('.');
  const name = rest.join('.');
  const section = SECTIONS.get(group);
  if (section) {
    // The detail of a failed run may itself be a message of the core, by its key.
    const known = KEYS.ui.has(`${section}.${name}`) ? `${section}.${name}` : `${section}.other`;
    return phrase('ui', known, { ...blanks, key });
  }
  return KEYS.why.has(key) ? phrase('why', key, blanks) : key;
}

/** Many messages as a list that can be read: of each kind a few, the others counted. */
export const tellAll = (messages: readonly Message[], labels: readonly string[] = []): string[] =>
  counted(messages).map(({ message, more }) =>
    inARow(tell(message, labels), more > 0 ? `(${t('notices.more', { count: more })})` : ''),
  );

const SECTIONS: ReadonlyMap<string, string> = new Map([
  ['notice', 'notice'],
  ['problem', 'problems'],
  ['error', 'error'],
]);

/** Blanks of each sentence that a strategy has, by the message's key: the same in every language, as a test sees to. */
const whyBlanks = new Map(
  [...strategyTexts].flatMap(([id, { en: text }]) =>
    Object.entries(text.why).map(([name, sentence]): [string, string[]] => [
      `${id}.${name}`,
      [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, blank]) => blank),
    ]),
  ),
);
/** What strategies have sentences for, as {@link readTraceFile} asks. */
export const whySentences: Sentences = (strategy, { key, values }) => {
  const blanks = key.startsWith(`${strategy}.`) ? whyBlanks.get(key) : undefined;
  if (!blanks) return ['key', `${strategy}.…`];
  const absent = blanks.find((blank) => !Object.hasOwn(values, blank));
  return absent === undefined ? undefined : [`values.${absent}`, 'number | string'];
};

/** “a, b and c”. */
export const list = (items: readonly string[]): string =>
  new Intl.ListFormat(TAGS[current], { type: 'conjunction' }).format(items);

/** Sentences one after another; Chinese ones need no blank between them. Empty ones are left out. */
export const inARow = (...sentences: readonly string[]): string =>
  sentences.filter((sentence) => sentence !== '').join(current === 'zh' ? '' : ' ');

const bare: StrategyText = { name: '', short: '', about: '', params: {}, why: {} };
/** What a strategy says of itself; its id stands in where its texts are missing. */
export const strategyText = (id: string): StrategyText =>
  strategyTexts.get(id)?.[current] ?? { ...bare, name: id, short: id };
export const objectiveText = (id: string): ObjectiveText =>
  objectiveTexts.get(id)?.[current] ?? { name: id, about: '', value: 'f(x)', params: {}, dimensions: {} };
/** Labels of a problem's hyperparameters, in their order. */
export const dimensionLabels = (objective: string, dimensions: readonly Dimension[]): string[] =>
  dimensions.map(({ id }) => lookUp(objectiveText(objective).dimensions, id) ?? id);
