/** What the guide asks of a problem before it proposes a study (`guide.ts`). */
export const QUESTIONS = {
  knobs: ['one', 'few', 'many'],
  price: ['hours', 'seconds'],
  machines: ['one', 'eight', 'all'],
  noise: ['none', 'some', 'strong'],
  valley: ['one', 'unsure'],
  experience: ['none', 'good'],
} as const;
export type Question = keyof typeof QUESTIONS;
export type Answers = { readonly [Q in Question]: (typeof QUESTIONS)[Q][number] };
export const QUESTION_IDS = Object.keys(QUESTIONS) as Question[];
