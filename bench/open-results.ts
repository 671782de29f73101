/** A merged results file of a million rows: how long it takes to open, whether the page freezes, how the slider follows. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { planRuns } from '#core/study/plan.ts';
import { readStudy } from '#core/study/read-study.ts';
import { writeCsv, writeParquet } from '#core/study/results/index.ts';
import { runOne } from '#core/study/run-study.ts';
import type { OpenArena } from './arena-page.ts';
import { counted, inTurns, printRatios, sumOf, takeTasks, type Measured } from './builds.ts';
import { heading, median, ms, table } from './measure.ts';

const STUDY = {
  problems: ['forrester', 'branin', 'hartmann6', 'important-unimportant'],
  strategies: ['random', 'grid', 'sobol'],
  budget: 500,
  repeats: 200,
  seed: 1,
};
const LOOKS = 20;
/** Beside an earlier build. */
const ROUNDS = 2;

export async function openResults(folder: string, arenas: OpenArena[]): Promise<void> {
  heading('The Arena: opening a results file of a million rows');
  const read = readStudy(STUDY);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const { study } = read;
  const records = planRuns(study).map((key) => runOne(study, key, () => 0));
  const rowCount = records.reduce((sum, { y }) => sum + y.length, 0);
  const paths = { CSV: join(folder, 'results.csv'), Parquet: join(folder, 'results.parquet') };
  writeFileSync(paths.CSV, [...writeCsv(study, records)].join(''));
  writeFileSync(paths.Parquet, new Uint8Array(await writeParquet(study, records)));
  const rows = [
    ['', 'rows', 'opened in', 'tasks > 50 ms', 'longest', 'slider follows in', 'tasks > 50 ms', 'longest'],
  ];
  const pairs: [Measured, Measured][] = [];
  for (const [format, path] of Object.entries(paths))
    for (let round = 0; round < (arenas.length > 1 ? ROUNDS : 1); round++) {
      const found: Measured[] = [];
      for (const arena of inTurns(arenas, round)) {
        const { cells, measured } = await openOne(await arena.open(), path);
        rows.push([arenas.length > 1 ? `${format}, ${arena.title}` : format, String(rowCount), ...cells]);
        found[arenas.indexOf(arena)] = measured;
      }
      if (arenas.length === 2) pairs.push([found[0], found[1]]);
    }
  table(rows);
  printRatios(pairs);
}

async function openOne(tab: Page, path: string): Promise<{ cells: string[]; measured: Measured }> {
  await takeTasks(tab);
  const started = performance.now();
  await tab.getByTestId('results-file').setInputFiles(path);
  await tab.locator('[data-testid=conclusions] li').first().waitFor({ timeout: 300_000 });
  const seconds = (performance.now() - started) / 1000;
  const opening = await takeTasks(tab);
  const followed = median(await follow(tab)) / 1000;
  const cells = [
    `${seconds.toFixed(1)} s`,
    ...counted(opening),
    ms(followed),
    ...counted(await takeTasks(tab)),
  ];
  await tab.context().close();
  return {
    cells,
    measured: {
      'opened in': seconds,
      'slider follows in': followed,
      'long tasks': sumOf(opening) / 1000,
    },
  };
}

/** Milliseconds from each move of the slider until the page shows that trial. */
const follow = (tab: Page): Promise<number[]> =>
  tab.evaluate(async (looks) => {
    const slider = document.querySelector<HTMLInputElement>('[data-testid=as-of]')!;
    const took: number[] = [];
    for (let k = 1; k <= looks; k++) {
      const trial = String(k * 20);
      const started = performance.now();
      slider.value = trial;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      while (document.querySelector<HTMLElement>('[data-testid=conclusions]')?.dataset.trial !== trial)
        await new Promise(requestAnimationFrame);
      took.push(performance.now() - started);
    }
    return took;
  }, LOOKS);
