/** A class: results as they come, what they look like together, and what is kept back until it is revealed. */
import { readFile } from 'node:fs/promises';
import { expect, test, type Browser, type Page } from './test.ts';
import { challengeCode } from '#core/play/challenge.ts';
import { problemOfChallenge, replay } from '#core/play/replay.ts';
import { longTasks } from '../tools/own-tasks.ts';
import { CHALLENGE, chatOf, gamesOf } from '../src/app/class/testing.ts';
import { ClassPage, pasted } from './class.ts';
import { THOROUGH } from './visit.ts';

/** The longest task of the page's thread while something is done, in ms of its own time. */
const longestTask = async (browser: Browser, page: Page, work: () => Promise<void>): Promise<number> =>
  Math.max(...(await longTasks(browser, page, 0, work)).map(({ ms }) => ms));

test('sixty results are read from a pasted text with five damaged ones, and drawn without a long task', async ({
  page,
  browser,
}) => {
  const room = new ClassPage(page);
  await room.open();
  const longest = await longestTask(browser, page, async () => {
    await room.paste(pasted(60, 5));
    await page.getByRole('button', { name: 'Read results' }).click();
    await room.drawn();
    await room.at(3);
    await page.keyboard.press('End');
    await expect(room.clock).toHaveAttribute('data-trial', '15');
  });
  expect(longest).toBeLessThan(50);
  await expect(room.brought).toHaveText('60 results were added. 5 do not count; below stands why.');
  await expect(room.field).toHaveValue('');
  await expect(room.wrong.getByRole('listitem')).toHaveCount(5);
  await expect(room.wrong.getByRole('listitem').first()).toContainText('Player 61');
  await expect(room.wrong.getByRole('listitem').first()).toContainText('line 62: damaged.');
  await expect(room.roll.getByRole('row')).toHaveCount(21);
  await expect(room.seen.locator('[data-mark=crowd]')).toHaveAttribute('data-count', '60');
  await expect(room.seen.locator('[data-mark=courses]')).toHaveAttribute('data-count', '60');

  await test.step('lines of a crowd are nothing that a pointer is on: looking for it in them takes as long as drawing them', async () => {
    for (const mark of ['crowd', 'courses']) {
      const lines = room.seen.locator(`[data-mark=${mark}]`);
      expect(await lines.evaluate((element) => getComputedStyle(element).pointerEvents), mark).toBe('none');
    }
  });

  await test.step('who is looked for is found, lit up, and told about', async () => {
    await page.getByRole('searchbox').fill('player 7');
    await expect(page.getByTestId('marked')).toContainText(/^Player 7: rank \d+ of 60, .* at trial \d+\./);
    await expect(room.seen.locator('[data-mark=crowd-name]')).toHaveText('Player 7');
    await page.getByRole('button', { name: 'Best', exact: true }).click();
    await expect(page.getByTestId('marked')).toContainText('rank 1 of 60');
    await page.getByRole('button', { name: 'Median', exact: true }).click();
    await expect(page.getByTestId('marked')).toContainText('rank 30 of 60');
    await expect(page.getByTestId('marked')).toContainText('of Random');
  });

  await test.step('the picture, the curve and the clock are on a projector’s screen together', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    for (const presenter of [false, true]) {
      if (presenter) {
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
        await page.keyboard.press('p');
        await expect(page.locator('html')).toHaveAttribute('data-presenter', '');
      }
      await page.evaluate(() => scrollTo(0, 0));
      await expect
        .poll(() =>
          page.evaluate(() =>
            [...document.querySelectorAll('[data-testid=class-seen] svg.plot, [data-testid=transport]')].map(
              (part) => {
                const { top, bottom, right, height } = part.getBoundingClientRect();
                return top > 0 && height > 30 && bottom <= innerHeight && right <= innerWidth;
              },
            ),
          ),
        )
        .toEqual([true, true, true]);
    }
  });

  await test.step('without names nobody is named', async () => {
    await page.getByLabel('Without names').check();
    await expect(page.getByTestId('marked')).toContainText('Player 1');
    await page.getByLabel('Without names').uncheck();
  });

  await test.step('a reload keeps all, and the light is off', async () => {
    await page.reload();
    await room.drawn();
    await expect(room.roll.getByRole('heading')).toHaveText('Everybody (60)');
    await expect(room.wrong.getByRole('heading')).toHaveText('Not counted (5)');
    await expect(page.getByTestId('marked')).toHaveText('');
  });
  expect(room.problems).toEqual([]);
});

