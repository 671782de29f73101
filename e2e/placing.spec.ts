/** The reader is a strategy: trials are placed by mouse, touch, keyboard and by typing, and taken back. */
import { expect, test, type Locator } from './test.ts';
import { THOROUGH } from './visit.ts';
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

test('three hyperparameters: one axis at a time by mouse and keyboard, in either picture; the fields follow', async ({
  page,
}) => {
  const lab = new LabPage(page);
  await lab.open(`objective=gbr-diabetes&${QUERY}`);
  await lab.finished();
  const knob = (axis: number) => own(lab).locator('[data-mark=knob]').nth(axis);
  const fields = bar(lab).getByRole('textbox');
  const values = () => fields.evaluateAll((all: HTMLInputElement[]) => all.map(({ value }) => Number(value)));
  await expect(knob(2)).toBeVisible();
  const middle = await values();
  await test.step('a click turns one knob, and no other', async () => {
    const { x, y, width, height } = (await knob(0).locator('[data-mark=pad]').boundingBox())!;
    await page.mouse.click(x + width / 2, y + 0.1 * height);
    const turned = await values();
    expect(Math.log10(turned[0])).toBeCloseTo(-0.3, 1);
    expect(turned.slice(1)).toEqual(middle.slice(1));
    await expect(knob(0)).toHaveAttribute('aria-valuenow', `${turned[0]}`);
  });
  await test.step('arrow keys go on to the next whole number, and Enter places the trial', async () => {
    await knob(1).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowDown');
    const aimed = await values();
    expect(aimed[1]).toBe(5);
    await page.keyboard.press('Enter');
    expect(await placed(lab, 1)).toEqual([aimed]);
    await expect(bar(lab)).toContainText(/Your trial 1: /);
    await expect(knob(1)).toBeFocused();
  });
  await test.step('what is typed moves the picture, and the button places it', async () => {
    await fields.nth(2).fill('64');
    await expect(knob(2)).toHaveAttribute('aria-valuenow', '64');
    await fields.nth(1).fill('9');
    await bar(lab).getByRole('button', { name: 'Place' }).click();
    await expect(bar(lab)).toContainText('9 is outside its range, 1 to 6.');
    await expect(knob(1)).toHaveAttribute('aria-valuenow', '5');
    await fields.nth(1).fill('2');
    await bar(lab).getByRole('button', { name: 'Place' }).click();
    const points = await placed(lab, 2);
    expect(points[1].slice(1)).toEqual([2, 64]);
  });
  await test.step('in slices, a click turns the knob of one, and all go through the place', async () => {
    await lab.open(`objective=gbr-diabetes&${QUERY}&slices=1`);
    const cross = own(lab).locator('[data-mark=place]');
    await expect(cross).toHaveCount(3);
    const before = await values();
    const { x, y, width, height } = (await pad(lab).nth(0).boundingBox())!;
    await page.mouse.click(x + 0.25 * width, y + height / 2);
    await expect.poll(async () => (await values())[0]).not.toBe(before[0]);
    expect(Math.log10((await values())[0])).toBeCloseTo(-2.25, 1);
    await cross.nth(1).focus();
    for (let i = 0; i < 10; i++) await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Enter');
    const aimed = await values();
    expect(aimed[1]).toBe(1);
    expect(aimed[2]).toBe(before[2]);
    await bar(lab).getByRole('button', { name: 'Place' }).click();
    expect(await placed(lab, 1)).toEqual([aimed]);
  });
  expect(lab.problems).toEqual([]);
});

test(
  'a link holds the trials and who takes over; a point that does not fit is said in its panel',
  THOROUGH,
  async ({ page }) => {
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
  },
);

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

  test(
    'taps on axes turn three hyperparameters, and the button places the trial',
    THOROUGH,
    async ({ page }) => {
      const lab = new LabPage(page);
      await lab.open('objective=gbr-diabetes&budget=2&seed=1&strategies=manual');
      const fields = bar(lab).getByRole('textbox');
      const values = () =>
        fields.evaluateAll((all: HTMLInputElement[]) => all.map(({ value }) => Number(value)));
      const tap = async (axis: number, up: number) => {
        const knob = own(lab).locator('[data-mark=knob]').nth(axis).locator('[data-mark=pad]');
        const { x, y, width, height } = (await knob.boundingBox())!;
        await page.touchscreen.tap(x + width / 2, y + (1 - up) * height);
      };
      await tap(0, 0.9);
      await tap(1, 0);
      const aimed = await values();
      expect(Math.log10(aimed[0])).toBeCloseTo(-0.3, 1);
      expect(aimed[1]).toBe(1);
      await bar(lab).getByRole('button', { name: 'Place' }).tap();
      expect(await placed(lab, 1)).toEqual([aimed]);
      await tap(2, 0.2);
      expect((await values())[2]).not.toBe(aimed[2]);
      expect(lab.problems).toEqual([]);
    },
  );
});
