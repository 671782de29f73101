/** The texts of the section on the fatal step in English. */
import { peaks } from '../../i18n/texts/peaks.en.ts';

export const fatal = {
  ...peaks.fatal,
  title: 'The fatal step',
  lead: 'Every comparison of two probes throws one side away for good. Here four rules search this very problem, with the same noise, budget and seed. Where a rule loses the minimum, the ladder shows at which trial, and the sentence says why.',
  computing: 'Searching …',
  ladders: 'One run of each rule',
  rules: {
    bisection: 'Bisection',
    ternary: 'Ternary',
    golden: 'Golden section',
    fibonacci: 'Fibonacci',
  },
  causes: {
    shape: 'shape of the curve',
    interaction: 'interaction of the knobs',
    tie: 'tie',
    noise: 'noise',
  },
  chartTitle: '{{rule}}: probes and brackets',
  lineTitle: '{{rule}}: probes and brackets along {{axis}}',
  ladder: 'Brackets, oldest first',
  ladderAlong: 'Brackets along {{axis}}, in turn',
  short: {
    shape: 'trial {{trial}}: shape',
    interaction: 'trial {{trial}}: interaction',
    tie: 'trial {{trial}}: tie',
    noise: 'trial {{trial}}: noise',
    unknown: 'trial {{trial}}',
  },
  sample: 'Trial {{trial}}: {{x}} → {{value}}',
  failed: 'failed',
  kept_one: 'Kept: after {{count}} trial the bracket, {{width}} wide, still holds the minimum.',
  kept_other: 'Kept: after {{count}} trials the bracket, {{width}} wide, still holds the minimum.',
  keptBox_one: 'Kept: after {{count}} trial the box still holds the minimum.',
  keptBox_other: 'Kept: after {{count}} trials the box still holds the minimum.',
  keptAsGood_one:
    'Kept: after {{count}} trial what is left still holds a place as good as the minimum, within the tolerance of {{tolerance}} to which it is known.',
  keptAsGood_other:
    'Kept: after {{count}} trials what is left still holds a place as good as the minimum, within the tolerance of {{tolerance}} to which it is known.',
  lost: {
    ...peaks.lost,
    shape:
      'Lost at trial {{trial}}: {{low}} is better than {{high}} ({{lowTrue}} against {{highTrue}}), and that is true. But the minimum, at {{minimum}}, lay on the side of the worse one.',
    interaction:
      'Lost at trial {{trial}}: the comparison of {{low}} and {{high}} was right, for what the other knobs were set to. The minimum lies elsewhere, at {{minimum}}, and went.',
    tie: 'Lost at trial {{trial}}: {{low}} and {{high}} are equally good, to the last digit, so nothing told which side to keep. The minimum, at {{minimum}}, lay on the other.',
    noise:
      'Lost at trial {{trial}}: {{low}} looked better than {{high}} ({{lowValue}} against {{highValue}}). In truth it is worse ({{lowTrue}} against {{highTrue}}): noise turned the comparison round.',
    noiseTie:
      'Lost at trial {{trial}}: {{low}} looked better than {{high}} ({{lowValue}} against {{highValue}}). In truth they are equal: noise decided, and wrongly.',
    unknown:
      'Lost at trial {{trial}}, by a comparison of values known from before, which the run does not show.',
  },
  countless:
    'This problem has more minima than can be listed, so it cannot be said whether a bracket still holds one.',
  share: {
    ...peaks.share,
    title: 'How often the minimum is thrown away',
    placed:
      '{{runs}} runs of each rule, the minimum placed evenly over the whole range of “{{dials}}”. Without noise a placement says all of its run.',
    placedNoisy:
      '{{runs}} runs of each rule, the minimum placed evenly over the whole range of “{{dials}}”, every run with its own noise.',
    noisy:
      '{{runs}} runs of each rule, which differ by their noise alone: this problem has no dial that moves the minimum.',
    same: 'No noise, and no dial that moves the minimum: every run is the same run, the one above.',
    axis: 'Share of runs that threw the minimum away',
    note: '{{spread}} {{interval}}',
    interval: 'Whiskers are 95 % intervals (Wilson 1927).',
    value: '{{share}} ({{low}}–{{high}})',
    row: '{{rule}}: {{share}} of {{runs}} runs, 95 % interval {{low}} to {{high}}',
    part: '{{rule}}, {{cause}}: {{share}} ({{count}} of {{runs}} runs)',
    progress: '{{done}} of {{runs}} runs',
    columns: {
      rule: 'Rule',
      runs: 'Runs',
      lost: 'Thrown away',
      share: 'Share',
      low: '95 % from',
      high: 'to',
      median: 'Median trial',
    },
    when: 'By which trial it is gone',
    whenNote:
      'The earlier, the dearer: all later trials search where the minimum is not. Late losses are of brackets that are narrow already.',
    trial: 'Trial',
    whenAxis: 'Share of runs so far',
    none: 'None of the rules threw the minimum away, in any run.',
    outdated: 'The dials have moved; counting again.',
  },
};
