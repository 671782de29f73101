import type { MakerRules } from './maker.ts';

/** `cv_results_` of a search. Scorers are made so that more is better: losses among them are negative. */
export const scikitLearn: MakerRules = {
  id: 'scikit-learn',
  name: 'scikit-learn',
  recognise(names) {
    const params = names.like(/^param_/);
    const scores = names.like(/^mean_test_/);
    return params.length > 0 && scores.length > 0 ? [params[0], scores[0]] : undefined;
  },
  hint(name) {
    if (/^param_/.test(name)) return 'hyperparameter';
    if (/^mean_test_/.test(name)) return 'objective';
    // Of halving searches.
    if (name === 'iter') return 'progress';
    return name === 'params' || name === 'n_resources' ? 'note' : undefined;
  },
  sense: 'maximise',
};
