/** The Lab, and what other pages have in common with it. */
export const lab = {
  lead: 'One problem, {{budget}} trials each: see where every strategy spends them, and why.',
  settings: 'The experiment',
  panels: 'The strategies, side by side',
  keeping: 'Keep this experiment',
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
  speed: 'Speed',
  stop: 'Stop',
  times: '{{speed}}×',
};

export const panel = {
  mean: 'Mean',
  sd: 'Uncertainty σ',
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
  fatal_maximise: 'At trial {{trial}} it threw away the interval that holds the true maximum.',
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
};

export const keep = {
  drop: 'Drop a trace file to replay it, or a table of trials to search it',
  replaying: 'Replaying traces from a file. Nothing is being computed.',
  live: 'Back to live',
};
