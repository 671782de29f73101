/**
 * The address as data: `#/lab?objective=branin&budget=40&…&lang=zh&t=17`. The scenario's part is written and
 * read by the core (`scenarioToQuery`, `queryToRaw`, `readScenario`); the page's own options ride along.
 * Nothing here touches the browser: see `address.svelte.ts`.
 */
import { unboxed } from '#core/box.ts';
import { lookUp } from '#core/look-up.ts';
import { describeParam, readParam } from '#core/params.ts';
import { doubledKeys, queryToRaw, scenarioToQuery } from '#core/query.ts';
import { defaultScenario, readScenario } from '#core/scenario.ts';
import { say, type Message, type Scenario } from '#core/types.ts';
import { readHide } from './hiding.ts';
import { HOME, isBare, isHome } from './home.ts';
import { defaultOptions, isOption, isOptionOf, optionsOf, pageParams, type PageOptions } from './options.ts';
import { readPlace, type TabsOf } from './places.svelte.ts';

export * from './options.ts';

/** What an address says. */
export interface Located {
  page: string;
  /** The part of the page that is shown; empty where it has none. */
  tab: string;
  scenario: Scenario;
  options: PageOptions;
  /** What only the page itself reads: see {@link OwnPart}. */
  part: string;
  notices: Message[];
}

/** What keys of the phase diagrams' question begin with: `phase-link.ts`, which is loaded later, reads them. */
export const PHASE_PREFIX = 'phase.';

/** What a page with a scenario of its own does with its address. */
export interface OwnPart {
  /** The problem that it begins with, where that is not the Lab's. */
  objective?: string;
  /** Keys that begin so are neither the scenario's nor an option: the page reads them itself. */
  prefix?: string;
}

/** `1` and `0` are shorter in an address. */
const asBool: Record<string, string> = { 1: 'true', 0: 'false' };

/**
 * Reads an address. Never throws: what is unknown, unreadable or out of range is replaced, each with a notice.
 *
 * @param hash `location.hash`, with or without its `#`
 * @param pages the pages there are; the first is shown where the address names none, or an unknown one
 * @param own by page, what is its own
 * @param tabs by page, its parts that have addresses
 */
