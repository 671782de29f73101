/** How a study's problems and strategies are called and drawn. */
import { lookUp } from '#core/look-up.ts';
import type { Series } from '#charts/types.ts';
import { formatNumber } from '#charts/format.ts';
import { isActive, shorten, type ParamValue } from '#core/params.ts';
import { percentOf } from '#core/percent.ts';
import { getStrategy, hasStrategy } from '#core/strategies/index.ts';
import type { Judged } from '#core/study/statistics/index.ts';
import { usualName } from '#core/study/posed.ts';
import { SUITES } from '#core/study/suites.ts';
import type { Study, StudyProblem, StudyStrategy } from '#core/study/types.ts';
import type { Noise } from '#core/types.ts';
import { inARow, objectiveText, percentSign, strategyText, t } from '../i18n/index.svelte.ts';
import { optionText, paramTexts } from '../i18n/param-texts.ts';
import type { ParamTexts } from '../i18n/texts/types.ts';
import { isWay } from './ways.ts';
import { seriesOf } from './series.ts';

const ownNames = new Set<string>(
  Object.values(SUITES).flatMap((suite) =>
    suite.map((sketch) => ('name' in sketch ? sketch.name : undefined) ?? sketch.objective.id),
  ),
);

/** In the reader's language, unless somebody gave it a name: “Ackley, 5-D”, “Branin in 20-D”, “Forrester, σ 0.5”. */
export function problemLabel({ name, objective, noise }: StudyProblem): string {
  // Entries without a name are numbered: “quadratic#2”.
  const [, plain, number] = /^(.*?)(#\d+)?$/s.exec(name)!;
  if (plain !== objective.id && !ownNames.has(plain) && plain !== usualName(objective, noise)) return name;
  const { params } = objective;
  const dimension = typeof params.dimension === 'number' ? params.dimension : undefined;
  const sd = noiseLabel(noise);
  if (objective.id === 'embed' && typeof params.hidden === 'string' && dimension !== undefined)
    return t('arena.hiddenIn', { name: objectiveText(params.hidden).name, dimension }) + sd;
  // Of functions of the reader's own, only the number may tell one from another.
  const numbered = number && isWay(objective.id) ? ` ${number}` : '';
  // There may be several of them: the formula tells them apart.
  if (objective.id === 'formula' && typeof params.formula === 'string')
    return shorten(params.formula.replace(/\s+/g, ' ').trim()) + sd + numbered;
  const base =
    objective.id === 'bbob' && typeof params.function === 'string'
      ? `BBOB ${params.function}`
      : objectiveText(objective.id).name + numbered;
  return base + (dimension === undefined ? '' : t('arena.inDimensions', { dimension })) + sd;
}

/** What a problem's noise adds to its name. */
function noiseLabel(noise: Noise): string {
  switch (noise.kind) {
    case 'gaussian':
      return `, σ ${formatNumber(noise.sd)}`;
    case 'proportional':
      return `, σ ${formatNumber(percentOf(noise.sd))}${percentSign()}`;
    case 'none':
    case 'measured':
      return '';
  }
}

/** In the reader's language, unless somebody gave it a name; a further entry of the same strategy keeps its number. */
export function strategyLabel({ name, id }: StudyStrategy): string {
  if (name === id) return strategyText(id).short;
  const [, number] = name.startsWith(id) ? (/^[# ](\d+)$/.exec(name.slice(id.length)) ?? []) : [];
  return number ? `${strategyText(id).short} ${number}` : name;
}

/** Settings that differ from the defaults: “Acquisition: EI, ξ: 0.3”; nothing where all are as usual. */
export function settingsLabel({ id, params }: StudyStrategy): string {
  if (!hasStrategy(id)) return '';
  const declared = getStrategy(id).params;
  const texts = strategyText(id).params;
  const said = Object.entries(declared).flatMap(([name, declaration]) => {
    const value = lookUp(params, name);
    const text = paramTexts(texts, name, declaration);
    const usual = JSON.stringify(value) === JSON.stringify(declaration.default);
    if (value === undefined || usual || !isActive(declared, name, params)) return [];
    return [t('arena.setting', { label: text?.label ?? name, value: settingText(value, text) })];
  });
  return said.join(t('arena.comma'));
}

function settingText(value: ParamValue, texts?: ParamTexts): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return t(value ? 'arena.yes' : 'arena.no');
  // The name of an option without its explanation: “EI: expected improvement”.
  if (typeof value === 'string') return optionText(texts, value).split(/[:：]/)[0];
  return value.map((levels) => `[${levels.map((level) => formatNumber(level)).join(', ')}]`).join(' × ');
}

/** Further settings of one strategy keep its colour and marker, and are dashed more and more finely. */
const AGAIN = ['8 4', '4 3', '1.5 3'];

export function seriesOfStudy({ strategies }: Study): Series[] {
  return strategies.map((strategy, i) => {
    const before = strategies.slice(0, i).filter(({ id }) => id === strategy.id).length;
    const { dash, ...look } = seriesOf(strategy.id);
    const own = before === 0 ? dash : AGAIN[Math.min(before, AGAIN.length) - 1];
    return { ...look, id: strategy.name, label: strategyLabel(strategy), ...(own && { dash: own }) };
  });
}

/** Where nothing is noisy, the best point tried is the one that would be deployed. */
export const isNoisy = ({ problems }: Study): boolean => problems.some(({ noise }) => noise.kind !== 'none');

/** Whose regret a figure is about, where it is not that of the best point tried. */
export const judgedNote = ({ judged }: { judged: Judged }): string | false =>
  judged === 'deployed' && t('arena.judgedNote');

/** What is taken along says in its name whose regret it is about. */
export const judgedFile = (name: string, { judged }: { judged: Judged }): string =>
  judged === 'deployed' ? `${name}-deployed` : name;

/**
 * Numbers that a sentence sets against each other, with three digits or as many as tell them apart.
 * @param of how many have to differ: the first two, say; all, if left out
 */
export function apart(values: readonly number[], of = values.length): string[] {
  const different = new Set(values.slice(0, of)).size;
  for (let digits = 3; ; digits++) {
    const said = values.map((value) => formatNumber(value, digits));
    if (new Set(said.slice(0, of)).size === different || digits === 17) return said;
  }
}

/** A mean rank, to a tenth: “4.0” stands below “1.7”, and “10.5” is not 11. */
export const meanRank = (rank: number): string => rank.toFixed(1);

/** “40 s”, “3 min”, “2.5 h”. */
export function duration(seconds: number): string {
  if (seconds < 90) return t('arena.seconds', { count: Math.max(1, Math.ceil(seconds)) });
  if (seconds < 5400) return t('arena.minutes', { count: Math.round(seconds / 60) });
  return t('arena.hours', { hours: formatNumber(seconds / 3600, 2) });
}

/** Thinking of one run: “0.3 ms”, “2.1 s”; a file does not hold it. */
export function thinkingTime(seconds: number): string {
  if (Number.isNaN(seconds)) return t('arena.use.unknown');
  return seconds < 1
    ? t('arena.use.milliseconds', { value: formatNumber(seconds * 1000, 2) })
    : t('arena.use.seconds', { value: formatNumber(seconds, 2) });
}

/** A paragraph of what is said of several things; what is not said is left out. */
export const paragraph = (sentences: readonly (string | false | undefined)[]): string => inARow(...sentences);
