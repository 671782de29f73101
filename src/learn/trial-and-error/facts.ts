/** The numbers of the chapter on trial and error. */
import { problemOf } from '#core/run.ts';
import { scenarioOf } from '../counting.ts';
import { mean, median, type FactDeclaration, type Facts } from '../facts.ts';
import type { Figure, TunersFigure } from '../figures.ts';
import {
  after,
  classesOf,
  guesses,
  rankCorrelation,
  ranksOf,
  rematchRanks,
  winnerOf,
  winsByLevel,
  type TunerClass,
} from '../tuners.ts';

const CLASSES = 50;
const SAMPLE = 4;
const LEVELS = [0, 0.25, 0.5, 0.75, 1];
const NOVICE = 0;
const EXPERT = LEVELS.length - 1;

type Asked = Pick<TunersFigure, 'lab' | 'levels' | 'each'>;
const asked = (figure: Figure): TunersFigure => {
  if (figure.kind !== 'tuners') throw new Error(`“${figure.kind}” has no tuners.`);
  return figure;
};
const toldOf = ({ lab, levels, each }: Asked) => `${lab}; experience ${levels.join(', ')}; ${each} of each`;

/** A fact of the first classes of a question. */
const ofClasses = (
  question: Asked,
  reduce: (classes: TunerClass[]) => number,
  classes = CLASSES,
): FactDeclaration => ({
  from: `${toldOf(question)}; ${classes} ${classes === 1 ? 'class' : 'classes'}`,
  value: (count) => reduce(classesOf({ ...question, classes: count }, count)),
  repeats: classes,
  ...(classes > SAMPLE && { sample: SAMPLE }),
});

const ends = (tuners: TunerClass): number[] => tuners.map((tuner) => after(tuner));
const endsOfLevel = (classes: readonly TunerClass[], level: number): number[] =>
  ends(classes.flat().filter((tuner) => tuner.level === level));

/** How often one of the first level ends lower than one of the last, of all pairs. */
function noviceAhead(classes: readonly TunerClass[]): number {
  const [novices, experts] = [NOVICE, EXPERT].map((level) => endsOfLevel(classes, level));
  return mean(
    novices.flatMap((novice) => experts.map((expert) => (novice < expert ? 1 : novice === expert ? 0.5 : 0))),
  );
}

/** Regret beyond which somebody sits in the wrong valley. */
const STUCK = 0.1;
const RUNS = 500;
const alone = (lab: string, experience: number): Asked => ({ lab, levels: [experience], each: 1 });
const stuckAfter = (budget: number): FactDeclaration => {
  const lab = `objective=double-well&budget=${budget}&seed=1`;
  return ofClasses(
    alone(lab, 1),
    (classes) => {
      const { value } = problemOf(scenarioOf(lab)).optimum;
      return mean(classes.flat().map((tuner) => (after(tuner) - value > STUCK ? 1 : 0)));
    },
    RUNS,
  );
};
const turned = (rotation: number): FactDeclaration =>
  ofClasses(
    alone(
      `objective=morph-2d&objective.conditioning=50&objective.rotation=${rotation}&budget=24&seed=1`,
      0.5,
    ),
    (classes) => median(ends(classes.flat())),
    RUNS,
  );

export const facts: Facts = (figures) => {
  const digits = asked(figures['forty']);
  const dropout = asked(figures['other-problem']);
  const on = (objective: string): Asked => ({
    lab: `objective=${objective}&budget=12&seed=48`,
    levels: LEVELS,
    each: 8,
  });
  /** Of the class that is shown. */
  const shown = (reduce: (tuners: TunerClass) => number) => ofClasses(digits, ([first]) => reduce(first), 1);
  const wins = (question: Asked, level: number) =>
    ofClasses(question, (classes) => winsByLevel(LEVELS.length, classes)[level]);
  const after12 = (question: Asked, level: number) =>
    ofClasses(question, (classes) => median(endsOfLevel(classes, level)));
  const correlation = (trials: number) =>
    ofClasses(digits, (classes) => rankCorrelation(guesses(classes, NOVICE, trials)));
  return {
    'winner-first': shown((tuners) => after(tuners[winnerOf(tuners)], 1)),
    'winner-end': shown((tuners) => after(tuners[winnerOf(tuners)])),
    'class-median': shown((tuners) => median(ends(tuners))),
    'last-end': shown((tuners) => Math.max(...ends(tuners))),
    'last-experience': shown((tuners) => LEVELS[tuners[ranksOf(tuners).indexOf(tuners.length)].level]),
    'rematch-rank': ofClasses(digits, (classes) => rematchRanks(classes)[0], 2),
    'rematch-median': ofClasses(digits, (classes) => median(rematchRanks(classes))),
    'rematch-top': ofClasses(digits, (classes) =>
      mean(rematchRanks(classes).map((rank) => (rank <= 5 ? 1 : 0))),
    ),
    classes: { from: 'the classes of the figures', value: () => CLASSES },
    'wins-none': wins(digits, 0),
    'wins-quarter': wins(digits, 1),
    'wins-half': wins(digits, 2),
    'wins-most': wins(digits, 3),
    'wins-all': wins(digits, 4),
    spread: ofClasses(digits, (classes) =>
      median(classes.map((tuners) => Math.max(...ends(tuners)) / Math.min(...ends(tuners)))),
    ),
    'novice-beats': ofClasses(digits, (classes) =>
      mean(
        classes.map((tuners) =>
          Math.min(...endsOfLevel([tuners], NOVICE)) < median(endsOfLevel([tuners], EXPERT)) ? 1 : 0,
        ),
      ),
    ),
    'digits-novice': after12(digits, NOVICE),
    'digits-expert': after12(digits, EXPERT),
    'guesses-three': correlation(3),
    'guesses-six': correlation(6),
    'guesses-twelve': correlation(12),
    'ahead-digits': ofClasses(digits, noviceAhead),
    'ahead-svc': ofClasses(on('svc-digits'), noviceAhead),
    'ahead-gbr': ofClasses(on('gbr-diabetes'), noviceAhead),
    'ahead-dropout': ofClasses(dropout, noviceAhead),
    'dropout-novice': after12(dropout, NOVICE),
    'dropout-expert': after12(dropout, EXPERT),
    'dropout-wins-none': wins(dropout, 0),
    'dropout-wins-all': wins(dropout, 4),
    'stuck-limit': { from: 'the regret beyond which somebody is stuck', value: () => STUCK },
    'stuck-twelve': stuckAfter(12),
    'stuck-thirty': stuckAfter(30),
    straight: turned(0),
    turned: turned(45),
  };
};
