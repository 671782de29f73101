/** Random trials with names, for tests of reading tables. */

/** Mulberry32: the same tables on every machine. */
export function randomOf(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  const pick = <T>(all: readonly T[]): T => all[below(all.length)];
  const chance = (p: number) => next() < p;
  const shuffled = <T>(all: readonly T[]): T[] => {
    const rest = [...all];
    return Array.from({ length: all.length }, () => rest.splice(below(rest.length), 1)[0]);
  };
  return { next, below, pick, chance, shuffled };
}
export type Random = ReturnType<typeof randomOf>;

const HYPERPARAMETERS = (
  'learning_rate;lr;dropout;weight_decay;batch size;width;n_layers;momentum;gamma;C;l1_ratio;max_depth;min_samples_leaf;' +
  'lora_rank;warmup_steps;num_epochs;loss_weight;score_threshold;init_std;学习率;Lernrate;optimizer.lr;beta 1;target_update;' +
  'max_iter;constructor;__proto__;valueOf;toString'
).split(';');
const RESULTS: [name: string, sense: 'minimise' | 'maximise'][] = [
  ['val_loss', 'minimise'],
  ['Error rate', 'minimise'],
  ['rmse', 'minimise'],
  ['neg_log_likelihood', 'minimise'],
  ['验证损失', 'minimise'],
  ['Fehler', 'minimise'],
  ['perplexity', 'minimise'],
  ['val accuracy', 'maximise'],
  ['AUC', 'maximise'],
  ['f1', 'maximise'],
  ['neg_mean_squared_error', 'maximise'],
  ['准确率', 'maximise'],
  ['eval/reward', 'maximise'],
  ['r2', 'maximise'],
];

export interface Made {
  names: string[];
  result: string;
  sense: 'minimise' | 'maximise';
  /** By trial: hyperparameters, then the result. */
  trials: number[][];
}

export function make(random: Random): Made {
  const { below, pick, shuffled, next, chance } = random;
  const names = shuffled(HYPERPARAMETERS).slice(0, 1 + below(6));
  const [result, sense] = pick(RESULTS);
  const kinds = names.map(() => below(4));
  const value = (kind: number) =>
    kind === 0
      ? Number(`${1 + below(9)}e-${1 + below(5)}`)
      : kind === 1
        ? 1 + below(300)
        : kind === 2
          ? 1000 * (1 + below(400)) + below(1000)
          : Math.round(next() * 1e4) / 1e4;
  const count = 4 + below(8);
  const trials = Array.from({ length: count }, (_, i) => [
    ...kinds.map(value),
    // Four digits and more behind the sign, so that nothing is ambiguous.
    (chance(0.2) ? -1 : 1) * (i + 1 + Math.round(next() * 9000 + 999) / 1e4) + 1e-4 * (i % 2),
  ]).map((row) => row.map((x) => Number(x.toPrecision(10))));
  return { names, result, sense, trials };
}

/** The generator's own conditions: axes that are axes, and places that differ. */
export const sound = ({ names, trials }: Made): boolean =>
  names.every((_, i) => new Set(trials.map((row) => row[i])).size > 1) &&
  new Set(trials.map((row) => row.slice(0, -1).join())).size === trials.length;
