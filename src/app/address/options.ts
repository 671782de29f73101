/** What an address may say of a page besides the scenario, declared as data. Part of the first file that comes: no words here. */
import { lookUp } from '#core/look-up.ts';
import type { ParamDeclarations } from '#core/params.ts';
import { CLASS, isBare } from './home.ts';
import { languageIds, type Language } from '../i18n/languages.ts';

/** What the page shows, besides the scenario. */
export interface PageOptions {
  /** `auto`: the browser's language. */
  lang: 'auto' | Language;
  /** The clock. */
  t: number;
  /** It runs on from there by itself. */
  play: boolean;
  /** The strategy whose picture is enlarged; empty for none. */
  focus: string;
  /** What is taken off the Lab's stage: see {@link readHide}. */
  hide: string;
  /** `hidden`: the true curve is not drawn, so that a class can guess. */
  truth: 'shown' | 'hidden';
  /** The true optimum is marked; never while the truth is hidden. */
  optimum: boolean;
  /** Trial numbers stand beside the samples. */
  numbers: boolean;
  /** A model as it was when it chose the point, or with that point’s result. */
  moment: 'before' | 'after';
  /** The race shows regrets on a log scale, rather than values. */
  log: boolean;
  /** Which field two-dimensional panels of a model show. */
  field: 'truth' | 'mean' | 'sd' | 'acquisition';
  /** Slices through the best point, under three and more hyperparameters. */
  slices: boolean;
  /** Posterior draws shown; 0 for none. */
  paths: number;
  /** While playing, trials at which something happens stay longer. */
  dwell: boolean;
  /** Larger type and marks, for a lecture hall. */
  presenter: boolean;
  /** A frame of another page: `1` without header and drawer, `setup` with the drawer. */
  embed: 'no' | '1' | 'setup';
  /** In a frame of another page, the only figure of the Arena that is shown; `all`: the whole page. */
  figure: string;
  /** Every text longer than it is, so that whoever draws a page sees what does not bear it. */
  strings: 'usual' | 'double' | 'long';
  /** A study that the Arena is to take, as a study file says it; once it is taken, it is no part of the address. */
  study: string;
  /** A text with results that the Class page is to take; once they are taken, no part of the address. */
  results: string;
  /** Whose they are, where it is one; as a game says it in its link. */
  name: string;
}

/** The options as declared data, with their limits; an option at its default is left out of the address. */
export const pageParams = {
  lang: { kind: 'choice', options: ['auto', ...languageIds], default: 'auto' },
  t: { kind: 'int', min: 0, max: 1_000_000, default: 0 },
  play: { kind: 'bool', default: false },
  focus: { kind: 'text', maxLength: Infinity, default: '' },
  hide: { kind: 'text', maxLength: Infinity, default: '' },
  truth: { kind: 'choice', options: ['shown', 'hidden'], default: 'shown' },
  optimum: { kind: 'bool', default: true },
  numbers: { kind: 'bool', default: true },
  moment: { kind: 'choice', options: ['before', 'after'], default: 'before' },
  log: { kind: 'bool', default: true },
  field: { kind: 'choice', options: ['truth', 'mean', 'sd', 'acquisition'], default: 'mean' },
  slices: { kind: 'bool', default: false },
  paths: { kind: 'int', min: 0, max: 12, default: 0 },
  dwell: { kind: 'bool', default: true },
  presenter: { kind: 'bool', default: false },
  embed: { kind: 'choice', options: ['no', '1', 'setup'], default: 'no' },
  figure: { kind: 'text', maxLength: Infinity, default: 'all' },
  strings: { kind: 'choice', options: ['usual', 'double', 'long'], default: 'usual' },
  study: { kind: 'text', maxLength: Infinity, default: '' },
  results: { kind: 'text', maxLength: Infinity, default: '' },
  name: { kind: 'text', maxLength: Infinity, default: '' },
} as const satisfies Record<keyof PageOptions, ParamDeclarations[string]>;

export const defaultOptions = (): PageOptions =>
  Object.fromEntries(
    Object.entries(pageParams).map(([name, { default: value }]) => [name, value]),
  ) as unknown as PageOptions;

/** Whether the true optimum may be seen: hiding the truth hides it too. */
export const showsOptimum = ({ truth, optimum }: PageOptions): boolean => optimum && truth === 'shown';

/** What is said of every page. */
export const EVERYWHERE: readonly string[] = ['lang', 'presenter', 'embed', 'strings'];
/** What a page takes in alone: in the address of another it is no more known than any other word. */
const TAKEN_BY: Readonly<Record<string, string>> = {
  study: 'arena',
  figure: 'arena',
  results: CLASS,
  name: CLASS,
};

export const isOption = (name: string): name is keyof PageOptions => Object.hasOwn(pageParams, name);
export function isOptionOf(page: string, name: string): name is keyof PageOptions {
  if (!isOption(name) || EVERYWHERE.includes(name)) return isOption(name);
  const alone = lookUp(TAKEN_BY, name);
  return alone === undefined ? !isBare(page) : alone === page;
}
/** What an address may say of a page, beside what is asked. */
export const optionsOf = (page: string): string[] =>
  Object.keys(pageParams).filter((name) => isOptionOf(page, name));

/** It is shown in a frame of another page. */
export const isEmbedded = ({ embed }: PageOptions): boolean => embed !== 'no';
