/** The words of a column's name, in English, whatever language and spelling it has. */

/** Words within Chinese and German compounds, the longer ones first. */
const WITHIN: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/验证集?|校验|开发集/g, 'validation'],
  [/测试集?/g, 'test'],
  [/训练集?/g, 'train'],
  [/学习率/g, 'learning rate'],
  [/批(?:次|量)?大小|批量/g, 'batch size'],
  [/权重衰减/g, 'weight decay'],
  [/丢弃率|失活率/g, 'dropout'],
  [/错误率|误差率|误差|错误/g, 'error'],
  [/准确率|准确度|正确率|精确度|精度/g, 'accuracy'],
  [/精确率|查准率/g, 'precision'],
  [/召回率|查全率/g, 'recall'],
  [/损失(?:函数)?值?/g, 'loss'],
  [/困惑度/g, 'perplexity'],
  [/得分|分数|评分/g, 'score'],
  [/奖励|回报/g, 'reward'],
  [/适应度/g, 'fitness'],
  [/代价|成本/g, 'cost'],
  [/目标(?:值|函数)?/g, 'objective'],
  [/结果/g, 'result'],
  [/耗时|用时|时间|时长|日期/g, 'time'],
  [/随机种子|种子/g, 'seed'],
  [/编号|序号/g, 'id'],
  [/试验|实验/g, 'trial'],
  [/迭代次数/g, 'iterations'],
  [/迭代/g, 'iteration'],
  [/轮数/g, 'epochs'],
  [/轮次|周期/g, 'epoch'],
  [/步数/g, 'step'],
  [/排名|名次/g, 'rank'],
  [/标准差|方差/g, 'std'],
  [/平均值?|均值/g, 'mean'],
  [/最小值?|最低/g, 'min'],
  [/最大值?|最高/g, 'max'],
  [/最佳|最优/g, 'best'],
  [/状态/g, 'state'],
  [/备注|说明/g, 'notes'],
  [/优化器/g, 'optimizer'],
  [/折/g, 'fold'],
  [/负/g, 'negative'],
  [/validierungs?/g, 'validation'],
  [/trainings/g, 'train'],
  [/test(?=fehler|verlust|genauigkeit|g[üu]te)/g, 'test'],
  [/fehler(?:rate|quote)?/g, 'error'],
  [/verlust/g, 'loss'],
  [/genauigkeit|trefferquote/g, 'accuracy'],
  [/kosten/g, 'cost'],
  [/lernrate/g, 'learning rate'],
  [/zielwert|zielfunktion/g, 'objective'],
  [/standardabweichung|streuung/g, 'std'],
  [/mittelwert/g, 'mean'],
  [/startwert/g, 'seed'],
  [/(?:lauf|rechen|trainings)?zeit\b|(?:lauf|rechen|trainings)?dauer\b|sekunden\b|datum\b/g, 'time'],
];

/** Whole words of other languages. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    erreur: 'error',
    perte: 'loss',
    exactitude: 'accuracy',
    durée: 'time',
    graine: 'seed',
    pérdida: 'loss',
    exactitud: 'accuracy',
    tiempo: 'time',
    rang: 'rank',
    platz: 'rank',
    lauf: 'run',
    versuch: 'trial',
    nummer: 'number',
    epoche: 'epoch',
    schritt: 'step',
    güte: 'score',
    ergebnis: 'result',
    wert: 'value',
    mittel: 'mean',
    zustand: 'state',
    bemerkung: 'notes',
    losses: 'loss',
    errors: 'error',
    errs: 'error',
    err: 'error',
    acc: 'accuracy',
    accs: 'accuracy',
    accuracies: 'accuracy',
    valid: 'validation',
    val: 'validation',
    dev: 'validation',
    vali: 'validation',
    holdout: 'validation',
    heldout: 'validation',
    eval: 'validation',
    evaluation: 'validation',
    cv: 'validation',
    testing: 'test',
    tst: 'test',
    training: 'train',
    trn: 'train',
    neg: 'negative',
    minus: 'negative',
    average: 'mean',
    avg: 'mean',
    minimum: 'min',
    maximum: 'max',
    stdev: 'std',
    stddev: 'std',
    sd: 'std',
    stderr: 'std',
    sem: 'std',
    variance: 'std',
    var: 'std',
  }),
);

/** Whether {@link WITHIN} has anything to say of a name: most names are plain English. */
const FOREIGN =
  /\p{Script=Han}|validierung|training|fehler|verlust|genauigkeit|quote|kosten|rate|ziel|zeit|dauer|wert|weichung|streuung|sekunden|datum/iu;
/** Names whose meaning is remembered: each is asked for several times. */
const MOST_REMEMBERED = 2000;

/** A pure function of a name, remembered for the latest names. */
export function byName<Result>(compute: (name: string) => Result): (name: string) => Result {
  const known = new Map<string, { result: Result }>();
  return (name) => {
    let found = known.get(name);
    if (!found) {
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(name, (found = { result: compute(name) }));
    }
    return found.result;
  };
}

/** Lower-case words: `valLoss`, `val_loss`, `Val. loss`, `val/loss` and `验证损失` all are `validation`, `loss`. */
export const wordsOf: (name: string) => readonly string[] = byName(split);

function split(name: string): string[] {
  let text = name
    .normalize('NFKC')
    // The names of some figures are written in mixed letters.
    .replace(/mAP/g, ' map ')
    .replace(/IoU/g, 'iou')
    .replace(/\bR\^?2\b/gi, ' r2 ')
    .replace(/([\p{Ll}\d])(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase();
  if (FOREIGN.test(text)) for (const [pattern, word] of WITHIN) text = text.replace(pattern, ` ${word} `);
  return (text.match(/[\p{L}\p{N}%]+/gu) ?? []).map((word) => WORDS.get(word) ?? word);
}
