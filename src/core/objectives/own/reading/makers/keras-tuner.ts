import type { MakerRules } from './maker.ts';

/** Trials as the tuner keeps them (`trial.json`), gathered, or a summary of them. */
export const kerasTuner: MakerRules = {
  id: 'keras-tuner',
  name: 'Keras Tuner',
  recognise(names) {
    const own = ['trial_id', 'score', 'status', 'best_step'].filter((name) => names.has(name));
    const values = names.like(/^hyperparameters[/.]/);
    if (values.length > 0 && own.length > 0) return [values[0], ...own];
    const inner = names.like(/^tuner\//);
    return own.length >= 3 || (inner.length > 0 && own.length > 0) ? [...own, ...inner] : undefined;
  },
  hint(name) {
    // Hyperband keeps its brackets among the hyperparameters.
    if (/^(?:hyperparameters[/.](?:values[/.])?)?tuner\//.test(name)) return 'note';
    if (/^hyperparameters[/.]space\b/.test(name) || name === 'best_step' || name === 'message') return 'note';
    if (/^hyperparameters[/.]/.test(name)) return 'hyperparameter';
    if (name === 'score') return 'objective';
    if (name === 'status') return 'state';
    return /^metrics\.metrics\./.test(name) ? 'note' : undefined;
  },
};
