/** What became of a trial, in the words of those who write tables. */

export type Fate = 'complete' | 'pruned' | 'failed' | 'unfinished';

const WORDS: Record<Fate, string> = {
  complete:
    'complete completed finished success succeeded successful done ok okay terminated true 1 valid yes fertig beendet ' +
    'abgeschlossen 完成 已完成 成功',
  pruned: 'pruned stopped early_stopped 剪枝 已剪枝',
  failed:
    'fail failed failure crashed crash error errored diverged invalid infeasible oom killed preempted timeout false 0 no ' +
    'fehlgeschlagen fehler abgebrochen 失败 出错',
  unfinished: 'running waiting pending queued scheduled idle paused started läuft wartet 运行中 等待',
};
const FATES: ReadonlyMap<string, Fate> = new Map(
  Object.entries(WORDS).flatMap(([fate, words]) =>
    words.split(' ').map((word): [string, Fate] => [word, fate as Fate]),
  ),
);

/** Also `TrialState.COMPLETE`. Undefined for a word that says nothing of the kind. */
export const fateOf = (text: string): Fate | undefined =>
  FATES.get(
    text
      .trim()
      .toLowerCase()
      .replace(/^\w+\./, '')
      .replace(/[\s-]+/g, '_'),
  );
