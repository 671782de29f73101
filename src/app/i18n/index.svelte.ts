/**
 * The reader's language: what is on screen is said through `t` (interface), `tell` (messages of the core) and the
 * texts that strategies and objectives bring along. All of them are reactive: they read the current language.
 */
import { lookUp } from '#core/look-up.ts';
import { counted } from '#core/notices.ts';
import type { Dimension } from '#core/space.ts';
import { getStrategy, hasStrategy } from '#core/strategies/index.ts';
import type { Sentences } from '#core/trace/file.ts';
import { turnedMessage } from '#core/trace/turned.ts';
import type { Choice, Message, Sense } from '#core/types.ts';
import { lateCode } from '#charts/at-leisure.ts';
import { formatNumber, MINUS } from '#charts/format.ts';
import type { ALTERATIONS as Alterations } from './altered.ts';
import { factsOf, type Language } from './languages.ts';
export type { RoomTexts };
export { rememberLanguage, resolveLanguage } from './resolve.ts';
import { fetchTexts, textsAreThere, type RoomTexts } from './shelves.ts';
import { alter, idOf, objectiveTextIn, sentence, sentenceIn, strategyTextIn, type Form } from './spoken.ts';
import type { en } from './texts/en.ts';
import { fromOne, joined, SECTIONS, splitKey } from './texts/saying.ts';
import { momentBlanks } from './texts/telling-moments.ts';
import type { ObjectiveText, StrategyLook, StrategyText, StrategyTexts } from './texts/types.ts';

/** How strategies look, which no language says. */
const looks = new Map(
  Object.entries(
    import.meta.glob<Pick<StrategyTexts, 'look'>>('./texts/strategies/*.ts', {
      eager: true,
      import: 'default',
      query: '?texts=none',
    }),
  ).map(([path, { look }]) => [idOf(path), look]),
);

type Paths<Text> = {
  [Key in keyof Text & string]: Text[Key] extends string ? Key : `${Key}.${Paths<Text[Key]>}`;
}[keyof Text & string];
/** `_one` and `_other` are one text, chosen by `count`; `_maximise` is said of what is maximised, see {@link inSense}. */
type Singular<Key> = Key extends `${infer Stem}_${'one' | 'other' | 'maximise'}` ? Stem : Key;
/** Keys of the interface's texts. */
export type TextKey = Singular<Paths<typeof en>>;
export type Values = Record<string, string | number>;

/** An object, for it is another one where the same language says all differently, too: see {@link alterTexts}. */
let shown = $state.raw<{ readonly id: Language }>({ id: 'en' });
/** Counts texts that came: what is said by a name alone until then is said anew, see {@link come}. */
let arrived = $state(0);

/** The language on screen. */
export const language = (): Language => shown.id;

/** From now on this language is on screen; its texts are there. */
export function setLanguage(next: Language): void {
  shown = { id: next };
  document.documentElement.lang = factsOf(next).tag;
  document.documentElement.dir = factsOf(next).direction;
  document.title = t('app.name');
}

/** Rooms whose texts are in use: another language brings them along. */
// Nobody draws by it.
// eslint-disable-next-line svelte/prefer-svelte-reactivity
const inUse = new Set<RoomTexts>();
let asked = 0;

/** Ways of saying everything at greater length. */
const altered = lateCode(() => import('./altered.ts'));
let length = 'usual';
/** From now on every text is said like this; at once where it is as usual, or else as soon as it is known how. */
export async function alterTexts(how: 'usual' | keyof typeof Alterations): Promise<void> {
  if (how === length) return;
  length = how;
  const alteration = how === 'usual' ? undefined : (await altered()).ALTERATIONS[how];
  if (how !== length) return;
  alter(alteration);
  setLanguage(shown.id);
}

/**
 * Brings a language to the screen as soon as all its texts are there; until then, and where they do not come, everything
 * stays as it is.
 * @returns undefined where it is on screen at once
 * @throws {Error} the browser's, where texts do not come and nothing else was asked for meanwhile
 */
