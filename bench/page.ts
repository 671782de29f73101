/** Whether the page stays usable: tasks over 50 ms on its thread while five strategies run and the clock plays. */
import { counted, inTurns, kept, printRatios, sumOf, takeTasks, type Measured } from './builds.ts';
import { inBuilds, settled, type OpenBuild } from './long-tasks.ts';
import { heading, print, table } from './measure.ts';

const OBJECTIVES = ['forrester', 'branin', 'gbr-diabetes', 'hartmann6'];
const BUDGET = 60;
/** Beside an earlier build. */
const ROUNDS = 4;

/** @param parent a folder with the build of an earlier commit, measured in turns with this one */
export async function page(parent?: string): Promise<void> {
  heading(`Long tasks on the page's thread: five strategies, ${BUDGET} trials; then playing them at 8×`);
  await inBuilds(parent, async (builds) => {
    const rows = [['', 'computed in', 'tasks > 50 ms', 'longest', 'while playing', 'longest']];
    const pairs: [Measured, Measured][] = [];
    const failures: string[] = [];
    for (const objective of OBJECTIVES)
      for (let round = 0; round < (parent ? ROUNDS : 1); round++) {
        const found: Measured[] = [];
        for (const build of inTurns(builds, round)) {
          const name = parent ? `${objective}, ${build.title}` : objective;
          try {
            const { cells, measured } = await measure(build, objective);
            rows.push([name, ...cells]);
            found[builds.indexOf(build)] = measured;
          } catch (error) {
            failures.push(`${name} could not be measured: ${(error as Error).message.split('\n')[0]}`);
          }
        }
        if (found[0] && found[1]) pairs.push([found[0], found[1]]);
      }
    table(rows);
    for (const failure of failures) print(failure);
    printRatios(pairs);
  });
}

/** Loads a trivial experiment first: what is measured is running, not loading. */
async function measure(
  { tab, address }: OpenBuild,
  objective: string,
): Promise<{ cells: string[]; measured: Measured }> {
  await tab.goto(`${address}#/lab?objective=quadratic&budget=1`);
  await kept(tab);
  await tab.reload();
  await settled(tab);
  // Where it stands has moved: earlier builds had it in the transport.
  const speed = tab
    .getByRole('combobox', { name: 'Speed' })
    .or(tab.getByTestId('transport').getByRole('combobox'));
  await speed.first().selectOption('8', { timeout: 10_000 });
  await takeTasks(tab);
  const started = Date.now();
  await tab.evaluate(
    (hash) => (location.hash = hash),
    `#/lab?objective=${objective}&budget=${BUDGET}&seed=1`,
  );
  await tab.waitForFunction((budget) => {
    const handle = document.querySelector('[data-part=race] [role=slider]');
    const end =
      handle?.getAttribute('aria-valuemax') ??
      document.querySelector('[data-testid=transport] input')?.getAttribute('max');
    return end === String(budget);
  }, BUDGET);
  await settled(tab);
  const computed = (Date.now() - started) / 1000;
  const computing = await takeTasks(tab);
  await tab.getByTestId('transport').getByRole('button', { name: /play/i }).click();
  await tab.locator(`[data-testid=transport][data-trial="${BUDGET}"]`).waitFor({ timeout: 120_000 });
  const playing = await takeTasks(tab);
  return {
    cells: [`${computed.toFixed(1)} s`, ...counted(computing), ...counted(playing)],
    measured: {
      'computed in': computed,
      'long tasks': sumOf(computing) / 1000,
      'while playing': sumOf(playing) / 1000,
    },
  };
}
