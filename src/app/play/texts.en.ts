/** The game. */
export const play = {
  title: 'You are the tuner',
  intro:
    'A network has to be trained, and nobody knows its best settings. Try some, learn from what comes back, and see afterwards how strategies would have spent the same trials.',
  resume: 'Go on with the game you began',
  games: {
    'one-knob': {
      name: 'Quick game',
      text: 'One knob and a curve that nobody has seen: where is it lowest?',
      goal: 'One knob, {{count}} trials: turn it to where the value is lowest.',
    },
    dropout: {
      name: 'Tuner’s chair',
      text: 'A real network, measured: learning rate and dropout, and noise in every result.',
      goal: 'Learning rate and dropout, {{count}} trials: train the network with the lowest validation error.',
    },
    tuner: {
      name: 'Tuner’s chair, with L2 penalty',
      text: 'A real network, measured: learning rate and L2 penalty, and noise in every result.',
      goal: 'Learning rate and L2 penalty, {{count}} trials: train the network with the lowest validation error.',
    },
    'two-knobs': {
      name: 'Two knobs in the dark',
      text: 'A hidden landscape over two knobs, seen only where you try it.',
      goal: 'Two knobs, {{count}} trials: find the place where the value is lowest.',
    },
    'three-knobs': {
      name: 'Three knobs',
      text: 'A landscape that no picture shows whole: one slice a knob is all there is.',
      goal: 'Three knobs, {{count}} trials: find the setting with the lowest value.',
    },
  },
  begin: 'Play {{count}} trials',
  help: {
    title: 'Help',
    blind: { name: 'Blind', text: 'You see your trials, nothing else.' },
    mean: { name: 'Mean', text: 'A Gaussian process draws what it expects.' },
    uncertainty: { name: 'Uncertainty', text: 'It says how sure it is, too.' },
    acquisition: { name: 'Acquisition', text: 'It shows where it would try next.' },
  },
  players: {
    title: 'Players at this device',
    text: 'One after another on the same hidden problem; nobody sees the others’ trials before the end.',
    fewer: 'One player fewer',
    more: 'One player more',
    name: 'Name of player {{number}}',
    ranked: 'Who came nearest',
    rank: 'Rank',
    who: 'Player',
    value: 'Best true value',
  },
  player: 'Player {{number}}',
  today: {
    title: 'Today’s problem, {{date}}',
    text: 'Two knobs, 15 trials, blind: the same landscape for everybody, another one tomorrow.',
    open: 'Play today’s problem',
  },
  code: {
    title: 'Code of a challenge',
    open: 'Open',
  },
  calm: 'Nothing leaves this device unless you copy it. A game is kept in this browser and survives a reload.',
  table: 'Table of your trials',
  picture: 'Your trials',
  pictureOf: 'Your trials along {{name}}',
  cross: 'Cross-hair of your next trial: arrow keys move it, Enter tries the place',
  crossKnob: '{{name}}: arrow keys move the cross-hair, Enter turns the knob there',
  layers: 'What the map shows',
  layer: { mean: 'Mean', sd: 'Uncertainty', acquisition: 'Acquisition' },
  noModel: 'after your first trial: a model',
  noHelp: 'The model could not be drawn: {{reason}}',
  hint: 'Your turn: click the picture, or type values.',
  hintKnobs: 'Your turn: click a picture to turn its knob, or type values; then press Train.',
  train: 'Train',
  training: 'Training model {{trial}} …',
  result: 'Trial {{trial}}: {{value}}.',
  better: 'Your best so far.',
  notBetter: 'Your best is still trial {{trial}} with {{value}}.',
  spent: 'That was your last trial.',
  left: '{{count}} of {{of}} left',
  best: 'Best: {{value}}',
  noUndo: 'There is no undo: a training that was run has been paid for.',
  ending: {
    end: 'End here',
    ask: 'End the game? Its result is what you have, trials made: {{made}}, unused: {{left}}.',
    yes: 'End and reveal',
    no: 'Play on',
  },
  again: 'New game like this',
  leave: 'All games',
  codeIs: 'Code of this problem: {{code}}',
  passOn: 'Pass on to {{name}}',
  reveal: 'Reveal',
  revealed: {
    best: 'Your best: {{value}}, at trial {{trial}}.',
    early: 'The game was ended after {{made}} of {{of}} trials; strategies are compared after as many.',
    winner: '{{name}} came nearest: {{value}}.',
    lowest: 'The lowest value there is: {{value}}.',
  },
  inLab: 'Open in the Lab',
  field: {
    title: 'Of {{count}} runs each, yours was better than',
    of: 'of {{name}}',
    waiting: '{{name}}: running …',
    running: 'Running at your number of trials, on your problem.',
    done: 'Same problem, same number of trials. Equal results count half.',
    stopped: 'Stopped.',
    made: '{{done}} of {{of}} runs',
    stop: 'Stop',
    goOn: 'Go on',
  },
  advice: { title: 'For your next game' },
  moments: 'What mattered in your run',
  worth: {
    title: 'What help was worth to you',
    line: '{{help}}: better than {{share}} of random searches (mean over {{count}} games)',
    note: 'Your own games of this kind on this device. A few games are an anecdote.',
  },
  share: {
    title: 'Your result',
    text: 'The code holds your moves and nothing about you; whoever has it can replay the game.',
    name: 'Name, if you like',
    code: 'Your result as text',
    copy: 'Copy',
    copyLink: 'Copy link',
    qr: 'QR code',
    qrLabel: 'Link to your result as a QR code',
    copied: 'Copied.',
    file: 'The link leads to a file on this computer, which nobody else can open: send the text.',
    byHand: 'The browser did not allow it. The text is selected: copy it by hand.',
  },
};

/** By rule: see `core/play/advice.ts`. */
export const advice = {
  few: 'Too few trials to say anything about how you search.',
  luck: 'Trial {{trial}} was a leap in the dark, and it paid. That is luck: play again, and see whether it stays with you.',
  found:
    'You found the valley floor at trial {{trial}}, led there by your own trials. Next time take a larger landscape, or less help.',
  range:
    'You never looked beyond {{from}} % to {{to}} % of the range of {{axis}}, and the lowest value lay outside. Spend your first trials far apart.',
  early:
    'After trial {{trial}} you stayed in one place for {{count}} trials, and the lowest valley was elsewhere. Before you refine, look once where you know nothing.',
  repeats:
    '{{count}} trials asked again what you already knew: without noise, the same place gives the same value. Move on further.',
  noise:
    'Trial {{trial}} measured lowest, but trial {{better}} was truly better: the difference was noise. Repeat a promising setting before you trust it.',
  'one-at-a-time':
    'In {{count}} of {{steps}} steps you turned one knob only. Where knobs interact, the best place is reached along no single one: move several at once.',
  refine:
    'You never tried the neighbourhood of your best point, trial {{trial}}. A few trials close to it are cheap and often pay.',
  plain:
    'No gross mistake: your best was trial {{trial}}. Half of the trials for looking around, half for refining is a fair plan.',
};
