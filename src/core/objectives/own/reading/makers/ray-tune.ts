import type { MakerRules } from './maker.ts';

const NOTES =
  /^(?:done|date|pid|hostname|node_ip|logdir|timestamp|time_.+|timesteps_.+|episodes_total|experiment_.+|iterations_since_restore|should_checkpoint|checkpoint_dir_name|warmup_time|perf[/.].+|trial_name|trial name|loc|total time \(s\)|ts)$/;

/** Result grids, `progress.csv` and `result.json`: several rows a trial. Also the table that it prints. */
export const rayTune: MakerRules = {
  id: 'ray-tune',
  name: 'Ray Tune',
  recognise(names) {
    const config = names.like(/^config[/.]/);
    const own = ['trial_id', 'training_iteration', 'time_total_s', 'logdir', 'experiment_id'].filter((name) =>
      names.has(name),
    );
    if (config.length > 0 && own.length > 0) return [config[0], ...own];
    const printed = names.like(/^(?:trial name|status|loc)$/i);
    return printed.length === 3 ? printed : undefined;
  },
  hint(name) {
    if (/^config[/.]/.test(name)) return 'hyperparameter';
    if (name === 'training_iteration' || name === 'iter') return 'progress';
    if (name === 'trial_id') return 'trial';
    if (name === 'status') return 'state';
    return NOTES.test(name) ? 'note' : undefined;
  },
};
