/** What several pages say of results, and of what is set; the Lab’s drawer, too. */
export * from '../settings/texts.en.ts';

export const arena = {
  setting: '{{label}}: {{value}}',
  comma: ', ',
  yes: 'yes',
  no: 'no',
  left: 'about {{time}} left',
  seconds_one: '{{count}} s',
  seconds_other: '{{count}} s',
  minutes_one: '{{count}} min',
  minutes_other: '{{count}} min',
  hours: '{{hours}} h',
  hiddenIn: '{{name}}, hidden in {{dimension}}-D',
  inDimensions: ', {{dimension}}-D',
  judgedNote:
    'Judged by the true value of the point that would be deployed, the one with the lowest observation so far: it may get worse again.',
  use: {
    trials: 'Trials made',
    unused: 'Unused',
    initial: 'Initial design',
    secondProbes: 'Second probes',
    repeated: 'Repeated points',
    failed: 'Failed',
    infeasible: 'Infeasible',
    thinking: 'Thinking per run',
    unknown: 'not measured',
    milliseconds: '{{value}} ms',
    seconds: '{{value}} s',
    of: '{{name}}, {{kind}}: {{count}} of {{all}} trials',
    thinkingOf: '{{name}}: thinks {{time}} per run, mean of {{runs}} runs',
  },
};
