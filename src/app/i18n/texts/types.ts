/** What every strategy and objective says of itself, in both languages. Blanks in sentences are `{{name}}`. */

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

interface InBothLanguages<Text> {
  en: Text;
  zh: Text;
}

export type StrategyTexts = InBothLanguages<StrategyText>;
export type ObjectiveTexts = Record<string, InBothLanguages<ObjectiveText>>;
