/** Tables that people have: scores, four knobs, a loss that exploded; and files that are dropped where they can be. */
import { expect, test, type Page } from './test.ts';
import { LabPage } from './lab.ts';
import { THOROUGH } from './visit.ts';

const RUNS = 'budget=12&strategies=binary,bayes,k-section,tpe,nelder-mead,annealing,cma-es,babysit';

/** In one, two and three dimensions, by their last hyperparameter. */
const SCORES = {
  Learning_rate: 'Learning rate,Val. accuracy\n1e-4,0.8\n1e-3,0.91\n1e-2,0.7\n3e-2,0.62\n',
  dropout: 'lr,dropout,accuracy\n1e-4,0.1,0.8\n1e-3,0.3,0.91\n1e-2,0.5,0.7\n3e-2,0.2,0.62\n1e-3,0.1,0.85\n',
  wd: 'lr,dropout,wd,accuracy\n1e-4,0.1,0.01,0.8\n1e-3,0.3,0.02,0.91\n1e-2,0.5,0.01,0.7\n3e-2,0.2,0.05,0.62\n',
};
const FOUR =
  'trial,learning_rate,dropout,weight_decay,width,optimizer,val_error,train_error,seconds\n' +
  '0,0.001,0.1,0.0001,64,adam,0.182,0.09,41\n1,0.01,0.3,0.0001,128,adam,0.141,0.08,55\n' +
  '2,0.1,0.5,0.00001,64,sgd,0.323,0.29,39\n3,0.003,0.2,0.001,256,adam,0.127,0.05,88\n' +
  '4,0.03,0.1,0.0003,128,sgd,0.205,0.1,51\n';

/** Negative accuracies anywhere: in texts, tables, names that are read out. */
async function negatives(page: Page): Promise<string[]> {
  // What is unfolded may bring more that can be.
  await expect
    .poll(() =>
      page.evaluate(() => {
        const folded = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
        for (const one of folded) one.open = true;
        return folded.length;
      }),
    )
    .toBe(0);
  return page.evaluate(() => {
    const said = [...document.querySelectorAll('main *')].flatMap((element) => [
      element.getAttribute('aria-label') ?? '',
      element.getAttribute('title') ?? '',
      ...[...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent ?? ''),
    ]);
    return said.filter((text) => /[−-]\s?0\.[4-9]\d*/.test(text) && !/ln|log|EI/i.test(text));
  });
}

