import { integer, log, real, type Dimension } from '../../space.ts';
import type { ObjectiveDefinition } from '../../types.ts';
import gbrDiabetes from './gbr-diabetes.json' with { type: 'json' };
import knnCancer from './knn-cancer.json' with { type: 'json' };
import { LEARNING_RATE, mlpLearningRate } from '../mlp-learning-rate.ts';
import { landscape } from './landscape.ts';
import mlpDropout from './mlp-dropout.json' with { type: 'json' };
import mlpDigits from './mlp-digits.json' with { type: 'json' };
import ridgeDiabetes from './ridge-diabetes.json' with { type: 'json' };
import svcDigits from './svc-digits.json' with { type: 'json' };

const suggested = (dimension: Dimension, folklore: number): Dimension => ({ ...dimension, folklore });

const DIGITS = 'scikit-learn’s digits (UCI, CC BY 4.0), measured with scikit-learn 1.2';
const DIABETES = 'scikit-learn’s diabetes data (Efron et al. 2004), measured with scikit-learn 1.2';

const MEASURED = { family: 'measured', params: {}, defaultNoise: { kind: 'measured' } } as const;

export const measuredObjectives: readonly ObjectiveDefinition[] = [
  {
    ...MEASURED,
    id: 'ridge-diabetes',
    source: DIABETES,
    create: landscape([suggested(log('alpha', 1e-4, 1e5), 1)], ridgeDiabetes),
  },
  {
    ...MEASURED,
    id: 'knn-cancer',
    source: 'scikit-learn’s breast cancer data (Wolberg et al. 1995, UCI), measured with scikit-learn 1.2',
    create: landscape([suggested(integer('neighbours', 1, 60), 5)], knnCancer),
  },
  mlpLearningRate,
  {
    ...MEASURED,
    id: 'svc-digits',
    source: DIGITS,
    create: landscape([suggested(log('C', 1e-2, 1e4), 1), suggested(log('gamma', 1e-5, 10), 0.1)], svcDigits),
  },
  {
    ...MEASURED,
    id: 'mlp-digits',
    source: DIGITS,
    create: landscape([LEARNING_RATE, suggested(log('l2', 1e-6, 31.622776601683793), 1e-4)], mlpDigits),
  },
  {
    ...MEASURED,
    id: 'mlp-dropout',
    source: `${DIGITS.slice(0, -'scikit-learn 1.2'.length)}NumPy`,
    create: landscape([LEARNING_RATE, suggested(real('dropout', 0, 0.9), 0.5)], mlpDropout),
  },
  {
    ...MEASURED,
    id: 'gbr-diabetes',
    source: DIABETES,
    create: landscape(
      [
        suggested(log('learning-rate', 1e-3, 1), 0.1),
        suggested(integer('depth', 1, 6), 3),
        suggested(log('trees', 4, 256), 100),
      ],
      gbrDiabetes,
    ),
  },
];