export function speak(next: Language): Promise<void> | undefined {
  const turn = ++asked;
  // What else is to be said in the one on screen is asked for by whoever needs it.
  if (next === shown.id) return undefined;
  if (textsAreThere(next, inUse)) {
    setLanguage(next);
    return undefined;
  }
  return fetchTexts(next, inUse).then(
    () => {
      if (turn === asked) return speak(next);
    },
    (error: unknown) => {
      if (turn === asked) throw error;
    },
  );
}

/** Texts of rooms that are there: from now on every other language brings them, too. */
export const useTexts = (rooms: readonly RoomTexts[]): void => rooms.forEach((room) => inUse.add(room));
/** Brings the texts of a room, in the language on screen; from now on every other one brings them, too. */
export async function bringTexts(room: RoomTexts): Promise<void> {
  useTexts([room]);
  let brought: Language;
  do await fetchTexts((brought = shown.id), [room]);
  while (brought !== shown.id);
  arrived += 1;
}

/** Signs stay with their number. */
export const percentSign = (): string => factsOf(shown.id).percent;

/** A text of the interface; numbers are formatted to 3 significant digits. */
export const t = (key: TextKey, values: Values = {}): string =>
  phrase('ui', key, spoken(values), {
    // The plural form is chosen by the number itself.
    ...(typeof values.count === 'number' && { count: values.count }),
    ...(typeof values.context === 'string' && { context: values.context }),
  });

/** Chooses the words of a text for an objective’s direction, where they differ: `t(key, inSense(sense))`. */
export const inSense = (sense: Sense): Values => (sense === 'maximise' ? { context: sense } : {});

const phrase = (kind: 'ui' | 'why', key: string, values: Record<string, string>, form?: Form): string =>
  sentence(shown.id, kind, key, values, form);
/** Whether there is such a sentence: a key of a file or of an error may be any text. */
const isSaid = (kind: 'ui' | 'why', key: string): boolean =>
  sentenceIn(shown.id, kind, key) !== undefined || arrived < 0;

/** Digits of a number in a sentence; up to so many where others in the same sentence would look the same. */
const DIGITS = 3;
const MOST_DIGITS = 4;
const DIGITS_APART = 2;

/**
 * Numbers that count or name something (trials, seeds) are said whole. Different numbers are said differently: those that
 * differ further right than a reader can use by how far they are from the first of them, “−6.021 + 2×10⁻¹⁰”.
 */
function spoken(values: Values): Record<string, string> {
  const said = (value: number, digits: number) =>
    Number.isSafeInteger(value) ? String(value) : formatNumber(value, digits);
  const numbers = [...new Set(Object.values(values).filter((value) => typeof value === 'number'))];
  const apart = (digits: number) =>
    new Set(numbers.map((value) => said(value, digits))).size === numbers.length;
  let digits = DIGITS;
  while (digits < MOST_DIGITS && !apart(digits)) digits += 1;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- lives as long as the call
  const firsts = new Map<string, number>();
  const inWords = (value: number) => {
    const text = said(value, digits);
    const first = firsts.get(text) ?? value;
    firsts.set(text, first);
    const further = value - first;
    if (further === 0 || !Number.isFinite(further)) return text;
    return `${text} ${further > 0 ? '+' : MINUS} ${formatNumber(Math.abs(further), DIGITS_APART)}`;
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : inWords(value)]),
  );
}

/**
 * A message of the core in the reader's language, with the objective's values in its own sense.
 * @param labels of the problem's dimensions: what `axis` values mean
 */
export function tell(message: Message, labels: readonly string[] = [], sense: Sense = 'minimise'): string {
  if (message.key.startsWith('moment.')) return tellMoment(message, sense);
  const { key, values } = turnedMessage(message, sense);
  const blanks: Record<string, string> = { ...spoken(values), ...fromOne(values, labels) };
  const form: Form = sense === 'maximise' ? { context: sense } : {};
  // Of what is maximised, the optimistic bound is the upper one.
  if (sense === 'maximise' && values.acquisition === 'LCB') blanks.acquisition = 'UCB';
  const [group, name] = splitKey(key);
  const section = SECTIONS.get(group);
  if (section) {
    // The detail of a failed run may itself be a message of the core, by its key.
    const known = isSaid('ui', `${section}.${name}`) ? `${section}.${name}` : `${section}.other`;
    return phrase('ui', known, { ...blanks, key }, form);
  }
  return isSaid('why', key) ? phrase('why', key, blanks, form) : key;
}

