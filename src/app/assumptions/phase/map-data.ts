/** From a tally to what the maps draw and the tables hold. */
import { shownCells } from '#charts/assumptions/cells.ts';
import type { WinnerClass } from '#charts/assumptions/types.ts';
import { formatNumber } from '#charts/format.ts';
import type { Series } from '#charts/types.ts';
import {
  goalOf,
  cellScenario,
  STRIDES,
  type Grid,
  type Tally,
  type Verdict,
} from '#core/assumptions/phase/index.ts';
import { wilsonInterval } from '#core/study/statistics/index.ts';
import type { Choice, Scenario } from '#core/types.ts';
import { list, t } from '../../i18n/index.svelte.ts';
import { percent } from '../../shared/numbers.ts';
import { dialLabel, patternOf } from './labels.ts';

const COARSER = STRIDES.filter((stride) => stride > 1).toSorted((a, b) => a - b);

export interface ShareLayer {
  /** A strategy's share of runs that reached the target; NaN where nothing is known. */
  shares: Float64Array;
  /** Where theory promises success, row-major; undefined where nowhere. */
  promised: Uint8Array | undefined;
}

/** What the map of a strategy shows; cells to come show their coarser neighbour. */
export function shareLayer(tally: Tally, strategy: number): ShareLayer {
  const { columns, rows } = tally.grid;
  const shown = shownCells((cell) => tally.at(cell, strategy).runs > 0, columns, rows, COARSER);
  const shares = Float64Array.from(shown, (cell) => {
    if (cell < 0) return NaN;
    const { successes, runs } = tally.at(cell, strategy);
    return successes / runs;
  });
  const promised = tally.promising.has(strategy)
    ? Uint8Array.from(shown, (cell) => (cell >= 0 && tally.promises(cell, strategy) ? 1 : 0))
    : undefined;
  return { shares, promised };
}

/** Who wins in every cell, among strategies that are shown; cells to come show their coarser neighbour. */
export function classesOf(tally: Tally, series: readonly Series[], among: readonly number[]): WinnerClass[] {
  const { columns, rows } = tally.grid;
  const all = (cell: number) => among.every((strategy) => tally.at(cell, strategy).runs > 0);
  const shown = shownCells(all, columns, rows, COARSER);
  const verdicts = new Map<number, Verdict>();
  const members = new Map<string, number[]>();
  for (let cell = 0; cell < shown.length; cell++) {
    const from = shown[cell];
    if (from < 0) continue;
    let verdict = verdicts.get(from);
    if (!verdict) verdicts.set(from, (verdict = tally.verdict(from, among)));
    if (verdict.kind === 'unknown') continue;
    const key = verdict.kind === 'winner' ? `winner ${verdict.strategy}` : verdict.kind;
    if (!members.has(key)) members.set(key, []);
    members.get(key)!.push(cell);
  }
  const cellsOf = (key: string) => members.get(key) ?? [];
  const label = (name: string, cells: readonly number[]) =>
    t('phase.classCells', { label: name, count: cells.length });
  const winners = among.map((strategy): WinnerClass => {
    const cells = cellsOf(`winner ${strategy}`);
    const one = series[strategy];
    const pattern = patternOf(strategy);
    return { key: one.id, label: label(one.label, cells), cells, series: one, pattern };
  });
  const neutral = (['tied', 'none'] as const).map((kind): WinnerClass => {
    const cells = cellsOf(kind);
    return { key: kind, label: label(t(`phase.${kind}`), cells), cells, neutral: kind };
  });
  return [...winners, ...neutral];
}

/** The dials in a cell: “Ripple height 0.1, Noise σ 0”. */
export function cellHeading({ question, x, y, columns }: Grid, cell: number): string {
  const [across, up] = [
    [question.x.dial, x[cell % columns]],
    [question.y.dial, y[Math.floor(cell / columns)]],
  ].map(([dial, value]) =>
    t('phase.setting', {
      name: dialLabel(dial as typeof question.x.dial, question),
      value: formatNumber(value as number, 4),
    }),
  );
  return t('phase.cellHeading', { x: across, y: up });
}

