/** Texts of the phase diagrams. */
import { terms } from '../../i18n/glossary.en.ts';

export const phase = {
  title: 'Phase diagrams: where each rule works',
  lead: 'Turn two dials at once. Every cell is a problem of its own, run again and again; its colour says how often a strategy reached the target within the budget.',
  presets: 'Begin with',
  preset: {
    'ripple-noise': 'Ripple × noise',
    'rotation-conditioning': 'Rotation × conditioning',
    'dimensions-budget': 'Dimensions × budget',
    'minimum-budget': 'Minimum × budget, with theory',
    'target-budget': 'Target × budget, with theory',
  },
  presetAbout: {
    'ripple-noise': 'What breaks binary search: ripples on the bowl, and noise on every observation.',
    'rotation-conditioning': 'Tuning one knob at a time while the knobs interact.',
    'dimensions-budget':
      'What each further hyperparameter costs: 90 trials are plenty for Nelder–Mead and CMA-ES with two, and nothing with ten.',
    'minimum-budget':
      'One valley, no noise: wherever the minimum lies, theory says how many trials are enough.',
    'target-budget': 'How many trials each further digit costs: exponential rules against a grid.',
  },
  change: 'Change the question',
  problem: 'Problem',
  fromPage: 'As set above: {{name}}',
  ofPreset: 'Settings of the problem',
  apart: 'The two dials take the place of these settings.',
  axes: 'The two dials',
  horizontal: 'Across',
  vertical: 'Upwards',
  dial: 'Dial',
  from: 'From',
  to: 'To',
  cells: 'Cells',
  cellsHelp: 'How many values the dial takes. Whole numbers come once each.',
  scale: 'Steps',
  linear: 'equal',
  log: 'by ratio',
  noise: 'Noise σ',
  budget: 'Budget (trials)',
  seed: 'Seed',
  targetShare: 'Target (share of a random point’s regret)',
  targetAbsolute: 'Target (regret)',
  success: 'What counts as success',
  targetKind: 'Regret is at most',
  share: 'a share of a random point’s',
  absolute: 'a fixed amount',
  shareHelp:
    'Of the median regret of a uniformly random point of the cell’s own problem: the same demand where a dial changes the scale of the values. With the other settings as they are, that is a regret of {{goal}}.',
  absoluteHelp:
    'The same regret in all cells, in the units of the value. A random point’s median regret is {{typical}} here.',
  targetField: 'Target',
  judged: 'Whose regret',
  tried: 'best point tried',
  deployed: 'point that would be deployed: lowest observation',
  repeats: 'Repeats per cell',
  repeatsHelp:
    'Runs of each strategy in each cell, paired by where the optimum stands; random points and noise are each strategy’s own. Fewer than six cannot tell a winner.',
  placed: 'Each repeat places the optimum anew ({{names}})',
  placedHelp:
    'Otherwise a lucky centre decides. The places are the same in all cells and for all strategies.',
  notPlaced: 'This problem has no setting that places its optimum: only luck, noise and seeds vary.',
  strategies: 'Strategies',
  settingsOf: 'Settings of {{name}}',
  size: '{{columns}} × {{rows}} cells × {{strategies}} strategies × {{repeats}} repeats = {{runs}} runs',
  refused: 'The maps cannot be computed yet:',
  run: 'Compute the maps',
  resume: 'Go on',
  cancel: 'Stop',
  progress: '{{done}} of {{total}} runs',
  status: {
    empty: 'Nothing computed yet.',
    running: 'Computing, coarse to fine',
    paused: 'Stopped. What is there stays; go on to compute the rest.',
    done: 'Done.',
  },
  broken_one: '{{count}} run could not be made and is left out.',
  broken_other: '{{count}} runs could not be made and are left out.',
  changed: 'The question has been changed since. Below is the one computed before.',
  back: 'Back to the question on screen',
  maps: 'Share of runs that reach the target: {{x}} × {{y}}',
  mapsNote_one: '{{problem}}; {{goal}}; one run per cell.',
  mapsNote_other: '{{problem}}; {{goal}}; {{count}} repeats per cell.',
  mapsCoarse: 'Until a cell is computed it shows its coarser neighbour.',
  mapOf: '{{name}}: share of runs that reach the target, by {{x}} and {{y}}',
  goalShare: 'regret at most {{share}} of a random point’s',
  goalAbsolute: 'regret at most {{goal}}',
  goalDial: 'regret at most the target',
  goalWithin: '{{goal}} within {{budget}} trials',
  bar: 'Runs that reach the target (%)',
  theory: 'Theory’s promise',
  theoryNote:
    'Inside the dashed line theory promises success in one valley without noise, wherever its minimum lies: after n trials golden section is within φⁿ of it (φ = (√5 − 1)/2 ≈ 0.618), Fibonacci within 1/F(n + 1) (F: Fibonacci’s numbers; Kiefer 1953), n grid levels within 1/(2(n − 1)) of the range.',
  agreement: 'Where theory says how a run must end, {{agreed}} of {{predicted}} runs ended so.',
  winners: 'Who reaches it most often: {{x}} × {{y}}',
  winnersNote:
    'A colour: this strategy beats every other in the cell (exact McNemar test on paired repeats, 5 %). Grey: the best cannot be told from another. Cells are tested one by one, and a repeat draws the same random numbers in all of them: a colour that stands alone may be chance, and chance may colour neighbours, too. Another seed is the check.',
  winnersFew: 'Fewer than six repeats cannot tell a winner: everything is tied.',
  winnersMap: 'The strategy that reaches the target most often, by {{x}} and {{y}}',
  tied: 'tied',
  none: 'nobody gets there',
  classCells_one: '{{label}}: {{count}} cell',
  classCells_other: '{{label}}: {{count}} cells',
  hint: 'Point at a cell, or move through a map with the arrow keys. Click, or Enter, opens the cell’s scenario in the Lab.',
  cellHeading: '{{x}}, {{y}}',
  setting: '{{name}} {{value}}',
  cellGoal: 'Regret at most {{goal}} within {{budget}} trials.',
  cellShare: '{{successes}} of {{runs}}: {{share}} ({{low}}–{{high}})',
  interval: 'In brackets: 95 % interval (Wilson).',
  rule: {
    golden: terms.golden.form,
    fibonacci: terms.fibonacci.form,
    bisection: terms.bisection.form,
    ternary: terms.ternary.form,
  },
  ruleOf: '{{name}}: {{rule}}',
  notYet: 'not computed yet',
  verdictWinner: '{{name}} beats every other.',
  verdictTied: 'Tied: {{names}}.',
  verdictNone: 'Nobody reached the target.',
  openIn: 'Open repeat {{repeat}} in the Lab',
  openRepeat: 'Repeat for the Lab',
  onlyRule: 'The Lab shows a strategy once: of {{names}} it opens with the one whose map was chosen.',
  column: {
    successes: '{{name}}, successes',
    runs: '{{name}}, runs',
    share: '{{name}}, share',
    low: '{{name}}, 95 % from',
    high: '{{name}}, 95 % to',
    winner: 'Winner',
    best: 'Highest share',
  },
};

