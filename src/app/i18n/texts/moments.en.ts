/**
 * What matters in a run, in one line of a caption; `_maximise` is said of what is maximised. `strategy` and `from` are short
 * names, several as a list.
 */
export const moment = {
  'leader-first': '{{strategy}} leads first, with {{best}}.',
  'leader-first-level': '{{strategy}} start level in the lead, at {{best}}.',
  leader: '{{strategy}} takes the lead from {{from}}: {{best}} against {{other}}.',
  'leader-by': '{{strategy}} takes the lead from {{from}}, lower by {{by}}.',
  'leader-by_maximise': '{{strategy}} takes the lead from {{from}}, higher by {{by}}.',
  'leader-tie': '{{strategy}} take the lead from {{from}} together, level at {{best}}.',
  'leader-level': '{{from}} and now {{strategy}} share the lead at {{best}}.',
  'leader-alone': '{{strategy}} now leads alone: {{best}} against {{other}} of {{from}}.',
  'leader-alone-by': '{{strategy}} now leads alone, lower than {{from}} by {{by}}.',
  'leader-alone-by_maximise': '{{strategy}} now leads alone, higher than {{from}} by {{by}}.',
  lost: '{{strategy}} throws the true minimum away.',
  lost_maximise: '{{strategy}} throws the true maximum away.',
  'lost-shape': '{{strategy}} throws the true minimum away: the true values point elsewhere.',
  'lost-shape_maximise': '{{strategy}} throws the true maximum away: the true values point elsewhere.',
  'lost-interaction': '{{strategy}} throws the true minimum away: another knob stood in the wrong place.',
  'lost-interaction_maximise':
    '{{strategy}} throws the true maximum away: another knob stood in the wrong place.',
  'lost-tie': '{{strategy}} throws the true minimum away: equal values did not tell which side to keep.',
  'lost-tie_maximise':
    '{{strategy}} throws the true maximum away: equal values did not tell which side to keep.',
  'lost-noise': '{{strategy}} throws the true minimum away: noise decided the comparison.',
  'lost-noise_maximise': '{{strategy}} throws the true maximum away: noise decided the comparison.',
  'within-first': '{{strategy}} is the first within {{share}} % of the range {{goal}}.',
  'within-first-level': '{{strategy}} are the first within {{share}} % of the range {{goal}}.',
  within: '{{strategy}}, too, is now within {{share}} % of the range {{goal}}.',
  'within-alone': '{{strategy}} is now within {{share}} % of the range {{goal}}.',
  restart: '{{strategy}} is stuck and starts anew elsewhere.',
  unused: '{{strategy}} has nothing left to ask; trials left unused: {{count}}.',
  'unused-grid': '{{strategy}} ({{size}}) is complete; trials left unused: {{count}}.',
  surprise: '{{strategy}} meets {{y}}, where its model expected {{mean}} ± {{band}} (2σ).',
  'surprise-by': '{{strategy}} misses its model’s prediction by {{by}}, more than 2σ ({{band}}).',
};

/** Words around moments, and what fills blanks of the sentences above. */
export const moments = {
  /** What `goal` stands for; `known`: nothing proves that no value is lower. */
  goal: {
    minimum: 'above the minimum',
    minimum_maximise: 'below the maximum',
    known: 'above the lowest value known',
    known_maximise: 'below the highest value known',
  },
  /** Ends a list that leaves some out. */
  own: 'Your search',
  more: '{{count}} more',
  none: 'There is no moment in these trials.',
};
