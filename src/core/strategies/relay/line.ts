import type { Strategy } from '../../types.ts';
import { alongLines } from '../binary/index.ts';
import { makeRule, RULES, type RuleId } from '../binary/rules.ts';

/**
 * Binary search of one hyperparameter, along the line through the best point so far: for whoever knows which one matters.
 * Others hand over to it.
 */
export const line: Strategy = {
  id: 'line',
  params: {
    /** Which hyperparameter, counted from 1. */
    knob: { kind: 'int', min: 1, max: 64, default: 1, counts: 'dimensions' },
    rule: { kind: 'choice', options: RULES.filter((rule) => rule !== 'bisection'), default: 'golden' },
  },
  resumes: true,
  invariance: 'order',
  source: 'Kiefer (1953), Sequential minimax search for a maximum',
  search(context) {
    const knob = context.params.knob as number;
    const rule = makeRule(context.params.rule as RuleId, 0);
    return alongLines(context, { axes: [knob - 1], rule, comparisons: 1 });
  },
};