/** “11 of 12: 92 % (65–99 %)”; that nothing is known where there are no runs. */
export function shareText(tally: Tally, cell: number, strategy: number): string {
  const { successes, runs } = tally.at(cell, strategy);
  if (runs === 0) return t('phase.notYet');
  const [low, high] = wilsonInterval(successes, runs);
  return t('phase.cellShare', {
    successes,
    runs,
    share: percent(successes / runs),
    low: String(Math.round(low * 100)),
    high: percent(high),
  });
}

export function verdictText(
  tally: Tally,
  cell: number,
  series: readonly Series[],
  among: readonly number[],
): string {
  const verdict = tally.verdict(cell, among);
  switch (verdict.kind) {
    case 'winner':
      return t('phase.verdictWinner', { name: series[verdict.strategy].label });
    case 'tied':
      return t('phase.verdictTied', { names: list(verdict.among.map((strategy) => series[strategy].label)) });
    case 'none':
      return t('phase.verdictNone');
    case 'unknown':
      return t('phase.notYet');
  }
}

/** The cell's goal in the objective's units, and its budget. */
export const cellGoal = (grid: Grid, cell: number): string =>
  t('phase.cellGoal', {
    goal: formatNumber(goalOf(grid, cell)),
    budget: cellScenario(grid, cell, 0).budget,
  });

/**
 * A cell's scenario as the Lab can show it: a strategy stands there once, of several entries the one that was chosen, else
 * the first.
 */
export function labScenario(grid: Grid, cell: number, repeat: number, chosen?: number): Scenario {
  const { strategies } = grid.question;
  const scenario = cellScenario(grid, cell, repeat);
  const entries = strategies.filter(({ id }, i) => {
    if (chosen !== undefined && strategies[chosen].id === id) return i === chosen;
    return strategies.findIndex((one) => one.id === id) === i;
  });
  const choices = entries.map(({ id, params }): Choice => ({ id, params }));
  return { ...scenario, strategies: choices };
}

type Cell = string | number | null;

export const shareColumns = (grid: Grid, series: readonly Series[], shown: readonly number[]): string[] => [
  ...dialColumns(grid),
  ...shown.flatMap((s) =>
    (['successes', 'runs', 'share', 'low', 'high'] as const).map((name) =>
      t(`phase.column.${name}`, { name: series[s].label }),
    ),
  ),
];
export const shareRows = (tally: Tally, shown: readonly number[]): Cell[][] =>
  cellsOf(tally, (cell) =>
    shown.flatMap((s) => {
      const { successes, runs } = tally.at(cell, s);
      return [successes, runs, runs > 0 ? successes / runs : null, ...wilsonInterval(successes, runs)];
    }),
  );

export const winnerColumns = (grid: Grid): string[] => [
  ...dialColumns(grid),
  t('phase.column.winner'),
  t('phase.column.best'),
];
export const winnerRows = (tally: Tally, series: readonly Series[], shown: readonly number[]): Cell[][] =>
  cellsOf(tally, (cell) => {
    const verdict = tally.verdict(cell, shown);
    const shares = shown.map((s) => {
      const { successes, runs } = tally.at(cell, s);
      return runs > 0 ? successes / runs : 0;
    });
    const said = {
      winner: () => series[(verdict as Extract<Verdict, { kind: 'winner' }>).strategy].label,
      tied: () => t('phase.tied'),
      none: () => t('phase.none'),
      unknown: () => t('phase.notYet'),
    }[verdict.kind]();
    return [said, verdict.kind === 'unknown' ? null : Math.max(...shares)];
  });

const dialColumns = ({ question }: Grid): string[] =>
  [question.x, question.y].map(({ dial }) => dialLabel(dial, question));

const cellsOf = ({ grid: { x, y, columns, rows } }: Tally, rest: (cell: number) => Cell[]): Cell[][] =>
  Array.from({ length: columns * rows }, (_, cell) => [
    x[cell % columns],
    y[Math.floor(cell / columns)],
    ...rest(cell),
  ]);
