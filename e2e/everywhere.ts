/** Every page of the app, and what is there when it works, for whatever drives a browser. */
import { readdirSync } from 'node:fs';
import { challengeCode, usualChallenge } from '#core/play/challenge.ts';

export interface Place {
  /** Of the address, without a language. */
  at: string;
  /** Selectors of what is there once the page works; what workers compute, where it shows any. */
  shown: readonly string[];
}

const chapters = readdirSync(new URL('../src/learn', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

export const PLACES: readonly Place[] = [
  { at: '#/', shown: ['[data-testid=panel-bayes][data-status=done] svg path'] },
  {
    at: '#/lab?objective=svc-digits&budget=5&strategies=random,bayes&seed=3',
    shown: ['random', 'bayes'].map((id) => `[data-testid=panel-${id}][data-status=done]`),
  },
  {
    at: '#/lab?objective=formula&objective.expression=(x-0.3)^2&budget=5&strategies=tpe',
    shown: ['[data-testid=panel-tpe][data-status=done]'],
  },
  { at: '#/arena', shown: ['[data-testid=example] [data-mark=line]'] },
  { at: '#/arena/hours', shown: ['[data-testid=wall-clock][data-busy=false] [data-figure=makespans]'] },
  { at: '#/arena/dimensions', shown: ['[data-testid=curse] [data-design=sobol]'] },
  {
    at: '#/assumptions?objective=forrester&budget=4',
    shown: [
      '#panels[data-status=ready]',
      '[data-verdict=unimodal][data-holds=no]',
      '[data-testid=fatal-rule]',
    ],
  },
  { at: '#/learn', shown: chapters.map((name) => `[data-chapter=${name}]`) },
  ...chapters.map((name) => ({
    at: `#/learn/${name}`,
    shown: ['[data-part=figure] svg path, [data-part=figure] canvas, [data-part=figure] svg rect'],
  })),
  { at: '#/play', shown: ['[data-game=dropout]'] },
  { at: `#/play/${challengeCode(usualChallenge('one-knob', 77))}`, shown: ['[data-part=game]'] },
  { at: '#/class', shown: ['[data-testid=challenge-code]', '[data-testid=class-bring]'] },
];

const LANGUAGES = [
  ['en', 'en'],
  ['zh', 'zh-Hans'],
] as const;

export interface Visit {
  hash: string;
  shown: readonly string[];
  /** Of the language, as the page says it. */
  tag: string;
}

/** All of them, in every language. */
export const VISITS: readonly Visit[] = LANGUAGES.flatMap(([lang, tag]) =>
  PLACES.map(({ at, shown }) => ({ hash: `${at}${at.includes('?') ? '&' : '?'}lang=${lang}`, shown, tag })),
);

/** In the page: what is not there yet, or should not be; nothing where all is well. */
export function missing({ shown, tag }: Pick<Visit, 'shown' | 'tag'>): string[] {
  const wrong = shown.filter((selector) => !document.querySelector(selector));
  if (document.documentElement.lang !== tag) wrong.push(`the language ${tag}`);
  for (const alert of document.querySelectorAll('[role=alert], .crash'))
    if (alert.textContent !== '') wrong.push(`no alert: ${alert.textContent}`);
  return wrong;
}