/** Why a question cannot be asked: `problems` of the interface. */
export const phaseProblems = {
  'phase-no-dial':
    'The problem {{objective}} has no dial {{dial}} in use. Choose another dial, or change the problem.',
  'phase-same-dial': 'Both axes turn {{dial}}. Choose another dial for one of them.',
  'phase-not-rising':
    '{{dial}} runs from {{lo}} to {{hi}}. The end of the range has to be larger than its start.',
  'phase-limits': '{{dial}} cannot be {{given}}: expected {{expected}}. Change the range.',
  'phase-log':
    '{{dial}} starts at {{given}}, from where no ratio leads upwards. Choose equal steps, or start above 0.',
  'phase-number': 'The number of the field “{{field}}” is {{given}}; expected {{expected}}.',
  'phase-no-strategies': 'No strategy is chosen. Choose at least one.',
  'phase-same-name': 'The name {{given}} is given to two strategies. Change one.',
  'phase-too-many-runs':
    'That makes {{given}} runs ({{cells}} cells × {{strategies}} strategies × {{repeats}} repeats); {{expected}} are the most. Lower the cells first: halving both axes leaves a quarter.',
  'phase-too-many-trials':
    'That makes {{given}} trials; {{expected}} are the most. Lower the budget, the cells or the repeats.',
  'phase-misfit': 'The strategy {{strategy}} cannot start on this problem.',
};

/** What went wrong while computing: `error` of the interface. */
export const phaseErrors = {
  'phase-run': 'Runs of {{strategy}} could not be made; the others go on.',
};
