/**
 * What a chapter is once it is compiled (`tools/learn`): plain data, without Markdown and without TeX. A page draws it; tests
 * and `npm run learn:check` read it.
 */
import type { Figure } from './figures.ts';
import type { Prediction } from './predictions.ts';

/** How a fact is said. `percent`: 96 %; `fine`: with tenths near none and all; `number`: 3 digits; `count`: 2,000. */
export const FACT_FORMS = ['percent', 'fine', 'number', 'count'] as const;
export type FactForm = (typeof FACT_FORMS)[number];

export interface Fact {
  readonly kind: 'fact';
  readonly id: string;
  readonly as: FactForm;
  readonly value: number;
  /** Significant digits, of numbers. */
  readonly digits: number;
}

export type Inline =
  | string
  | { readonly kind: 'emphasis'; readonly inside: readonly Inline[] }
  | { readonly kind: 'strong'; readonly inside: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'math'; readonly mathml: string; readonly tex: string }
  | {
      readonly kind: 'link';
      /** A run in the Lab, a place in the course, or elsewhere. */
      readonly to: 'lab' | 'learn' | 'app' | 'web';
      /** What stands behind the scheme: a query, `chapter/section`, `arena?…`, a whole address. */
      readonly address: string;
      readonly inside: readonly Inline[];
    }
  | { readonly kind: 'term'; readonly id: string; readonly inside: readonly Inline[] }
  | {
      readonly kind: 'cite';
      readonly id: string;
      /** “Bergstra & Bengio 2012”. */
      readonly who: string;
      /** Where in it; empty for all of it. */
      readonly at: string;
    }
  | Fact;

export interface PseudocodeLine {
  readonly id: string;
  /** Levels of indentation. */
  readonly depth: number;
  readonly text: string;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly inside: readonly Inline[] }
  | { readonly kind: 'heading'; readonly inside: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: 'formula'; readonly mathml: string; readonly tex: string }
  | { readonly kind: 'pseudocode'; readonly strategy: string; readonly lines: readonly PseudocodeLine[] }
  /** A side-track: folded until somebody wants it. */
  | { readonly kind: 'aside'; readonly title: string; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'predict';
      readonly id: string;
      readonly prediction: Prediction;
      readonly question: readonly Block[];
      readonly options: readonly { readonly id: string; readonly inside: readonly Inline[] }[];
      /** Said once the reader has committed, or asked to be shown. */
      readonly answer: readonly Block[];
    };

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly figure: Figure;
  readonly blocks: readonly Block[];
}

export interface TermCard {
  readonly form: string;
  readonly definition: string;
  /** What other languages call it. */
  readonly elsewhere: readonly { readonly language: string; readonly form: string }[];
}

export interface Reference {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  readonly where: string;
  readonly url: string;
}

/** What is known of a chapter before it is opened. */
export interface Front {
  readonly id: string;
  /** Its place in the course. */
  readonly order: number;
  readonly title: string;
  readonly question: string;
  readonly minutes: number;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  /** Ids of its predictions. */
  readonly predictions: readonly string[];
}

export interface Chapter extends Front {
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
  /** Notes for teachers; folded. */
  readonly teachers: readonly Block[];
  readonly terms: Readonly<Record<string, TermCard>>;
  readonly references: Readonly<Record<string, Reference>>;
  /** Values that predictions are compared with, by the ids of facts. */
  readonly truths: Readonly<Record<string, number>>;
}
