/**
 * The public parameters of addresses, as one table: what reads links takes its declarations from the same objects, and help,
 * `docs/links.md` and tests are made from it. What each does is said in `texts.<language>.ts` beside it, by the same ids.
 */
import { describeParam, formatParam, type ParamDeclaration } from '#core/params.ts';
import { defaultScenario, LIMITS } from '#core/scenario.ts';
import { FIGURES } from '../figures.ts';
import { HIDEABLE } from '../hiding.ts';
import { CLASS, HOME, LEARN, PLAY } from '../home.ts';
import { EVERYWHERE, pageParams, type PageOptions } from '../options.ts';

/** Of the scenario, and of pages that read a part of their address themselves. */
type ScenarioWord =
  | 'objective'
  | 'objectiveSetting'
  | 'box'
  | 'noise'
  | 'budget'
  | 'seed'
  | 'repeat'
  | 'strategies'
  | 'strategySetting'
  | 'phase'
  | 'kept';
export type ParameterId = ScenarioWord | keyof PageOptions;

export interface Parameter {
  readonly id: ParameterId;
  /** As it stands in an address; an ellipsis stands for the name of a setting. */
  readonly name: string;
  /** Pages on which it means something, as the address names them. */
  readonly pages: readonly string[];
  /** What it takes, where that can be said without words; else `parameters.values` says it. */
  readonly values?: string;
  /** What holds where it is left out; empty: nothing. Undefined: that depends on the problem. */
  readonly standard?: string;
}

const LAB = ['lab'];
const SCENARIO = ['lab', 'assumptions'];
const EVERY = [HOME, 'lab', LEARN, PLAY, CLASS, 'arena', 'assumptions'];
/** Where a word is read that no other page takes. */
const PAGES_OF: Partial<Record<keyof PageOptions, readonly string[]>> = {
  study: ['arena'],
  figure: ['arena'],
  results: [CLASS],
  name: [CLASS],
};

const declared = (name: 'budget' | 'seed' | 'repeat'): Parameter => ({
  ...{ id: name, name, pages: SCENARIO },
  values: describeParam(LIMITS[name]),
  standard: String(LIMITS[name].default),
});
const standard = defaultScenario();

const scenario: readonly Parameter[] = [
  { id: 'objective', name: 'objective', pages: SCENARIO, standard: standard.objective.id },
  { id: 'objectiveSetting', name: 'objective.…', pages: SCENARIO },
  { id: 'box', name: 'box', pages: LAB, standard: '' },
  { id: 'noise', name: 'noise', pages: SCENARIO },
  ...(['budget', 'seed', 'repeat'] as const).map(declared),
  {
    ...{ id: 'strategies', name: 'strategies', pages: SCENARIO },
    standard: standard.strategies.map(({ id }) => id).join(),
  },
  { id: 'strategySetting', name: '<id>.…', pages: SCENARIO },
];

/** How an option is written in an address. */
const asWritten = (declaration: ParamDeclaration, text: string): string =>
  declaration.kind === 'bool' ? (text === 'true' ? '1' : '0') : text;

const options: readonly Parameter[] = (Object.keys(pageParams) as (keyof PageOptions)[]).map((id) => {
  const declaration: ParamDeclaration = pageParams[id];
  const values =
    id === 'hide'
      ? HIDEABLE.join(', ')
      : id === 'figure'
        ? FIGURES.join(' | ')
        : declaration.kind === 'text'
          ? undefined
          : declaration.kind === 'bool'
            ? '1 | 0'
            : describeParam(declaration);
  return {
    ...{ id, name: id },
    pages: EVERYWHERE.includes(id) ? EVERY : (PAGES_OF[id] ?? LAB),
    ...(values !== undefined && { values }),
    standard: asWritten(declaration, formatParam(declaration.default)),
  };
});

/** In the order in which help and docs list them. */
export const PARAMETERS: readonly Parameter[] = [
  ...scenario,
  ...options,
  { id: 'phase', name: 'phase.…', pages: ['assumptions'], standard: '' },
  { id: 'kept', name: 'kept', pages: SCENARIO, standard: '' },
];

/** What the address of a page may say. */
export const parametersOf = (page: string): readonly Parameter[] =>
  PARAMETERS.filter(({ pages }) => pages.includes(page));
