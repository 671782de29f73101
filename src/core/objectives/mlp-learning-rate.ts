/** What the front door shows: a file of its own, so that it comes with the page and no other measurements do. */
import { log } from '../space.ts';
import type { ObjectiveDefinition } from '../types.ts';
import { landscape } from './measured/landscape.ts';
import mlpDigits from './measured/mlp-learning-rate.json' with { type: 'json' };

/** Whose range and folklore the network over two hyperparameters shares. */
export const LEARNING_RATE = { ...log('learning-rate', 3.1622776601683795e-5, 1), folklore: 1e-3 };

/** The error of a network along its learning rate, at the L2 penalty that textbooks suggest, 10⁻⁴. */
export const mlpLearningRate: ObjectiveDefinition = {
  family: 'measured',
  params: {},
  defaultNoise: { kind: 'measured' },
  id: 'mlp-learning-rate',
  source: 'scikit-learn’s digits (UCI, CC BY 4.0), measured with scikit-learn 1.2',
  create: landscape([LEARNING_RATE], mlpDigits),
};
