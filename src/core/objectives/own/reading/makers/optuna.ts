import type { MakerRules } from './maker.ts';

/** `study.trials_dataframe()`, also with `multi_index`; the dashboard writes the same with other letters. */
export const optuna: MakerRules = {
  id: 'optuna',
  name: 'Optuna',
  recognise(names) {
    const number = names.like(/^number$/i);
    const values = names.like(/^(?:value|values?_.+|objective \d+)$/i);
    const params = names.like(/^params?[_ ]/i);
    const state = names.like(/^state$/i);
    return number.length > 0 && values.length > 0 && params.length + state.length > 0
      ? [...number, ...values.slice(0, 1), ...params.slice(0, 1), ...state]
      : undefined;
  },
  hint(name) {
    if (/^params?[_ ]/i.test(name)) return 'hyperparameter';
    if (/^(?:value|values?_.+|objective \d+)$/i.test(name)) return 'objective';
    if (/^state$/i.test(name)) return 'state';
    return /^(?:user|system)_?attr(?:s|ibute)?/i.test(name) ? 'note' : undefined;
  },
};