test(
  'the hidden optimum is nowhere on the page before it is revealed; names are nowhere without them',
  THOROUGH,
  async ({ page }) => {
    const { optimum } = problemOfChallenge(CHALLENGE);
    const digitsOf = (value: number) => value.toPrecision(4).replace('-', '');
    const places = optimum.at[0].filter((value) => !Number.isInteger(value)).map(digitsOf);
    expect(places.length).toBeGreaterThan(0);
    const room = new ClassPage(page);
    await room.open();
    // Far from the optimum: what players found is theirs to see.
    await room.read(
      chatOf(gamesOf(6))
        .map((line) => line.replace('Player', 'Somebody'))
        .join('\n'),
    );
    await room.drawn();
    await room.at(4);
    // Where everybody ended is everybody's to see, and one of so many runs of a strategy may have met the optimum.
    const ends = page.locator('[data-figure=class-finals]');
    await expect(ends.locator('svg.plot')).toContainText('Bayesian');
    const all = (leftOut = 'no-such-thing') =>
      page.evaluate((selector) => {
        const copy = document.documentElement.cloneNode(true) as HTMLElement;
        for (const part of copy.querySelectorAll(selector)) part.remove();
        return copy.outerHTML.replace(/\s d="[^"]*"/g, '');
      }, leftOut);
    const before = await all();
    for (const secret of places) expect(before).not.toContain(secret);
    expect(await all('[data-figure=class-finals]')).not.toContain(digitsOf(optimum.value));
    await expect(room.seen.locator('[data-mark=optimum]')).toHaveCount(0);
    expect(before).toContain('Somebody 1');

    await page.getByLabel('Without names').check();
    await expect(page.getByText('Somebody')).toHaveCount(0);
    expect(await all()).not.toContain('Somebody');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Table as CSV' }).click();
    const csv = await readFile(await (await download).path(), 'utf8');
    expect(csv).toContain('Player 1,TbT');
    expect(csv).not.toContain('Somebody');

    await page.getByRole('button', { name: 'Reveal the landscape' }).click();
    await expect(room.seen).toHaveAttribute('data-revealed', 'true');
    await expect(room.seen.locator('[data-mark=optimum]')).toHaveCount(optimum.at.length);
    await page.getByRole('button', { name: 'Distance, log scale' }).click();
    await expect(room.seen.locator('svg.plot').last()).toContainText('Distance to the true optimum');
    await page.getByRole('button', { name: 'Hide the landscape' }).click();
    await expect(room.seen.locator('[data-mark=optimum]')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Distance, log scale' })).toHaveCount(0);
    expect(room.problems).toEqual([]);
  },
);

test('a challenge is made: its code, its link and its picture say the same, large too', async ({ page }) => {
  const room = new ClassPage(page);
  await room.open();
  const maker = page.getByTestId('class-maker');
  await maker.getByLabel('Problem').selectOption('three-knobs');
  await maker.getByLabel('Help').selectOption('mean');
  await maker.getByRole('textbox', { name: 'Seed' }).fill('77');
  const code = challengeCode({ problem: 'three-knobs', trials: 20, help: 'mean', seed: 77 });
  const shown = `${code.slice(0, 4)} ${code.slice(4)}`;
  await expect(page.getByTestId('challenge-code')).toHaveText(shown);
  await expect(maker).toContainText(`#/play/${code}`);
  await expect(maker.getByRole('img')).toHaveAccessibleName(`QR code of the link to the game ${shown}`);
  await maker.getByRole('button', { name: 'Show it large' }).click();
  const large = page.getByTestId('large-code');
  const { width = 0, height = 0 } = (await large.getByRole('img').boundingBox()) ?? {};
  const screen = page.viewportSize()!;
  expect(Math.min(width, height)).toBeGreaterThan(Math.min(screen.height * 0.8, screen.width * 0.5));
  await expect(large).toContainText(shown);
  await page.keyboard.press('Escape');
  await expect(large).toBeHidden();
  await maker.getByRole('button', { name: 'Another landscape' }).click();
  await expect(page.getByTestId('challenge-code')).not.toHaveText(shown);
  const made = await page.getByTestId('challenge-code').textContent();
  await page.reload();
  await expect(page.getByTestId('challenge-code')).toHaveText(made!);
  expect(room.problems).toEqual([]);
});

test(
  'results come by link and by file, one after another; they are renamed, removed, and come back',
  THOROUGH,
  async ({ page }) => {
    const lines = chatOf(gamesOf(4));
    const room = new ClassPage(page);
    await room.open(`lang=en&results=${encodeURIComponent(lines[0])}`);
    await expect(room.roll.getByRole('heading')).toHaveText('Everybody (1)');
    // It is no part of the address any more: a reload does not add it again.
    await expect.poll(() => page.url()).not.toContain('results');
    await room.open(
      `lang=en&results=${lines[1].replace('Player 2: ', '')}&name=${encodeURIComponent('Ö & 李')}`,
    );
    await expect(room.roll.getByRole('heading')).toHaveText('Everybody (2)');
    await expect(room.roll).toContainText('Ö & 李');
    await expect(page.getByTestId('notices')).toHaveText('');
    await page.getByTestId('class-files').setInputFiles([
      { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(lines[2]) },
      { name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify([lines[3]])) },
      { name: 'c.md', mimeType: 'text/markdown', buffer: Buffer.from('nothing') },
    ]);
    await expect(room.roll.getByRole('heading')).toHaveText('Everybody (4)');

    await page.getByRole('button', { name: 'Rename Ö & 李' }).click();
    await page.keyboard.type('Zoë');
    await page.keyboard.press('Enter');
    await expect(room.roll).toContainText('Zoë');
    await page.getByRole('button', { name: 'Remove Zoë' }).click();
    await expect(room.roll.getByRole('heading')).toHaveText('Everybody (3)');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(room.roll).toContainText('Zoë');
    await page.getByRole('button', { name: 'Remove all results' }).click();
    await expect(room.seen).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(room.roll.getByRole('heading')).toHaveText('Everybody (4)');
    expect(room.problems).toEqual([]);
  },
);

