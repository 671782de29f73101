import { expect, test } from './test.ts';
import { everybodyCanUse, lookAs } from './axe.ts';
import { LabPage } from './lab.ts';
import { THOROUGH } from './visit.ts';

const QUICK = 'budget=8&strategies=random,binary';

test.describe('a function of the reader’s own', () => {
  let lab: LabPage;
  test.beforeEach(({ page }) => {
    lab = new LabPage(page);
  });
  test.afterEach(() => {
    expect(lab.problems, 'errors on the console').toEqual([]);
  });

  const formula = () => lab.page.getByTestId('formula');
  const minimum = () => lab.page.getByTestId('own-minimum');

  test('a typed formula is run by every strategy, travels in the address and comes back', async ({
    page,
  }) => {
    await lab.open(QUICK);
    await lab.openSetup();
    await page.getByLabel('Problem', { exact: true }).selectOption('formula');
    await formula().fill('abs(x - 0.5) + 2');
    await expect(minimum()).toContainText('Lowest value 2 at x = 0.5');
    await expect(minimum()).toContainText('certified');
    await lab.finished();
    await lab.press('End');
    await expect(lab.panel('random').locator('[data-mark=sample]')).toHaveCount(8);
    await expect.poll(() => decodeURIComponent(page.url())).toContain('abs(x - 0.5)');
    await lab.reload();
    await expect(formula()).toHaveValue('abs(x - 0.5) + 2');
    await expect(minimum()).toContainText('Lowest value 2 at');
  });

  test('values of any size, and on any offset, are drawn and told apart', THOROUGH, async ({ page }) => {
    for (const [formulaText, space] of [
      ['exp(-715 - 20*x)', ''],
      ['1e155*(x - 0.3)^2', ''],
      ['1.7e308*sin(20*x)', ''],
      ['1e-165*((x - 0.3)^2 + (y - 0.6)^2)', ''],
      ['abs(log10(x) - 37)', 'x log 1e-200 1e200'],
      ['123456 + 1e-3*x^2', ''],
    ]) {
      const own = `objective.formula=${encodeURIComponent(formulaText)}&objective.space=${encodeURIComponent(space)}`;
      await lab.open(`objective=formula&${own}&${QUICK}`);
      await lab.finished();
      await lab.press('End');
      await expect(lab.panel('random').locator('[data-mark=sample]')).toHaveCount(8);
      const broken = await page.evaluate(
        () =>
          [...document.querySelectorAll('svg *')].filter((mark) =>
            [...mark.attributes].some(({ value }) => /NaN|Infinity/.test(value)),
          ).length,
      );
      expect(broken, formulaText).toBe(0);
    }
    await expect(lab.panel('random').getByText('+123,456')).toBeVisible();
    // Values with four digits and their regrets; where that is hidden, values with as many digits as it takes.
    const said = () =>
      page
        .getByTestId('leaderboard')
        .locator('tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) =>
            [...row.children]
              .slice(2)
              .map((cell) => cell.textContent)
              .join(),
          ),
        );
    expect(new Set(await said()).size).toBe(2);
    await page.getByRole('checkbox', { name: 'True function' }).uncheck();
    await expect.poll(async () => new Set(await said()).size).toBe(2);
    await lab.open(`objective=formula&objective.formula=x&objective.space=x 0 1e-310&${QUICK}`);
    await expect(page.getByText('too narrow or too wide').first()).toBeVisible();
  });

  test('while one types on, no formula is taken after a later one', THOROUGH, async ({ page }) => {
    await lab.open(`objective=formula&objective.formula=x&${QUICK}`);
    await lab.finished();
    await page.evaluate(() => {
      const shown: string[] = [];
      Object.assign(window, { shown });
      const minimum = document.querySelector('[data-testid=own-minimum]')!;
      new MutationObserver(() => shown.push(minimum.textContent)).observe(minimum, {
        characterData: true,
        childList: true,
        subtree: true,
      });
    });
    const terms = Array.from({ length: 60 }, (_, i) => `sin(${i + 1}*x + ${i % 7}*y)/${i + 1}`);
    const long = (end: number) => [...terms, `${end}`].join(' + ');
    for (let end = 101; end < 105; end++) {
      await formula().fill(long(end));
      // Past the pause in typing: its minimum is being looked for when the next is typed.
      await page.waitForTimeout(300);
    }
    await formula().fill('(x - 0.5)^2 + 7');
    await expect(minimum()).toContainText('Lowest value 7 at x = 0.5');
    await page.waitForTimeout(1000);
    await expect(minimum()).toContainText('Lowest value 7 at x = 0.5');
    await expect(page.getByTestId('formula-state')).toContainText('In use');
    const shown = await page.evaluate(() => (window as unknown as { shown: string[] }).shown);
    // Those between may have been in time; none comes after a later one.
    const ends = shown.map((text) => Number(/\d+/.exec(text)?.[0]));
    expect(ends.at(-1)).toBe(7);
    expect(ends.slice(0, -1)).toEqual([...ends.slice(0, -1)].sort((a, b) => a - b));
  });

  test('a mistake is pointed at; the text and the last good function stay', async ({ page }) => {
    await lab.open(`objective=formula&${QUICK}`);
    await formula().fill('x^2 + 1');
    await expect(minimum()).toContainText('Lowest value 1 at x = 0');
    await formula().fill('x^2 + sinn(x)');
    const refusal = page.locator('.refusal');
    await expect(refusal).toContainText('“sinn” at character 7 is not known. Perhaps');
    await expect(refusal.locator('mark')).toHaveText('s');
    await expect(formula()).toHaveAttribute('aria-invalid', 'true');
    const described = await formula().getAttribute('aria-describedby');
    await expect(page.locator(`#${described}`)).toContainText('sinn');
    await expect(minimum()).toContainText('Lowest value 1 at x = 0');
    // Over a reload, too.
    await expect.poll(() => decodeURIComponent(page.url())).toContain('x^2 + 1');
    await lab.reload();
    await expect(formula()).toHaveValue('x^2 + sinn(x)');
    await expect(minimum()).toContainText('Lowest value 1 at x = 0');
    await formula().fill('x^2 + sin(x)');
    await expect(refusal).toBeEmpty();
    await expect(minimum()).toContainText('Lowest value 0 at x = 0');
  });

  test('a domain takes a log scale, and says what does not fit', THOROUGH, async ({ page }) => {
    await lab.open(`objective=formula&${QUICK}`);
    await formula().fill('(log10(x) + 3)^2');
    await page.getByLabel('Scale of x').selectOption('log');
    await expect(page.getByText('a log scale starts above 0, not at 0')).toBeVisible();
    await page.getByLabel('x from').fill('0,00001');
    await expect(page.getByText('a log scale starts above 0')).toHaveCount(0);
    await expect(minimum()).toContainText('at x = 0.001');
    await expect
      .poll(() => decodeURIComponent(page.url()))
      .toContain('objective.space=x+log+0.00001+1'.replaceAll('+', ' '));
    await formula().fill('(x1 - 2)^2 + (x2 + 1)^2');
    await page.getByLabel('x2 from').fill('-2');
    await page.getByLabel('Scale of x1').selectOption('integer');
    await page.getByLabel('x1 from').fill('1');
    await page.getByLabel('x1 to').fill('9');
    await expect(minimum()).toContainText('at (x₁ = 2, x₂ = −1)');
  });

  test(
    'names of JavaScript’s own are names like any other; 10⁵ characters are refused, and the page goes on',
    THOROUGH,
    async ({ page }) => {
      await lab.open(`objective=formula&${QUICK}`);
      for (const name of [
        'constructor',
        '__proto__',
        'toString',
        'window',
        'alert(1)',
        'x.constructor',
        'this',
      ]) {
        await formula().fill(`x + ${name}`);
        await expect(page.locator('.refusal'), name).not.toBeEmpty();
      }
      await expect(minimum()).toContainText('Lowest value −0.096');

      await lab.finished();
      await formula().fill('x+'.repeat(50_000));
      await expect(page.locator('.refusal')).toContainText('100000 characters are too many');
      await lab.press('ArrowRight');
      await expect(lab.transport).toHaveAttribute('data-trial', '1');
      await formula().fill('('.repeat(1500));
      await expect(page.locator('.refusal')).toContainText('deep');
      await formula().fill('1/x');
      await expect(minimum()).toContainText('Lowest value 1 at x = 1');
    },
  );

  test('a curve is drawn with the mouse, taken back and set by keyboard', THOROUGH, async ({ page }) => {
    await lab.open(`objective=drawn&${QUICK}`);
    const pad = page.getByTestId('draw-pad');
    await pad.scrollIntoViewIfNeeded();
    const before = await minimum().textContent();
    const box = (await pad.boundingBox())!;
    const at = (u: number, v: number) => [box.x + u * box.width, box.y + v * box.height] as const;
    await page.mouse.move(...at(0.02, 0.2));
    await page.mouse.down();
    for (let i = 1; i <= 20; i++) await page.mouse.move(...at(0.02 + i * 0.023, 0.2 + 0.78 * (i / 20)));
    await page.mouse.up();
    await expect(minimum()).not.toHaveText(before!);
    await expect(minimum()).toContainText('at x = 0.48');
    await expect.poll(() => page.url()).toContain('objective.knots=');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(minimum()).toHaveText(before!);

    // Either end of the pad may be left open, and decimals may take a comma.
    const order = page.getByText('The pad’s lowest and highest value must be numbers');
    await page.getByLabel('lowest', { exact: true }).fill('');
    await page.getByLabel('highest', { exact: true }).fill('2,5');
    await expect(order).toHaveCount(0);
    await page.getByLabel('lowest', { exact: true }).fill('9');
    await expect(order).toBeVisible();
    await expect(page.getByLabel('highest', { exact: true })).toHaveAttribute('aria-invalid', 'true');
    await page.getByLabel('lowest', { exact: true }).fill('-3');
    await expect(order).toHaveCount(0);

    await page.getByText('8 knots as numbers').click();
    await page.getByLabel('f(x) of knot 3').fill('-2');
    await expect(minimum()).toContainText('Lowest value −2 at x = 0.3');
    await page.getByLabel('x of knot 3', { exact: true }).fill('0.7');
    await expect(page.getByText('does not come after the one before it')).toBeVisible();
    await expect(minimum()).toContainText('Lowest value −2 at x = 0.3');
    await page.getByLabel('x of knot 3', { exact: true }).fill('0.35');
    await expect(minimum()).toContainText('Lowest value −2 at x = 0.35');
    await page.getByRole('button', { name: 'Remove knot 3' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('7 knots as numbers')).toBeVisible();
    await page.getByRole('button', { name: 'Add a knot' }).press('Enter');
    await expect(page.getByText('8 knots as numbers')).toBeVisible();
  });

  test('a finger draws, too', THOROUGH, async ({ browser }) => {
    const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 800 } });
    lab = new LabPage(await context.newPage());
    await lab.open(`objective=drawn&${QUICK}`);
    const pad = lab.page.getByTestId('draw-pad');
    await pad.scrollIntoViewIfNeeded();
    const box = (await pad.boundingBox())!;
    const before = await minimum().textContent();
    await lab.page.touchscreen.tap(box.x + 0.5 * box.width, box.y + 0.99 * box.height);
    await expect(minimum()).not.toHaveText(before!);
    await expect(minimum()).toContainText('at x = 0.5');
    await context.close();
  });

  test('a table with decimal commas is read, and its columns can be chosen', THOROUGH, async ({ page }) => {
    await lab.open(`objective=table&${QUICK}`);
    const table =
      '\uFEFFrun;lr;width;error\r\n1;0,001;8;0,5\r\n2;0,1;16;0,25\r\n3;0,4;32;0,75\r\n4;0,3;;0,1\r\n5;0,1;16;0,35\r\n';
    await page.getByTestId('table-text').fill(table);
    const findings = page.getByTestId('table-findings');
    for (const text of ['5 rows', 'separated by semicolons', 'decimal comma'])
      await expect(findings).toContainText(text);
    const notes = page.getByTestId('table-notes');
    await expect(notes).toContainText('1 row left out. There is no value of width. (line 5)');
    await expect(notes).toContainText('Repeats of the same settings are averaged: 1');
    await expect(minimum()).toContainText('Lowest value 0.3 at (lr = 0.1, width = 16)');
    await page.locator('[data-column=width]').getByRole('button', { name: 'Not used' }).click();
    await expect(minimum()).toContainText('Lowest value 0.1 at lr = 0.3');
    await lab.finished();
    await expect.poll(() => decodeURIComponent(page.url())).toContain('lr log');
    await lab.reload();
    await expect(minimum()).toContainText('Lowest value 0.1 at lr = 0.3');
    await expect(findings).toContainText('5 rows');
  });

  test('a foreign file is refused, and nothing is lost', THOROUGH, async ({ page }) => {
    await lab.open(`objective=table&${QUICK}`);
    const choose = async (name: string, buffer: Buffer) => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file' }).click();
      await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer });
    };
    const before = await minimum().textContent();
    await choose('runs.xlsx', Buffer.from('PK\u0003\u0004\0\0\0\0'.repeat(50)));
    await expect(page.locator('.refusal')).toContainText('not text');
    await expect(minimum()).toHaveText(before!);
    await choose('words.csv', Buffer.from('a,b\nred,green\nblue,pink\n'));
    await expect(page.locator('.refusal')).toContainText('0 columns of numbers');
    await expect(page.getByTestId('table-text')).toHaveValue(/red,green/);
    await expect(minimum()).toHaveText(before!);
  });

  test(
    'a long table is dropped, named in a short address, and offered as a file',
    THOROUGH,
    async ({ page }) => {
      await lab.open(`objective=table&${QUICK}`);
      const rows = Array.from({ length: 1200 }, (_, i) => `${(i + 1) / 1201},${((i * 7919) % 1201) / 1201}`);
      const transfer = await page.evaluateHandle(
        (text) => {
          const data = new DataTransfer();
          data.items.add(new File([text], 'runs.csv', { type: 'text/csv' }));
          return data;
        },
        `lr,error\n${rows.join('\n')}\n`,
      );
      for (const type of ['dragenter', 'dragover', 'drop']) {
        await page.dispatchEvent('[data-testid=table-text]', type, { dataTransfer: transfer });
      }
      await expect(page.getByTestId('table-findings')).toContainText('1200 points');
      await expect(page.locator('.overlay')).toHaveCount(0);
      await lab.openSetup('keep');
      await expect(page.getByTestId('long-link')).toContainText('Share a file instead');
      await expect(page.getByRole('button', { name: 'Copy link' })).toBeDisabled();
      await expect.poll(() => page.url()).toContain('kept=');
      expect(page.url().length).toBeLessThan(1000);
      const found = await minimum().textContent();
      await lab.reload();
      await expect(minimum()).toHaveText(found!);
    },
  );

  test('a table dropped anywhere becomes the problem', async ({ page }) => {
    await lab.open(QUICK);
    await lab.drop('runs.csv', 'lr,error\n0.1,0.5\n0.2,0.25\n0.4,0.75\n');
    await expect(minimum()).toContainText('Lowest value 0.25 at lr = 0.2');
    await expect(page.getByLabel('Problem', { exact: true })).toHaveValue('table');
    await lab.finished();
  });

  test('says all of it in Chinese', THOROUGH, async ({ page }) => {
    await lab.open(`objective=formula&lang=zh&${QUICK}`);
    await formula().fill('x^2 + foo');
    await expect(page.locator('.refusal')).toContainText('第 7 个字符处的“foo”无法识别');
    await expect(page.locator('.refusal')).toContainText('你输入的内容保留在这里');
    await page.getByText('手绘', { exact: true }).click();
    await expect(minimum()).toContainText('最小值 0.1');
    await page.getByText('试验数据表', { exact: true }).click();
    await page.getByTestId('table-text').fill('x,y\n');
    await expect(page.locator('.refusal')).toContainText('至少需要两列');
    // Each way keeps what stands in it.
    await page.getByText('公式', { exact: true }).click();
    await expect(formula()).toHaveValue('x^2 + foo');
  });

  test('its editor has no serious accessibility violation', THOROUGH, async ({ page }) => {
    for (const [way, colorScheme, width] of [
      ['formula', 'light', 390],
      ['drawn', 'dark', 1280],
      ['table', 'light', 1280],
    ] as const) {
      await test.step(way, async () => {
        await lookAs(page, { colorScheme, width });
        await lab.open(`objective=${way}&${QUICK}`);
        if (way === 'formula') await formula().fill('x + foo');
        if (way === 'drawn') await page.getByText('8 knots as numbers').click();
        if (way === 'table') await page.getByTestId('table-text').fill('x y e\n1 2 3\n2 3 1\n4 1 2\n');
        await lab.finished();
        await everybodyCanUse(page, { colorScheme, width }, way);
      });
    }
  });
});