export function readHash(
  hash: string,
  pages: readonly string[],
  own: Readonly<Record<string, OwnPart>> = {},
  tabs: TabsOf = {},
): Located {
  const notices: Message[] = [];
  const { page, tab, rest } =
    pages.includes(HOME) && isHome(hash)
      ? { page: HOME, tab: '', rest: hash.split('?').slice(1) }
      : readPlace(
          hash.replace(/^#?\/?/, ''),
          // With an experiment there is no front door: it is the Lab's.
          pages.filter((one) => one !== HOME),
          tabs,
          notices,
        );

  const { objective, prefix } = lookUp(own, page) ?? {};
  const [part, shared] = divide(rest.join('?'), prefix);
  const query = withObjective(shared, objective);
  for (const { name, used } of doubledKeys(rest.join('?'))) {
    notices.push(say('notice.doubled-key', { name: shorten(name), used: shorten(used) }));
  }
  const options: Record<string, unknown> = defaultOptions() as never;
  for (const [name, text] of new URLSearchParams(query)) {
    if (!isOptionOf(page, name)) continue;
    const declaration = pageParams[name];
    const given = declaration.kind === 'bool' ? (lookUp(asBool, text) ?? text) : text;
    const { value, problem } = readParam(declaration, given);
    options[name] = value;
    if (problem) notices.push(replaced(problem, name, text, String(value)));
  }

  if (options.name !== '' && options.results === '') notices.push(say('notice.name-alone'));
  const read = isBare(page) ? nothingIn(query, page) : readRest(query, page);
  const narrowed = Object.hasOwn(own, page) && read.scenario.box !== undefined;
  const scenario = narrowed ? unboxed(read.scenario) : read.scenario;
  if (narrowed) notices.push(say('notice.box-elsewhere'));
  const t = options.t as number;
  if (t > scenario.budget) {
    options.t = scenario.budget;
    notices.push(replaced('clamped', 't', String(t), String(scenario.budget), `0 … ${scenario.budget}`));
  }
  options.hide = readHide(options.hide as string, notices);
  const focus = options.focus as string;
  if (focus !== '' && !focusable(scenario, focus)) {
    options.focus = '';
    const shown = scenario.strategies.map(({ id }) => id).join(', ');
    // Elsewhere there is nothing to enlarge.
    if (!Object.hasOwn(own, page)) notices.push(say('notice.no-focus', { given: shorten(focus), shown }));
  }
  return { page, tab, scenario, options: options as never, part, notices: [...notices, ...read.notices] };
}

const focusable = (scenario: Scenario | undefined, strategy: unknown): boolean =>
  scenario !== undefined && scenario.strategies.some(({ id }) => id === strategy);

/** The address of a page that has no scenario. */
export const writeBare = (place: string, { lang, presenter, embed, strings }: PageOptions): string =>
  writeHash(place === HOME ? '' : place, undefined, { ...defaultOptions(), lang, presenter, embed, strings });

/** The pairs whose keys begin with the prefix, and all others. */
function divide(query: string, prefix: string | undefined): [string, string] {
  if (prefix === undefined) return ['', query];
  const pairs = query.split('&');
  const isOwn = (pair: string) => pair.startsWith(prefix);
  return [pairs.filter(isOwn).join('&'), pairs.filter((pair) => !isOwn(pair)).join('&')];
}

/** The problem that an address names, as raw as it stands there. @param prefix of the keys it is looked for behind */
export function objectiveIn(hash: string, prefix = ''): unknown {
  const pairs = hash.split('?').slice(1).join('?').split('&');
  const own = pairs.filter((pair) => pair.startsWith(prefix)).map((pair) => pair.slice(prefix.length));
  return queryToRaw(own.join('&')).objective;
}

/**
 * The address of what is on screen, `#` included.
 *
 * @param page with its tab ({@link placeOf}), where that is not its first
 * @param scenario undefined for a page that has none
 * @param part what only the page itself reads, as a query
 */
export function writeHash(
  page: string,
  scenario: Scenario | undefined,
  options: PageOptions,
  part = '',
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(options)) {
    if (!isOption(name) || value === pageParams[name].default) continue;
    // It need not be there any more.
    if (name === 'focus' && !focusable(scenario, value)) continue;
    query.set(name, typeof value === 'boolean' ? (value ? '1' : '0') : String(value));
  }
  const parts = [
    scenario ? scenarioToQuery(scenario) : '',
    part,
    query.toString().replace(/%2C/g, ','),
  ].filter((text) => text !== '');
  return `#/${page}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
}

const withObjective = (query: string, objective: string | undefined): string =>
  objective === undefined || /(^|&)objective=/.test(query) ? query : `objective=${objective}&${query}`;

/** A page without a scenario: what is none of its words is said, not left out without one. */
function nothingIn(query: string, page: string): { scenario: Scenario; notices: Message[] } {
  const others = [...new Set(new URLSearchParams(query).keys())].filter((name) => !isOptionOf(page, name));
  const known = optionsOf(page).join(', ');
  const notices = others.map((name) => say('notice.unknown-key', { name: shorten(name), known }));
  return { scenario: defaultScenario(), notices };
}

function readRest(query: string, page: string): { scenario: Scenario; notices: Message[] } {
  try {
    const options = optionsOf(page);
    const { scenario, notices } = readScenario(queryToRaw(query, options));
    return { scenario, notices: notices.map((notice) => withOptions(notice, options)) };
  } catch (error) {
    // The last line of defence: whatever is wrong with a link, the reader gets a page.
    const detail = error instanceof Error ? error.message : String(error);
    return { scenario: defaultScenario(), notices: [say('notice.link-unreadable', { detail })] };
  }
}

/** Of a page more words are known than the scenario’s, which a file has, too; `version` is a file’s alone. */
const withOptions = ({ key, values }: Message, options: readonly string[]): Message =>
  key === 'notice.unknown-key'
    ? say(key, {
        ...values,
        known: [String(values.known).replace(/^version, /, ''), ...options].join(', '),
      })
    : { key, values };

const replaced = (
  problem: string,
  name: keyof PageOptions,
  given: string,
  used: string,
  expected = describeParam(pageParams[name]),
) => say(`notice.${problem}`, { name, given: shorten(given), used, expected });

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** An address without where its clock stands. */
export const unclocked = (hash: string): string => hash.replace(/&(?:t|play)=[^&]*/g, '');

/**
 * What is shown at an address: what that does not hold stays as it was. That of a bare page holds no more than how it is read.
 * @param own it is that of a page with a scenario of its own, which enlarges no picture
 * @returns the same object where nothing is another: all that is drawn would be asked again
 */
export function optionsAfter(before: PageOptions, { page, options }: Located, own: boolean): PageOptions {
  const { lang, presenter, embed, strings, results, name } = options;
  const read = isBare(page)
    ? { ...before, lang, presenter, embed, strings, results, name }
    : own
      ? { ...options, focus: before.focus }
      : options;
  // Where the clock stands is the clock's.
  const after = { ...read, t: 0, play: false };
  return JSON.stringify(after) === JSON.stringify(before) ? before : after;
}
