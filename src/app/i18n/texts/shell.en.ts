import * as lab from '../../lab/texts.en.ts';
import { stage } from '../../stage/texts.en.ts';
import { error, notices } from './messages.en.ts';

/** What stands on every page, in English. Blanks are `{{name}}`. */
export const shell = {
  app: {
    name: 'Trial by Trial',
    skip: 'Skip to the panels',
    loading: 'Opening …',
  },
  // Of rooms whose own texts come with them: what is said before they are there.
  arena: {
    lead: 'One run is an anecdote. Here every strategy runs again and again, on many problems, at equal budgets.',
  },
  assumptions: {
    lead: 'What binary search assumes, and what breaks it.',
  },
  learn: {
    lead: 'A course in seven chapters: how to choose what a network is trained with.',
  },
  play: {
    lead: 'You search, and see afterwards how strategies would have.',
  },
  class: {
    lead: 'A class plays the same challenge, and sees how it searched.',
  },
  home: {
    lead: 'How hyperparameter searches spend their trials.',
  },
  own: {
    stays: 'The last function that could be used stays in use; what you entered stays here.',
  },
  ...lab,
  stage,
  error,
  notices,
  header: {
    pages: 'Pages',
    lab: 'Lab',
    arena: 'Arena',
    assumptions: 'Assumptions',
    learn: 'Learn',
    play: 'Play',
    menu: 'Menu',
  },
  chart: {
    trial: 'Trial',
    optimum: 'True optimum',
    trueValue: 'True value',
    mean: 'Posterior mean',
    band: '± 2σ',
    paths: 'Posterior samples',
    bracket: 'Bracket',
    ladder: 'Past brackets',
    lattice: 'Grid levels',
    step: 'Step',
    varied: 'Point being varied',
    strata: 'Slices; filled once tried',
    simplex: 'Simplex',
    simplexBest: 'Its best corner',
    normal: 'Sampling distribution, mean ± σ',
    oneSigma: 'Sampling distribution, 1σ',
    twoSigma: '2σ',
    densities: 'Densities of good and other trials; ▼ chosen',
    densityGood: 'l: good trials',
    densityRest: 'g: the others',
    ratio: 'ln l − ln g: how much likelier under the good trials',
    fantasy: 'Pretended value',
    fantasyOf: 'Trial {{trial}}, while still running: taken to be {{value}}',
    beyond: 'Beyond the picture: the value is in the tooltip and the table',
    batch: 'Same batch',
    table: 'Table behind the chart',
    rows: {
      said: 'Rows {{from}} to {{to}} of {{count}}',
      before: 'Earlier rows',
      after: 'Later rows',
    },
    acquisition: {
      ei: 'Expected improvement',
      'log-ei': 'Log expected improvement',
      pi: 'Probability of improvement',
      lcb: 'Lower confidence bound',
      lcb_maximise: 'Upper confidence bound',
      thompson: 'Thompson sample',
    },
    curveTitle: '{{name}} on {{problem}}, trial {{trial}}',
  },
  figure: {
    legend: 'Legend; press an entry to hide it or to show it',
    download: 'Download {{title}} as {{format}}',
    failed: 'The file could not be made: {{detail}}. Try another format.',
  },
  crash: {
    title: 'The page could not be drawn',
    text: 'Your settings are kept in the address. Go back to what was shown before, try again, or start from the default experiment. Another address leaves this screen, too.',
    before: 'What was shown before',
    retry: 'Try again',
    restart: 'Default experiment',
  },
};
