/** Names of results: which figure a column holds, of which data, and which way it is better. */
import { byName, wordsOf } from './words.ts';
import type { Sense } from '../types.ts';

export type Stage = 'validation' | 'test' | 'train';
/** What of the figure: itself (or its mean), its lowest or highest, its spread, or that of one fold. */
export type Part = 'value' | 'extreme' | 'spread' | 'fold';

export interface Metric {
  /** As in the name. */
  word: string;
  /** Undefined where the name leaves it open. */
  sense: Sense | undefined;
  /** A loss or likelihood with its sign turned. */
  negated: boolean;
  stage: Stage | undefined;
  part: Part;
  /** 2: a figure of merit by its name; 1: probably one. */
  certainty: 1 | 2;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const LOWER = set(
  'loss error mse rmse mae mape smape rmsle msle nll nlpd perplexity ppl regret misclassification wer cer ter fid ' +
    'crossentropy xent bce logloss brier eer deviance distortion fpr fnr far frr bpc bpd hinge huber kld aic bic violation',
);
const HIGHER = set(
  'accuracy auc auroc auprc prauc rocauc f1 f2 fscore fbeta reward rewards returns sensitivity specificity r2 iou miou dice ' +
    'jaccard bleu rouge meteor psnr ssim fitness likelihood loglik loglikelihood elbo ndcg mrr kappa mcc correlation ' +
    'corr pearson spearman sharpe elo tpr silhouette winrate recall hits top1 top5',
);
/** They are figures of merit where they end a name; elsewhere, and in other columns, they can be anything. */
const PROBABLY_LOWER = set('cost energy ce risk residual');
const PROBABLY_HIGHER = set('return precision ap map gain profit utility quality performance yield gini');
const SCORES = set('score scores');
const OPEN = set('value values objective target metric result results output response y f fx fval criterion');
/** Rates of these are results; a learning rate is none. */
const RATES: ReadonlyMap<string, Sense> = new Map([
  ['success', 'maximise'],
  ['win', 'maximise'],
  ['hit', 'maximise'],
  ['correct', 'maximise'],
  ['detection', 'maximise'],
  ['failure', 'minimise'],
  ['miss', 'minimise'],
]);

/** Words around a figure that leave it the figure it is. */
const AROUND = set(
  'validation test train mean median final last best top total sum min max std epoch at of the in on for per percent ' +
    'pct % macro micro weighted binary rate overall running raw smoothed ema mid summary metrics metric token words ' +
    'fold split cross k set data end step episode episodic negative',
);
/** Behind the name of a figure they make it a setting: `loss_weight`, `score_threshold`. */
const SETTINGS = set(
  'weight weights coef coeff coefficient scale factor lambda alpha beta gamma threshold thresh type fn func function ' +
    'name reduction smoothing ratio decay margin temperature power penalty clip patience tolerance tol bits mode limit ' +
    'window delta norm level size dim lr term kind class schedule warmup update network net discount budget cap',
);
const SPREADS = set('std ci lower upper iqr quantile range low high');
const TURNABLE = set('negative');

/** The figure of merit that a name tells of; undefined where it tells of none. */
export const metricOf = byName((name): Metric | undefined => {
  // “1 - accuracy” is lower where the accuracy is higher.
  const complement = /^\s*1\s*[-−–]\s*/.test(name);
  const words = wordsOf(complement ? name.replace(/^\s*1\s*[-−–]\s*/, '') : name);
  const found = figure(words);
  if (!found) return undefined;
  const { at, sense } = found;
  if (words.slice(at + 1).some((word) => SETTINGS.has(word))) return undefined;
  const minus = /^\s*[-−–]\s*\p{L}/u.test(name) || words.slice(0, at).some((word) => TURNABLE.has(word));
  const turned = minus !== complement;
  return {
    word: words[at],
    sense: sense && turned ? other(sense) : sense,
    negated: minus,
    stage: stageOf(words),
    part: partOf(words, at, name),
    certainty: found.certainty,
  };
});

export const other = (sense: Sense): Sense => (sense === 'minimise' ? 'maximise' : 'minimise');

interface Figure {
  at: number;
  sense: Sense | undefined;
  certainty: 1 | 2;
}

/** The last word that names a figure. */
function figure(words: readonly string[]): Figure | undefined {
  for (let at = words.length - 1; at >= 0; at--) {
    const found = figureAt(words, at);
    if (found) return found;
  }
  return undefined;
}

function figureAt(words: readonly string[], at: number): Figure | undefined {
  const word = words[at];
  // acc1, acc@5 and mAP50 are accuracy and mAP.
  const stem = LOWER.has(word) || HIGHER.has(word) ? word : alias(word.replace(/\d+$/, ''));
  if (word === 'entropy')
    return words[at - 1] === 'cross' ? { at, sense: 'minimise', certainty: 2 } : undefined;
  // A loss behind a likelihood is a likelihood's: “negative log likelihood loss”.
  if (LOWER.has(stem)) {
    const likelihood = words.slice(0, at).findLastIndex((one) => one === 'likelihood');
    if (likelihood >= 0 && words.includes('negative'))
      return { at: likelihood, sense: 'maximise', certainty: 2 };
    return { at, sense: 'minimise', certainty: 2 };
  }
  if (HIGHER.has(stem)) return { at, sense: 'maximise', certainty: 2 };
  if (word === 'rate' && at > 0) {
    const sense = RATES.get(words[at - 1]);
    return sense && { at, sense, certainty: 2 };
  }
  // The others only where they end the name: a score of something is a figure; the rest may be settings.
  const ends = words.slice(at + 1).every((one) => AROUND.has(one) || /^\d+$/.test(one));
  if (!ends) return undefined;
  if (SCORES.has(stem)) return { at, sense: 'maximise', certainty: 2 };
  const alone = words.every((one, i) => i === at || AROUND.has(one) || OPEN.has(one) || /^\d+$/.test(one));
  if (!alone) return undefined;
  if (PROBABLY_LOWER.has(stem)) return { at, sense: 'minimise', certainty: 1 };
  if (PROBABLY_HIGHER.has(stem)) return { at, sense: 'maximise', certainty: 1 };
  if (OPEN.has(word) && !words.includes('of')) {
    return { at, sense: undefined, certainty: word === 'objective' || /^values?$/.test(word) ? 2 : 1 };
  }
  return undefined;
}

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['acc', 'accuracy'],
  ['err', 'error'],
]);
const alias = (word: string) => ALIASES.get(word) ?? word;

function stageOf(words: readonly string[]): Stage | undefined {
  if (words.includes('validation') && !words.includes('train')) return 'validation';
  if (words.includes('test')) return 'test';
  if (words.includes('train') || (words.includes('in') && words.includes('sample'))) return 'train';
  return words.includes('validation') ? 'validation' : undefined;
}

/** Figures of one fold or repetition: `split0_test_score`, `acc_fold_3`. */
const ONE_OF = /(?:^|[^\p{L}])(?:split|fold|cv|repeat|rep|seed|run)[ _-]?\d+(?:[^\p{L}\p{N}]|$|_)/iu;

function partOf(words: readonly string[], at: number, name: string): Part {
  if (ONE_OF.test(name)) return 'fold';
  const around = words.filter((_, i) => i !== at);
  // “R2 std” is a spread; “mean squared error” is none.
  if (around.some((word) => SPREADS.has(word)) && !around.includes('deviation')) return 'spread';
  if (/[±]|\bse\b/i.test(name) && words.length > 1) return 'spread';
  return around.includes('min') || around.includes('max') ? 'extreme' : 'value';
}
