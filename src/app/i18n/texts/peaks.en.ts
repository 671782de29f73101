/** What is said of an objective that is maximised, in English: its valleys are peaks. `_maximise` chooses these texts. */
export const peaks = {
  assumptions: {
    turned:
      'This objective is maximised: everything here is said of it upside down. Binary search then needs one peak, and what is thrown away is the maximum.',
    slicesTitle_maximise: '{{name}}: slices through its highest point',
    minimaLegend_maximise: 'Local maxima',
    minimumAt_maximise: 'Local maximum at {{at}}: {{value}}',
    unimodalYes1_maximise:
      'Among {{points}} points, the value only rises up to the maximum and only falls after it.',
    unimodalYes_maximise: 'On none of {{lines}} lines does the value fall and then rise again.',
    hump_maximise:
      'At {{a}} the value is {{fa}}, at {{b}} it has fallen to {{fb}}, and at {{c}} it is up at {{fc}} again: b lies {{violation}} below both.',
    plateau_maximise:
      'From {{a}} to {{b}} the value rests at {{value}}, although it is higher at {{c}} ({{lower}}): comparisons on it tie.',
    convexYes1_maximise: 'Among {{points}} points, none lies below a chord.',
    convexYes_maximise: 'On none of {{lines}} lines does a point lie below a chord.',
    chord_maximise:
      'At {{b}} the value is {{fb}}, but the chord from {{a}} to {{c}} passes at {{chord}}: the curve lies {{violation}} below it.',
    minimaCount_maximise_one: '{{count}} local maximum.',
    minimaCount_maximise_other: '{{count}} local maxima.',
    minimaSeen_maximise_one: '{{count}} local maximum at this resolution; there is at least that one.',
    minimaSeen_maximise_other: '{{count}} local maxima at this resolution; there are at least so many.',
    minimaMore_maximise_one: 'At least {{count}} local maximum.',
    minimaMore_maximise_other: 'At least {{count}} local maxima.',
    minimaLevel_maximise: 'The whole range is one level top: no two values differ by more than rounding.',
    minimaStarts_maximise_one:
      '{{count}} local maximum found by climbing from {{starts}} places; there may be more.',
    minimaStarts_maximise_other:
      '{{count}} local maxima found by climbing from {{starts}} places; there may be more.',
    minimaList_maximise: 'Highest first: {{list}}.',
    minimaOnly_maximise: 'Its top: {{list}}.',
  },
  name: {
    unimodal_maximise: 'One peak',
    unimodalLines_maximise: 'One peak along every line',
    convex_maximise: 'Concave',
    minima_maximise: 'Local maxima',
  },
  means: {
    unimodal_maximise:
      'Along every line the value rises, may rest at its maximum, then falls: what binary search along a line needs.',
    convex_maximise: 'No point lies below a straight line between two others. More than binary search needs.',
    minima_maximise: 'Tops of peaks inside the range, its ends included.',
  },
  resolution: { descents_maximise: 'From {{starts}} places, the highest of a sample among them.' },
  fatal: {
    lead_maximise:
      'Every comparison of two probes throws one side away for good. Here four rules search this very problem, with the same noise, budget and seed. Where a rule loses the maximum, the ladder shows at which trial, and the sentence says why.',
    kept_maximise_one: 'Kept: after {{count}} trial the bracket, {{width}} wide, still holds the maximum.',
    kept_maximise_other: 'Kept: after {{count}} trials the bracket, {{width}} wide, still holds the maximum.',
    keptBox_maximise_one: 'Kept: after {{count}} trial the box still holds the maximum.',
    keptBox_maximise_other: 'Kept: after {{count}} trials the box still holds the maximum.',
    keptAsGood_maximise_one:
      'Kept: after {{count}} trial what is left still holds a place as good as the maximum, within the tolerance of {{tolerance}} to which it is known.',
    keptAsGood_maximise_other:
      'Kept: after {{count}} trials what is left still holds a place as good as the maximum, within the tolerance of {{tolerance}} to which it is known.',
    countless_maximise:
      'This problem has more maxima than can be listed, so it cannot be said whether a bracket still holds one.',
  },
  share: {
    title_maximise: 'How often the maximum is thrown away',
    noisy_maximise:
      '{{runs}} runs of each rule, which differ by their noise alone: this problem has no dial that moves the maximum.',
    same_maximise: 'No noise, and no dial that moves the maximum: every run is the same run, the one above.',
    axis_maximise: 'Share of runs that threw the maximum away',
    whenNote_maximise:
      'The earlier, the dearer: all later trials search where the maximum is not. Late losses are of brackets that are narrow already.',
    none_maximise: 'None of the rules threw the maximum away, in any run.',
  },
  lost: {
    shape_maximise:
      'Lost at trial {{trial}}: {{low}} is better than {{high}} ({{lowTrue}} against {{highTrue}}), and that is true. But the maximum, at {{minimum}}, lay on the side of the worse one.',
    interaction_maximise:
      'Lost at trial {{trial}}: the comparison of {{low}} and {{high}} was right, for what the other knobs were set to. The maximum lies elsewhere, at {{minimum}}, and went.',
    tie_maximise:
      'Lost at trial {{trial}}: {{low}} and {{high}} are equally good, to the last digit, so nothing told which side to keep. The maximum, at {{minimum}}, lay on the other.',
  },
};