/** A moment's sentence (`momentsOf`): its values are in the objective's own sense already. */
export const tellMoment = (message: Message, sense: Sense = 'minimise'): string =>
  phrase(
    'ui',
    message.key,
    momentBlanks(message, {
      // “You” would need verbs of its own.
      nameOf: (id) => (id === 'manual' ? t('moments.own') : strategyText(id).short),
      list,
      more: (count) => t('moments.more', { count }),
      goal: (key) => phrase('ui', `moments.goal.${key}`, {}, inSense(sense)),
    }),
    inSense(sense),
  );

/** Many messages as a list that can be read: of each kind a few, the others counted. */
export const tellAll = (messages: readonly Message[], labels: readonly string[] = []): string[] =>
  counted(messages).map(({ message, more }) =>
    inARow(tell(message, labels), more > 0 ? `(${t('notices.more', { count: more })})` : ''),
  );

/** What strategies have sentences for, as {@link readTraceFile} asks. */
export const whySentences: Sentences = (strategy, { key, values }) => {
  // The blanks are the same in every language, as a test sees to.
  const others = hasStrategy(strategy) && getStrategy(strategy).relays && hasStrategy(splitKey(key)[0]);
  const own = key.startsWith(`${strategy}.`);
  const said = own || others ? sentenceIn(shown.id, 'why', key) : undefined;
  if (said === undefined) return ['key', `${strategy}.…`];
  const blanks = [...said.matchAll(/\{\{(\w+)\}\}/g)].map(([, blank]) => blank);
  const absent = blanks.find((blank) => !Object.hasOwn(values, blank));
  return absent === undefined ? undefined : [`values.${absent}`, 'number | string'];
};

/** “a, b and c”; in Chinese with a blank between Han and Latin. */
export function list(items: readonly string[]): string {
  const { pair, last, other } = factsOf(shown.id).list;
  const before = (i: number) => (i < items.length - 1 ? other : items.length > 2 ? last : pair);
  return items.reduce((said, item, i) => (i === 0 ? item : joined(joined(said, before(i)), item)), '');
}

/** Sentences one after another, as the language parts them. What is not said, or empty, is left out. */
export const inARow = (...said: readonly (string | false | undefined)[]): string =>
  said
    .filter((sentence) => sentence !== undefined && sentence !== false && sentence !== '')
    .join(factsOf(shown.id).between);

/** How each strategy looks, by its id. */
export const strategyLook = (id: string): StrategyLook | undefined => looks.get(id);
/** The strategies that have texts, with their looks. */
export const strategyLooks = (): [id: string, look: StrategyLook][] => [...looks];

const bare: StrategyText = { name: '', short: '', about: '', params: {}, why: {} };
/** What has come whole does not heed what else comes: or with every room's texts all that is on screen would be asked again. */
const come = <Text extends { about: string }>(text: Text | undefined): Text | undefined =>
  text?.about || arrived >= 0 ? text : undefined;
/** What a strategy says of itself; its id stands in where its texts are missing. */
export const strategyText = (id: string): StrategyText =>
  come(strategyTextIn(shown.id, id)) ?? { ...bare, name: id, short: id };
export const objectiveText = (id: string): ObjectiveText =>
  come(objectiveTextIn(shown.id, id)) ?? {
    name: id,
    about: '',
    value: 'f(x)',
    params: {},
    dimensions: {},
  };
/** What an objective measures: the label of value axes. A table may name its own, and is an error or a score. */
export function valueLabel({ id, params }: Choice): string {
  const { value, score } = objectiveText(id);
  if (typeof params.measure === 'string' && params.measure.trim() !== '') return params.measure;
  return params.direction === 'maximise' && score !== undefined ? score : value;
}
/** Labels of a problem's hyperparameters, in their order. */
export const dimensionLabels = (objective: string, dimensions: readonly Dimension[]): string[] =>
  dimensions.map(({ id }) => lookUp(objectiveText(objective).dimensions, id) ?? id);