test('a text without results stays where it is, with a sentence', async ({ page }) => {
  const room = new ClassPage(page);
  await room.open();
  await room.field.fill('When is the exam?');
  await page.getByRole('button', { name: 'Read results' }).click();
  await expect(page.getByTestId('notices')).toContainText('No result of a game stands in this text.');
  await expect(room.field).toHaveValue('When is the exam?');
  await page.reload();
  await expect(room.field).toHaveValue('When is the exam?');
});

test(
  'five hundred results are read and drawn, and the clock goes through them',
  THOROUGH,
  async ({ page, browser }) => {
    const room = new ClassPage(page);
    await room.open();
    const text = pasted(500, 20);
    const longest = await longestTask(browser, page, async () => {
      await room.paste(text);
      await page.getByRole('button', { name: 'Read results' }).click();
      await room.drawn();
      await room.at(5);
      await page.keyboard.press(' ');
      await expect.poll(async () => Number(await room.clock.getAttribute('data-trial'))).toBeGreaterThan(6);
    });
    expect(longest).toBeLessThan(50);
    await expect(room.brought).toHaveText('500 results were added. 20 do not count; below stands why.');
    await expect(room.seen.locator('[data-mark=courses]')).toHaveAttribute('data-count', '500');
    await expect(room.roll).toContainText('1–20 of 500');
    await page.getByRole('button', { name: 'After' }).last().click();
    await expect(room.roll).toContainText('21–40 of 500');
    expect(room.problems).toEqual([]);
  },
);

for (const problem of ['one-knob', 'dropout', 'three-knobs'] as const)
  test(`a class of ${problem} is drawn, hidden and revealed`, THOROUGH, async ({ page }) => {
    const challenge = { problem, trials: 6, help: 'blind', seed: 5 } as const;
    const room = new ClassPage(page);
    await room.open();
    await room.read(pasted(12, 1, challenge));
    await room.drawn();
    const planes = problem === 'three-knobs' ? 3 : 1;
    await expect(room.seen.locator('[data-mark=crowd]')).toHaveCount(planes);
    const json = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Everything as JSON' }).click();
    const { results } = JSON.parse(await readFile(await (await json).path(), 'utf8')) as {
      results: { points?: number[][]; course?: number[]; gap: number | null }[];
    };
    // A worker's replay is Node's, to the last bit.
    expect(results.flatMap(({ points, course, gap }) => (points ? [{ points, course, gap }] : []))).toEqual(
      gamesOf(12, challenge).map((game) => {
        const { best, final } = replay(game);
        return { points: game.moves, course: [...best], gap: final.gap };
      }),
    );
    await room.at(2);
    await page.getByRole('button', { name: 'Reveal the landscape' }).click();
    await expect(room.seen).toHaveAttribute('data-revealed', 'true');
    await expect(room.seen.locator('[data-mark=optimum]').first()).toBeVisible();
    if (problem === 'one-knob') await expect(room.seen.locator('[data-mark=truth]')).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Pictures as PNG' }).click();
    expect((await (await download).path()).length).toBeGreaterThan(0);
    // A window that gets narrower, as a screen that is turned.
    await page.setViewportSize({ width: 700, height: 900 });
    await page.setViewportSize({ width: 390, height: 844 });
    const wide = () =>
      room.seen.locator('svg.plot').evaluateAll((all) => Math.max(...all.map((svg) => svg.clientWidth)));
    await expect.poll(wide).toBeLessThan(390);
    expect(room.problems).toEqual([]);
  });
