/** What every strategy and objective says of itself, in every language. Blanks in sentences are `{{name}}`. */
import type { MarkerShape } from '#charts/types.ts';
import type { Language } from '../languages.ts';

/** Every key of the English interface, no more and no fewer. */
export type SameKeys<Text> = { [Key in keyof Text]: Text[Key] extends string ? string : SameKeys<Text[Key]> };

export interface ParamTexts {
  label: string;
  help?: string;
  /** One per option of a `choice` parameter. */
  options?: Record<string, string>;
}

export interface StrategyText {
  name: string;
  /** A word or two, for legends. */
  short: string;
  /** What it does, and which assumption it lives or dies by. */
  about: string;
  params: Record<string, ParamTexts>;
  /** Where it comes from, for readers whom the words in the definition's own source would leave behind. */
  source?: string;
  /** Sentences of its trials: `why.draw` says the message `random.draw`. */
  why: Record<string, string>;
}

export interface ObjectiveText {
  name: string;
  /** What it is and what it teaches. */
  about: string;
  /** Where it comes from, for readers whom the words in the definition's own source would leave behind. */
  source?: string;
  /** Label of the value axis, with its unit where it has one. */
  value: string;
  /** The same where a setting says that it is maximised. */
  score?: string;
  params: Record<string, ParamTexts>;
  /** Labels of the hyperparameters, by dimension id. */
  dimensions: Record<string, string>;
}

/** Groups of strategies, in the order in which they are listed; within one they stand as in the registry. */
export const GROUPS = ['taught', 'filling', 'modelled', 'direct', 'handed'] as const;
export type Group = (typeof GROUPS)[number];

/** How a strategy looks, everywhere. What is free, and far enough from the others, `series.test.ts` says. */
export interface StrategyLook {
  group: Group;
  /** Nobody else's. */
  marker: MarkerShape;
  /** Its colour on light and on dark panels, as `#rrggbb`. */
  light: string;
  dark: string;
}

export interface StrategyTexts extends Record<Language, StrategyText> {
  look: StrategyLook;
}
export type ObjectiveTexts = Record<string, Record<Language, ObjectiveText>>;
