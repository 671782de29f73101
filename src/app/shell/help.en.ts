/** A short guide to each page, and its keys. */
export const help = {
  keys: 'Keys',
  close: 'Close',
  key: {
    space: 'Space',
    arrows: '← →',
    ends: 'Home End',
    brackets: '[ ]',
    digits: '1 – 9',
    setUp: 'S',
    moments: ', .',
    truth: 'H',
    presenter: 'P',
    blank: 'B',
    reset: 'R',
    help: '?',
    enter: 'Enter',
    escape: 'Esc',
    pages: 'PgUp PgDn',
  },
  about: {
    title: 'About this app',
    own: 'Trial by Trial is free software under the MIT licence. Nothing that you enter or play leaves this device unless you copy it.',
    data: 'The measured landscapes are trainings on the data sets that scikit-learn brings along; the digits come from the UCI Machine Learning Repository (CC BY 4.0). Elementary functions follow FDLIBM (Sun Microsystems, 1993).',
    made: 'It is made with these packages. A click on a licence shows its text.',
  },
  home: {
    title: 'What this is',
    intro:
      'Training a network needs choices made before: hyperparameters. Each guess costs a training run. Five ways to guess compete here on the same problem, at the same number of runs.',
    step1: 'Watch: every picture is one way to search, every mark one training run.',
    step2: 'Below, the best value so far of each: who is lowest leads.',
    step3: 'Press a dot at the upper right for another story.',
    step4: 'Then go to the Lab, and choose the problem yourself.',
    measure: 'The curve is what no strategy sees; each sees only its own points.',
  },
  lab: {
    title: 'How to use the Lab',
    intro:
      'Every strategy gets the same problem and the same number of trials. One clock moves all panels: each shows what its strategy knew and did at that trial.',
    step1: 'Under Set up choose a problem, a noise level, a budget, a seed and strategies.',
    step2: 'Press play, or step trial by trial and read why each point was chosen.',
    step3: 'Hide the true curve to let a class guess; show it again to check.',
    step4:
      'Copy the link: it holds the whole experiment and always gives the same trials. Take away makes pictures and animations for slides.',
    measure:
      'The ranking uses the true value of each trial, without noise, which no strategy sees. The strategies choose by what they observe.',
    keys: {
      space: 'play and pause',
      arrows: 'one trial back, one trial forward',
      ends: 'to the start, to the end',
      brackets: 'slower, faster',
      digits: 'enlarge a picture; again, or Esc: all pictures',
      setUp: 'open and close Set up',
      moments: 'to the moment before, to the next one: a new leader, a minimum thrown away',
      truth: 'hide and show the true function',
      presenter: 'larger type, for a lecture hall',
      blank: 'a black screen; any of B, Esc and a click end it',
      reset: 'back to what the link asked for; once more: undo',
      help: 'this guide',
      pages: 'as ← →, for a remote control; with Shift, from moment to moment',
    },
  },
  learn: {
    title: 'How to read a chapter',
    intro:
      'The text scrolls; the figure stays, and shows what the section at hand speaks of. It is the stage of the Lab: everything in it is computed as you watch.',
    step1: 'Place your bet where a chapter asks for one: what comes next stays longer in mind.',
    step2: 'Take hold of the figure: play it, step it, point at it. Reset to the text brings it back.',
    step3: 'Press an underlined term: a card says what it means.',
    step4: 'Open the figure in the Lab to change whatever you like.',
    measure: 'What you have read and bet stays in this browser and goes nowhere else.',
    keys: {
      space: 'with the focus in the figure: play and pause',
      arrows: 'with the focus in the figure: one trial back, one trial forward',
      escape: 'close a card',
    },
  },
  play: {
    title: 'How to play',
    intro:
      'A landscape is hidden. You search it trial by trial, with as many trials as any strategy gets, and stand beside them at the end.',
    step1: 'Choose a game and how much help you want, or type the code of a challenge.',
    step2: 'Click or tap where you want the next trial, or type its values. There is no undo.',
    step3: 'After the last trial the landscape is revealed, with your path on it.',
    step4: 'Copy the result code for whoever collects results; the game can be replayed from it.',
    measure:
      'You are judged by the true value of your best trial, without noise, as strategies are: on the same problem, at the same number of trials.',
    keys: {
      arrows: 'move the cross-hair; with Shift ten times as far',
      enter: 'try the place; with three knobs: turn the knob there',
      escape: 'at the end: all pictures again',
    },
  },
  class: {
    title: 'How to play with a class',
    intro:
      'Everybody searches the same hidden landscape and sends back a result code. Here all of them are replayed, and seen as one class beside the strategies.',
    step1: 'Make a challenge, and show its QR code or its eight characters.',
    step2: 'Paste the chat with the results, or drop files. What is damaged is named; all others count.',
    step3: 'Press play: every path, trial by trial; where it is bright, the class is.',
    step4: 'Reveal the landscape, light up the best, the median, or anybody by name.',
    measure:
      'Players are judged as strategies are: by the true value of their best trial, without noise, which was computed again from their moves.',
    keys: {
      truth: 'reveal and hide the landscape',
      escape: 'close the large code',
    },
  },
  arena: {
    title: 'How to use the Arena',
    intro:
      'One run is an anecdote. The Arena repeats every strategy on many problems, over many seeds and at equal budgets, and says what can be concluded and what cannot. Its other tabs set the same trials in hours, and count what further hyperparameters cost.',
    step1: 'Begin with a question, or put a study together yourself: problems, strategies, budget, repeats.',
    step2:
      'Run it. Results appear at once and are kept in this browser: stop, go on, or come back another day.',
    step3: 'Move the slider “As of trial”: everything is ranked anew, as if all budgets had ended there.',
    step4:
      'Click a point to see that very run in the Lab. Charts, tables and results can be saved; a results file can be dropped anywhere on the page.',
    measure:
      'Strategies are compared in pairs of runs on the same problem, with its minimum in the same place, in the same repeat. Random points and noise are each strategy’s own; only settings of one strategy share them. “Tied” means that these runs do not tell the two apart, not that they are equally good.',
    keys: {
      arrows: 'in a chart: to the next trial, cell or run',
      ends: 'in a chart: to the first, to the last',
      enter: 'rank as of the trial that is read; open the run that is read in the Lab',
      escape: 'close what is being read',
    },
  },
  hours: {
    title: 'How to use the hours',
    intro:
      'Equal budgets of trials are not equal bills. Here the same trials are trained on several machines: who needs no results keeps them busy, who learns from results waits for them.',
    step1: 'Say how many machines there are, and how long a training run takes.',
    step2:
      'Under “How long training and thinking take” let some settings take longer than others, let the strategies themselves take time, and add those that are made for several machines.',
    step3: 'Look at the rows: a bar is a trial on its machine, hatching a machine that waits.',
    step4: 'Then read from the curves who has the lowest regret after so many hours, or machine-hours.',
    measure:
      'The trials are those of a study; only the hours are simulated. Trials start in their order, each on the first machine that falls free, and no sooner than the results are back that it was chosen by.',
    keys: {
      arrows: 'in a chart: to the next trial, or the next moment at which something changes',
    },
  },
  dimensions: {
    title: 'How to use the dimensions',
    intro:
      'How many trials does one more hyperparameter cost? A grid’s bill is multiplied; random search asks only how large the good region is. Here both are counted.',
    step1: 'Choose levels, hours and price: the first chart is the bill of a full grid.',
    step2:
      'Drag the dotted line to another number of hyperparameters. A ring marks where your budget is used up.',
    step3:
      'Below, choose a small target of a given volume, and count how often a grid, random points and other designs hit it.',
    step4: 'Choose for how many trials it is put into words, and compare with the exact law.',
    measure:
      'Bands are 95 % intervals of a share (Wilson). The dashed line is the exact chance that at least one of so many random points lies in the target.',
    keys: {
      arrows: 'in a chart: to the next number of hyperparameters or trials',
    },
  },
  assumptions: {
    title: 'How to use the Assumptions page',
    intro:
      'Binary search can be relied on only if the error has one valley. Here every assumption can be seen, broken, and paid for.',
    step1: 'Begin with an example, choose a problem, or enter a function of your own.',
    step2: 'Turn one dial at a time, and watch which line of the diagnosis changes first.',
    step3:
      'Four rules of binary search run on this very problem. Where one throws the minimum away, its ladder marks the trial, and a sentence says why.',
    step4:
      'A phase diagram turns two dials at once: how often each strategy reaches the target, and which one wins.',
    measure:
      'A “no” is proved by the points that the picture marks. A “yes” is as good as the number of points that were looked at, which stands below it.',
    keys: {
      arrows: 'turn a dial; in a chart: to the next point or cell',
      pages: 'turn a dial by large steps',
      escape: 'close what is being read',
    },
  },
};

/** What is set once, for all pages. */
export const menu = {
  language: 'Language',
  theme: 'Theme',
  themeAuto: 'As the system',
  themeLight: 'Light',
  themeDark: 'Dark',
  themeProjector: 'Projector',
  presenter: 'Presenter',
  presenterHint: 'Larger type and marks, for a lecture hall',
  help: 'Help',
  reset: 'Reset',
  resetHint: 'Back to what the link asked for: key R',
  undo: 'Undo the reset',
  undoHint: 'Back to what was there before the reset',
  newVersion: 'A new version is ready.',
  reload: 'Reload now',
  later: 'Later',
  newer: 'New version: reload',
};