test.describe('a table', () => {
  let lab: LabPage;
  test.beforeEach(({ page }) => {
    lab = new LabPage(page);
  });
  test.afterEach(() => {
    expect(lab.problems, 'errors on the console').toEqual([]);
  });
  const minimum = () => lab.page.getByTestId('own-minimum');

  for (const language of ['en', 'zh']) {
    test(`of scores is shown as its maker sees it: ${language}`, THOROUGH, async ({ page }) => {
      await lab.open(`${RUNS}&lang=${language}`);
      for (const [last, text] of Object.entries(SCORES)) {
        await test.step(last, async () => {
          await lab.drop('runs.csv', text);
          await expect(minimum()).toContainText(last);
          await expect(minimum()).toContainText('0.91');
          await expect(minimum()).toContainText(language === 'en' ? 'Highest value' : '最大值');
          await lab.finished();
          for (const end of ['Home', 'ArrowRight', 'End']) {
            await lab.press(end);
            expect(await negatives(page)).toEqual([]);
          }
        });
      }
    });
  }

  test('says which way is better, and a switch turns it', THOROUGH, async ({ page }) => {
    await lab.open(RUNS);
    await lab.drop('runs.csv', SCORES.Learning_rate);
    const direction = page.getByTestId('table-direction');
    await expect(direction).toContainText('high values are better');
    await expect(minimum()).toContainText('Highest value 0.91 at Learning_rate = 0.001');
    await direction.getByText('lower', { exact: true }).click();
    await expect(minimum()).toContainText('Lowest value 0.62');
    await expect.poll(() => page.url()).not.toContain('maximise');
    await direction.getByText('higher', { exact: true }).click();
    await expect(minimum()).toContainText('Highest value 0.91');
    await expect.poll(() => page.url()).toContain('maximise');
    await lab.reload();
    await expect(minimum()).toContainText('Highest value 0.91');
  });

  test(
    'of four hyperparameters says why each column is what it is, and takes another wish with a click',
    THOROUGH,
    async ({ page }) => {
      await lab.open(RUNS);
      await lab.drop('runs.csv', FOUR);
      const column = (name: string) => page.locator(`[data-column="${name}"]`);
      await expect(minimum()).toContainText('Lowest value 0.127');
      for (const name of ['learning_rate', 'dropout', 'weight_decay', 'width'])
        await expect(column(name)).toHaveAttribute('data-role', 'hyperparameter');
      await expect(column('val_error')).toHaveAttribute('data-role', 'objective');
      await expect(page.getByTestId('table-between')).toContainText('Shepard 1968');
      await column('optimizer').getByRole('combobox').selectOption('sgd');
      await expect(minimum()).toContainText('Lowest value 0.205');
      await column('optimizer').getByRole('combobox').selectOption('');
      await expect(minimum()).toContainText('Lowest value 0.127');
      await column('width').getByRole('button', { name: 'Not used' }).click();
      await expect(column('width')).not.toHaveAttribute('data-role', 'hyperparameter');
      await page.getByText('other columns').click();
      await column('train_error').getByRole('button', { name: 'Result' }).click();
      await expect(minimum()).toContainText('Lowest value 0.05');
      await lab.finished();
    },
  );

  for (const [name, text] of [
    ['one', 'lr,err\n1e-1,0.5\n1e-2,1e30\n1e-3,0.4\n1e-4,0.6\n'],
    ['three', 'a,b,c,err\n1,2,3,0.5\n2,3,1,3.4e38\n3,1,2,0.4\n4,4,4,0.6\n'],
  ] as const) {
    test(
      `with a loss that exploded is drawn for the others, and says so: ${name}`,
      name === 'three' ? THOROUGH : {},
      async ({ page }) => {
        await lab.open('budget=12&strategies=grid,random');
        await lab.drop('runs.csv', text);
        await expect(minimum()).toContainText('Lowest value 0.4');
        await lab.finished();
        await lab.press('End');
        await expect(page.locator('[data-testid=panel-grid] [data-mark=beyond]').first()).toBeVisible();
        await expect(page.getByText('Beyond the picture').first()).toBeVisible();
      },
    );
  }

  test('with names of markup shows them as text', THOROUGH, async ({ page }) => {
    await lab.open(RUNS);
    await lab.drop('runs.csv', '<img src=x onerror=alert(1)>,"<b>err</b>"\n1,0.5\n2,0.4\n3,0.6\n');
    await expect(minimum()).toContainText('Lowest value 0.4');
    expect(await page.locator('main img, main b:text-is("err")').count()).toBe(0);
  });
});

test('files are taken by the Assumptions page, too', THOROUGH, async ({ page }) => {
  const lab = new LabPage(page);
  await page.goto('/#/assumptions');
  await expect(page.locator('#panels')).toHaveAttribute('data-status', 'ready', { timeout: 60_000 });
  await lab.drop('runs.csv', SCORES.Learning_rate);
  await expect(page.getByTestId('own-minimum')).toContainText('Highest value 0.91');
  await expect(page.locator('#panels')).toHaveAttribute('data-status', 'ready', { timeout: 60_000 });
  await expect(page.locator('[data-verdict=unimodal]')).toContainText('One peak');
  expect(await negatives(page)).toEqual([]);
  await lab.drop('package.json', '{"name":"x"}');
  await expect(page.getByTestId('notices')).toContainText('not a trace file');
  expect(lab.problems).toEqual([]);
});

test(
  'a table that is chosen with the button becomes the problem, as one that is dropped',
  THOROUGH,
  async ({ page }) => {
    const lab = new LabPage(page);
    await lab.open(RUNS);
    await lab.openSetup('keep');
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open traces or a table' }).click();
    await (await chosen).setFiles({ name: 'runs.csv', mimeType: 'text/csv', buffer: Buffer.from(FOUR) });
    await expect(page).toHaveURL(/objective=table/);
    await expect(page.getByTestId('notices')).not.toContainText('not a JSON file');
  },
);
