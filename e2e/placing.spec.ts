/** The reader is a strategy: trials are placed by mouse, touch, keyboard and by typing, and taken back. */
import { expect, test, type Locator } from './test.ts';
import { LabPage } from './lab.ts';

const QUERY = 'budget=12&seed=1&strategies=random,manual';
const own = (lab: LabPage) => lab.panel('manual');
const pointsIn = (url: string) =>
  (/manual\.points=([^&]*)/.exec(decodeURIComponent(url))?.[1] ?? '')
    .split(';')
    .filter(Boolean)
    .map((point) => point.split(',').map(Number));

/** Trials that stand in the link, once it holds so many. */
async function placed(lab: LabPage, count: number): Promise<number[][]> {
  await expect.poll(() => pointsIn(lab.page.url()).length).toBe(count);
  await expect(own(lab)).toHaveAttribute('data-status', 'done');
  return pointsIn(lab.page.url());
}
const pad = (lab: LabPage): Locator => own(lab).locator('[data-mark=pad]');
async function spot(lab: LabPage, across: number, up: number) {
  const { x, y, width, height } = (await pad(lab).boundingBox())!;
  return { x: x + across * width, y: y + (1 - up) * height };
}
const bar = (lab: LabPage) => own(lab).locator('[data-part=placing]');

test('one hyperparameter: clicks, keys and typing each make the next trial; nobody else begins anew', async ({
  page,
}) => {
  const lab = new LabPage(page);
  await lab.open(`objective=forrester&${QUERY}`);
  await lab.finished();
  await expect(own(lab)).toHaveAttribute('data-status', 'done');
  await expect(own(lab)).toContainText('Your turn');
  const drawn = await lab.panel('random').locator('[data-part=plot] svg.plot').elementHandle();

  await test.step('a click', async () => {
    const { x, y } = await spot(lab, 0.25, 0.5);
    await page.mouse.click(x, y);
    const [[first]] = await placed(lab, 1);
    expect(first).toBeCloseTo(0.25, 1);
    await expect(lab.transport).toHaveAttribute('data-trial', '1');
    await expect(bar(lab)).toContainText(/Your trial 1: /);
  });
  await test.step('the cross-hair, by keyboard', async () => {
    await own(lab).locator('[data-mark=place]').focus();
    // From where the pointer left it: to the left end, and half the way back.
    for (let i = 0; i < 12; i++) await page.keyboard.press('Shift+ArrowLeft');
    for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const points = await placed(lab, 2);
    expect(points[1][0]).toBeCloseTo(0.51, 2);
  });
  await test.step('typing, with a sentence for what does not fit', async () => {
    const [field] = await bar(lab).getByRole('textbox').all();
    await field.fill('2');
    await field.press('Enter');
    await expect(bar(lab)).toContainText('2 is outside its range, 0 to 1.');
    await expect(field).toHaveValue('2');
    await field.fill('abc');
    await field.press('Enter');
    await expect(bar(lab)).toContainText('“abc” is not a number');
    await field.fill('0.757');
    await field.press('Enter');
    expect((await placed(lab, 3))[2]).toEqual([0.757]);
    await expect(lab.transport).toHaveAttribute('data-trial', '3');
  });
  await test.step('undo takes the last one back', async () => {
    await bar(lab).getByRole('button', { name: 'Undo' }).click();
    expect((await placed(lab, 2))[1][0]).toBeCloseTo(0.51, 2);
  });
  // The picture of the other one is the very same.
  expect(await drawn!.evaluate((svg) => svg.isConnected)).toBe(true);
  await expect(lab.panel('random')).toHaveAttribute('data-status', 'done');
  expect(lab.problems).toEqual([]);
});

test('a link holds the trials and who takes over; a point that does not fit is said in its panel', async ({
  page,
}) => {
  const lab = new LabPage(page);
  await lab.open(`objective=branin&${QUERY}&manual.points=2.5,7;3.1,2.2&manual.then=local-random&t=12`);
  await lab.finished();
  await expect(own(lab)).toHaveAttribute('data-trial', '12');
  await expect(own(lab).locator('[role=alert]')).toHaveCount(0);
  await lab.open(`objective=branin&${QUERY}&manual.points=2.5,99&t=2`);
  await expect(own(lab).getByRole('alert')).toContainText('99 of x₂ is outside its range, 0 to 15');
  await bar(lab).getByRole('button', { name: 'Undo' }).click();
  await placed(lab, 0);
  await expect(own(lab).getByRole('alert')).toHaveCount(0);
  expect(lab.problems).toEqual([]);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test('a tap on the plane is a trial of two hyperparameters, until the budget is spent', async ({
    page,
  }) => {
    const lab = new LabPage(page);
    await lab.open('objective=branin&budget=2&seed=1&strategies=manual&lang=zh');
    for (const [i, [across, up]] of [
      [0.3, 0.6],
      [0.8, 0.2],
    ].entries()) {
      const { x, y } = await spot(lab, across, up);
      await page.touchscreen.tap(x, y);
      const point = (await placed(lab, i + 1))[i];
      expect((point[0] + 5) / 15).toBeCloseTo(across, 1);
      expect(point[1] / 15).toBeCloseTo(up, 1);
    }
    await expect(bar(lab)).toContainText('预算已用完');
    await expect(pad(lab)).toHaveCount(0);
    expect(lab.problems).toEqual([]);
  });
});
