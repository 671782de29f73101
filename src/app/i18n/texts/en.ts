import { curse } from '../../arena/dimensions/texts.en.ts';
import { hours } from '../../arena/hours/texts.en.ts';
import { arena } from '../../arena/texts.en.ts';
import { fatal } from '../../assumptions/fatal/texts.en.ts';
import { catalogue } from '../../catalogue/texts.en.ts';
import { phase } from '../../assumptions/phase/texts.en.ts';
import { assumptions } from '../../assumptions/texts.en.ts';
import { own } from '../../own/texts.en.ts';
import { help } from '../../shell/help.en.ts';
import * as lab from '../../lab/texts.en.ts';
import { stage } from '../../stage/texts.en.ts';
import * as messages from './messages.en.ts';
import * as moments from './moments.en.ts';

/** The interface in English; its keys are the interface's vocabulary. Blanks are `{{name}}`. */
export const en = {
  app: {
    name: 'Trial by Trial',
    skip: 'Skip to the panels',
  },
  arena,
  curse,
  hours,
  fatal,
  phase,
  assumptions,
  own,
  catalogue,
  stage,
  ...lab,
  ...messages,
  ...moments,
  header: {
    pages: 'Pages',
    lab: 'Lab',
    arena: 'Arena',
    assumptions: 'Assumptions',
    language: 'Language',
    theme: 'Theme',
    themeAuto: 'As the system',
    themeLight: 'Light',
    themeDark: 'Dark',
    themeProjector: 'Projector',
    presenter: 'Presenter',
    presenterHint: 'Larger type and marks, for a lecture hall',
    help: 'Help',
    menu: 'Menu',
  },
  help,
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
    moreRows: 'Show all {{count}} rows',
  },
  crash: {
    title: 'The page could not be drawn',
    text: 'Your settings are kept in the address. Go back to what was shown before, try again, or start from the default experiment. Another address leaves this screen, too.',
    before: 'What was shown before',
    retry: 'Try again',
    restart: 'Default experiment',
  },
};
