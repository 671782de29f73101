/** Where files are wrong, or the browser keeps nothing: it is said, and nothing is lost. */
import { expect, test, type BrowserContext } from './test.ts';
import { writeCsv, writeParquet } from '#core/study/results/index.ts';
import { ArenaPage, computed, fileOf, LONG, SMALL, studyOf } from './arena.ts';
import { csv, small, standing, study } from './small-study.ts';
import { THOROUGH } from './visit.ts';

// Whole studies, on machines that may be busy with others.
test.describe.configure({ timeout: 120_000 });

test.describe('files that are wrong', () => {
  test('each is refused by name, and what was on screen stays', THOROUGH, async ({ page }) => {
    const arena = new ArenaPage(page);
    await arena.open();
    await arena.drop(fileOf('results.csv', csv()));
    await arena.complete();
    const said = await arena.standing();
    const parquet = Buffer.from(await writeParquet(study, small().records));
    const altered = Buffer.from(parquet);
    altered[200] ^= 1;
    const tooMany = { ...SMALL, budget: 100_000, repeats: 501 };
    for (const [file, ...sentences] of [
      [
        fileOf('cut.csv', csv().slice(0, csv().length / 2)),
        /cut\.csv breaks off: .* after \d+ complete rows/,
      ],
      [fileOf('cut.parquet', parquet.subarray(0, parquet.length - 100)), /cut\.parquet breaks off/],
      [fileOf('changed.csv', csv().replace(',ok,', ',OK,')), /changed\.csv, row 1, column status: “OK”/],
      [fileOf('changed.parquet', altered), /changed\.parquet was changed after it was written/],
      [fileOf('foreign.csv', 'a,b\n1,2\n'), /foreign\.csv is not a results file/],
      [fileOf('foreign.parquet', 'PAR1 something else PAR1'), /foreign\.parquet is not a results file/],
      [fileOf('picture.png', '\x89PNG'), /picture\.png is not a results file/],
      [fileOf('half.json', '{"problems": ['), /half\.json is not a JSON file/],
      [
        fileOf('list.json', '[1, 2]'),
        /list\.json holds a study that cannot be run/,
        /not a study of Trial by Trial/,
      ],
      [
        fileOf(
          'ids.json',
          JSON.stringify({ ...SMALL, problems: ['nowhere'], strategies: ['guess', 'random'] }),
        ),
        /ids\.json/,
        /problems\.0\.id: “nowhere” is not known/,
        /strategies\.0\.id: “guess” is not known.*random/,
      ],
      [fileOf('limits.json', JSON.stringify(tooMany)), /limits\.json/, /budget is 100000/, /repeats is 501/],
      [
        fileOf(
          'misfit.json',
          JSON.stringify({ ...SMALL, strategies: [{ id: 'grid', params: { levels: [[7]] } }] }),
        ),
        /misfit\.json/,
        /strategies\.0 cannot start on problem forrester/,
      ],
    ] as const) {
      await arena.drop(file);
      for (const sentence of sentences) await expect(arena.notices).toContainText(sentence);
      await arena.is('done');
      expect(await arena.standing()).toEqual(said);
      await page.getByRole('button', { name: 'Dismiss' }).click();
      await expect(arena.notices).toBeEmpty();
    }
    expect(arena.problems).toEqual([]);
  });

  test('a study that runs goes on', THOROUGH, async ({ page }) => {
    const arena = new ArenaPage(page);
    await arena.open();
    await arena.give(LONG);
    await arena.run();
    await expect.poll(() => arena.finished()).toBeGreaterThan(0);
    await arena.drop(fileOf('foreign.csv', 'a,b\n1,2\n'));
    await expect(arena.notices).toContainText('foreign.csv');
    await arena.is('running');
    const before = await arena.finished();
    await expect.poll(() => arena.finished()).toBeGreaterThan(before);
    // One that can be opened takes its place.
    await arena.drop(fileOf('results.csv', csv()));
    await arena.complete();
    expect(await arena.finished()).toBe(small().records.length);
    expect(arena.problems).toEqual([]);
  });
});

test.describe('where the browser does not keep results', () => {
  /** The study is run, said to be lost with the page, and lost with it; the sentence comes once. */
  async function runsWithout(
    context: BrowserContext,
    sentence: RegExp,
    prepare?: (arena: ArenaPage) => Promise<void>,
  ) {
    const arena = new ArenaPage(await context.newPage());
    await arena.open();
    await prepare?.(arena);
    await arena.give(SMALL);
    await arena.run();
    await arena.complete();
    await expect(arena.notices.getByRole('listitem')).toHaveCount(1);
    await expect(arena.notices).toContainText(sentence);
    await expect(arena.study).toContainText('Results are not kept when you leave');
    expect(await arena.standing()).toEqual(standing(small().at()));
    const { bytes } = await arena.downloadResults('CSV');
    expect(bytes.toString()).toBe(csv());
    expect(arena.problems).toEqual([]);
  }

  test('no room left', THOROUGH, async ({ context }) => {
    await runsWithout(context, /no room left/, async (arena) => {
      const session = await context.newCDPSession(arena.page);
      const { origin } = new URL(arena.page.url());
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    });
  });

  test('another tab holds the database', THOROUGH, async ({ context }) => {
    const other = await context.newPage();
    await other.goto('/#/lab');
    await other.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('trial-by-trial', 1);
          opening.onsuccess = () => {
            // Its connection stays open; whoever opens after this has to wait for it.
            indexedDB.deleteDatabase('trial-by-trial').onblocked = () => resolve();
          };
        }),
    );
    await runsWithout(context, /Another tab/);
  });

  for (const [what, property] of [
    ['is forbidden', `get() { throw new DOMException('denied', 'SecurityError'); }`],
    ['is not there', 'value: undefined'],
  ]) {
    test(`a database ${what}`, THOROUGH, async ({ context }) => {
      await context.route(/keeper\.worker/, async (route) => {
        const response = await route.fetch();
        const deny = `Object.defineProperty(self, 'indexedDB', { ${property} });\n`;
        await route.fulfill({ response, body: deny + (await response.text()) });
      });
      await runsWithout(context, /does not keep results/);
    });
  }
});

test('a keeper of results that stops is replaced, and the study goes on', THOROUGH, async ({ page }) => {
  const arena = new ArenaPage(page);
  await arena.open();
  await arena.give({ ...SMALL, repeats: 60 });
  await arena.run();
  await expect.poll(() => arena.finished()).toBeGreaterThan(0);
  const keeper = page.workers().find((worker) => worker.url().includes('keeper'))!;
  await keeper.evaluate(() => self.close());
  await expect(arena.notices).toContainText('was started again');
  // Whatever was under way when it stopped is computed again.
  await arena.is(/done|paused|running/);
  await expect(async () => {
    const goOn = page.getByRole('button', { name: 'Go on' });
    if (await goOn.isVisible()) await goOn.click();
    await arena.is('done', 5000);
  }).toPass({ timeout: 90_000 });
  const raw = studyOf({ ...SMALL, repeats: 60 });
  const { bytes } = await arena.downloadResults('CSV');
  expect(bytes.toString()).toBe([...writeCsv(raw, computed(raw).records)].join(''));
});
