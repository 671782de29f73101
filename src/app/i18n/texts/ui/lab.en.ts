/** The Lab, and what other pages have in common with it. */
export const lab = {
  lead: 'One problem, {{budget}} trials each: see where every strategy spends them, and why.',
  settings: 'The experiment',
  details: 'About this problem, and settings of the strategies',
  panels: 'The strategies, side by side',
  reading: 'Who found what',
  keeping: 'Keep this experiment',
};

export const problem = {
  pick: 'Problem',
  facts: 'What is true of it',
  convex: 'convex',
  notConvex: 'not convex',
  unimodal: 'one valley',
  notUnimodal: 'several valleys',
  separable: 'separable',
  notSeparable: 'not separable',
  smooth: 'smooth',
  notSmooth: 'not smooth',
  dimensions_one: '{{count}} hyperparameter',
  dimensions_other: '{{count}} hyperparameters',
  reveal: 'Show the true optimum’s value',
  optimum: 'Lowest value: {{value}} at {{at}}',
  optimumNumeric: 'Found numerically, to within {{tolerance}}.',
  optimumUncertified: 'This is the lowest value that was found; that none lies lower is not proven.',
  optimumBound: 'Proven: no value lies below {{bound}}.',
  unknown: 'not known: {{facts}}',
  source: 'Source: {{source}}',
  families: {
    'textbook-1d': 'Textbook, one hyperparameter',
    'textbook-2d': 'Textbook, two hyperparameters',
    'many-dimensions': 'Many hyperparameters',
    bbob: 'BBOB benchmark suite',
    measured: 'Measured on real data',
    own: 'Your own',
  },
};

export const run = {
  noise: 'Noise',
  noiseNone: 'None',
  noiseGaussian: 'Gaussian',
  noiseProportional: 'Proportional',
  noiseMeasured: 'As measured, run to run',
  sd: 'Noise σ',
  share: 'Noise σ, %',
  shareHelp: 'In per cent of the true value: large errors are noisier than small ones.',
  sdHelp: 'In the units of the value: {{value}}.',
  budget: 'Budget',
  budgetHelp: 'Trials each strategy may spend.',
  seed: 'Seed',
  seedHelp:
    'The same seed gives the same trials again, on every machine. Each strategy draws random numbers of its own from it.',
  newSeed: 'New seed',
};

export const strategies = {
  heading: 'Strategies',
  more_one: '{{count}} more',
  more_other: '{{count}} more',
  fewer: 'Fewer',
  groups: {
    taught: 'The five of the course',
    filling: 'Space-filling designs',
    direct: 'Direct search and evolution',
    modelled: 'Model-based',
    other: 'Others',
  },
  settings: 'Settings of the strategies',
  settingsOf: 'Settings of {{name}}',
  reset: 'Back to defaults',
  resetOf: 'Put {{name}} back to its defaults',
  noSettings: 'Nothing to set: that is its point.',
  atLeastOne: 'At least one strategy stays on.',
  source: 'Source: {{source}}',
};

export const field = {
  notANumber: '“{{given}}” is not a number. Enter a number from {{min}} to {{max}}; {{used}} stays in use.',
  outOfRange: '{{given}} is outside {{min}} to {{max}}; {{used}} stays in use.',
  notWhole: '{{given}} is not a whole number. Enter one from {{min}} to {{max}}; {{used}} stays in use.',
  notLists:
    '“{{given}}” cannot be read. Write the values of one hyperparameter with commas between them, as in 0.4, 0.5, 0.6.',
  outsideAxis: '{{given}} is outside the range of {{axis}}, {{lo}} to {{hi}}.',
  auto: 'chosen for me',
  listsHint: 'Values with commas between them; leave empty to have them chosen.',
};

export const display = {
  heading: 'Show',
  truth: 'True function',
  optimum: 'True optimum',
  numbers: 'Trial numbers',
  field: 'Field',
  fieldTruth: 'Truth',
  fieldMean: 'Mean',
  fieldSd: 'Uncertainty σ',
  fieldAcquisition: 'Acquisition',
  fieldDensities: 'Two densities',
  fieldRatio: 'Their ratio',
  fieldBelief: 'Mean, or densities',
  fieldAim: 'Acquisition, or density ratio',
  paths: 'Posterior samples',
  moment: 'Model',
  before: 'before the trial',
  after: 'after the trial',
  momentHint:
    'Before: what the model believed when it chose the point. After: what it believes once it has seen the result.',
};

export const transport = {
  label: 'Clock',
  start: 'To the start',
  back: 'One trial back',
  play: 'Play',
  pause: 'Pause',
  forward: 'One trial forward',
  end: 'To the end',
  scrub: 'Trial on screen',
  at: 'Trial {{t}} of {{budget}}',
  waiting: 'computing trial {{next}} …',
  speed: 'Speed',
  stop: 'Stop',
  times: '{{speed}}×',
};

export const panel = {
  used: '{{used}} of {{budget}} trials',
  best: 'Best so far',
  bestNone: 'none yet',
  unused: '{{unused}} of {{budget}} trials unused.',
  empty: 'No trial yet. Press play or step forward.',
  waiting: 'Waiting for a free worker',
  running: 'Computing',
  done: 'Done',
  cancelled: 'Stopped',
  failed: 'Failed',
  replayed: 'From a file',
  cancelledText: 'Stopped after {{count}} trials; what was computed is shown.',
  retry: 'Try again',
  resume: 'Run again',
  why: 'Trial {{trial}}.',
  end: 'At the end.',
  fatal: 'At trial {{trial}} it threw away the interval that holds the true minimum.',
  modelRefused: 'The model could not be drawn: {{reason}}',
  broken: 'This panel could not be drawn. The others go on.',
  brokenDetail: 'What happened: {{detail}}',
  slices: 'Slices through the best point',
  infeasible: 'breaks the constraint',
  failedTrial: 'the evaluation failed',
  distinct_one: '{{count}} distinct value of {{name}}',
  distinct_other: '{{count}} distinct values of {{name}}',
  sample: 'Trial {{trial}}: {{point}} → {{value}}',
  coordinate: '{{name}} {{value}}',
  jitter: 'For numerical stability, {{jitter}} was added to the diagonal of the covariance matrix.',
};

export const race = {
  title: 'Best true value so far',
  regretTitle: 'Simple regret: distance to the true optimum',
  scale: 'Scale',
  linear: 'Value',
  log: 'Regret, log scale',
  x: 'Trials spent',
  regret: 'Simple regret',
};

export const board = {
  title: 'Leaderboard at trial {{t}}',
  rank: 'Rank',
  strategy: 'Strategy',
  best: 'Best true value',
  regret: 'Simple regret',
  found: 'Found at trial',
  none: '–',
  tie: 'tied',
  empty: 'The ranking starts with the first trial.',
};

export const keep = {
  copy: 'Copy link',
  copied: 'Link copied',
  copyByHand: 'The browser did not allow copying. Here is the link to copy by hand:',
  json: 'Traces as JSON',
  csv: 'Traces as CSV',
  open: 'Open a trace file',
  drop: 'Drop a trace file to replay it, or a table of trials (CSV) to search it',
  nothing: 'There is nothing to download until a strategy has finished.',
  note: 'The link holds the whole experiment. A trace file holds every trial too, and replays without computing.',
  replaying: 'Replaying traces from a file. Nothing is being computed.',
  live: 'Back to live',
};
