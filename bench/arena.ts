/** The Arena: how fast a study runs in the page, and how a results file of a million rows opens. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { withArena, type OpenArena } from './arena-page.ts';
import { counted, inTurns, printRatios, sumOf, takeTasks, type Measured } from './builds.ts';
import { heading, print, table } from './measure.ts';
import { openResults } from './open-results.ts';

/** As many as the page has workers: one for each core. */
const WORKERS = Math.max(2, availableParallelism());
const ROUNDS = 4;
const AT_LEAST = 0.85;
const STUDY = {
  problems: ['forrester', 'branin', 'hartmann6', 'knn-cancer'],
  strategies: ['grid', 'binary', 'random', 'bayes', 'tpe', 'cma-es'],
  budget: 40,
  repeats: 60,
  seed: 1,
  instances: 'moved',
};

/** @param parent a folder with the build of an earlier commit, measured in turns with this one */
export async function arena(parent?: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    await withArena(parent, async (arenas) => {
      await runStudy(folder, arenas);
      await openResults(folder, arenas);
    });
  } catch (error) {
    print(`The Arena could not be measured: ${(error as Error).message.split('\n')[0]}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A study in the page, keeper and charts included, beside the same runs in as many plain Node processes. */
async function runStudy(folder: string, arenas: OpenArena[]): Promise<void> {
  heading(`The Arena: a study on ${WORKERS} workers of the page, beside ${WORKERS} plain Node processes`);
  const path = join(folder, 'study.json');
  writeFileSync(path, JSON.stringify(STUDY));
  const rows = [['', 'page', 'Node', 'page / Node', 'at least', 'first results', 'tasks > 50 ms', 'longest']];
  const pairs: [Measured, Measured][] = [];
  // In turns: what the machine does besides hits both alike.
  for (let round = 1; round <= ROUNDS; round++) {
    const node = await inProcesses(path);
    const share = (value: number) => `${(100 * value).toFixed(0)} %`;
    const found: Measured[] = [];
    for (const arena of inTurns(arenas, round)) {
      const { seconds, first, tasks } = await inPage(path, await arena.open());
      rows.push([
        arenas.length > 1 ? `round ${round}, ${arena.title}` : `round ${round}`,
        `${seconds.toFixed(1)} s`,
        `${node.toFixed(1)} s`,
        share(node / seconds),
        share(AT_LEAST),
        `${first.toFixed(1)} s`,
        ...counted(tasks),
      ]);
      const measured = { 'study in': seconds, 'first results': first, 'long tasks': sumOf(tasks) / 1000 };
      found[arenas.indexOf(arena)] = measured;
    }
    if (arenas.length === 2) pairs.push([found[0], found[1]]);
  }
  table(rows);
  printRatios(pairs);
}

/** Seconds from the first process's first run to the last one's last: loading is not counted. */
async function inProcesses(path: string): Promise<number> {
  const tsx = createRequire(import.meta.url).resolve('tsx/cli');
  const script = fileURLToPath(new URL('study-process.ts', import.meta.url));
  const spans = await Promise.all(
    Array.from({ length: WORKERS }, (_, i) => {
      const child = spawn(process.execPath, [tsx, script, path, String(i + 1), String(WORKERS)]);
      let said = '';
      child.stdout.on('data', (text) => (said += text));
      return new Promise<{ started: number; ended: number }>((resolve, reject) =>
        child.on('close', (code) =>
          code === 0 ? resolve(JSON.parse(said)) : reject(new Error(`a Node process ended with ${code}`)),
        ),
      );
    }),
  );
  return (
    (Math.max(...spans.map(({ ended }) => ended)) - Math.min(...spans.map(({ started }) => started))) / 1000
  );
}

/**
 * Seconds from the press of the button until the study is complete, and until the first conclusions stand there; the
 * page's long tasks meanwhile.
 */
async function inPage(path: string, tab: Page): Promise<{ seconds: number; first: number; tasks: number[] }> {
  await tab.getByTestId('results-file').setInputFiles(path);
  await tab.waitForTimeout(1000);
  await takeTasks(tab);
  const { seconds, first } = await tab.evaluate(async () => {
    const bar = document.querySelector<HTMLElement>('[data-testid=study]')!;
    const started = performance.now();
    let shown = 0;
    const ended = new Promise<number>((resolve) =>
      new MutationObserver(() => {
        if (shown === 0 && document.querySelector('[data-testid=conclusions] li')) shown = performance.now();
        if (bar.dataset.status === 'done') resolve(performance.now());
      }).observe(document.body, { attributes: true, childList: true, subtree: true }),
    );
    bar.querySelector<HTMLButtonElement>('button.primary')!.click();
    return { seconds: ((await ended) - started) / 1000, first: (shown - started) / 1000 };
  });
  const tasks = await takeTasks(tab);
  await tab.context().close();
  return { seconds, first, tasks };
}
