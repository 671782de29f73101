/** The reader is the tuner: games are played to their end by mouse, touch and keyboard, and nothing is given away before. */
import { expect, test } from './test.ts';
import { HELPS, OFFERED, challengeCode, usualChallenge, type Challenge } from '#core/play/challenge.ts';
import { problemOfChallenge, replay } from '#core/play/replay.ts';
import { readGame } from '#core/play/result-code.ts';
import { PlayPage } from './play.ts';
import { THOROUGH, visit } from './visit.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const NAMES = OFFERED;
/** Of any game, so many trials are enough to see how it is played. */
const short = (challenge: Challenge, trials = 3): Challenge => ({ ...challenge, trials });
const gameIn = (code: string) => {
  const read = readGame(code);
  if (!('game' in read)) throw new Error(read.problem.key);
  return read.game;
};

test('a game from its code to its result: nothing is shown before the end, and all of it then', async ({
  page,
}) => {
  const challenge = usualChallenge('one-knob', 77);
  const play = new PlayPage(page);
  await test.step('a link with a wrong code opens the choice of games, and says so', async () => {
    await visit(page, '#/play/ABC');
    await expect(play.start.getByRole('alert')).toContainText('3');
    await expect(play.start.getByLabel('Code of a challenge')).toHaveValue('ABC');
  });
  await play.open();

  await test.step('a wrong code says what is wrong, and stays to be mended', async () => {
    const field = play.start.getByLabel('Code of a challenge');
    await field.fill('8E0-00u0');
    await field.press('Enter');
    await expect(play.start.getByRole('alert')).toContainText('“u”');
    await expect(field).toHaveValue('8E0-00u0');
    await field.fill(challengeCode(challenge).toLowerCase());
    await field.press('Enter');
    await play.game.waitFor();
    expect(page.url()).toContain(`#/play/${challengeCode(challenge)}`);
  });
  await test.step('its goal is said, trials are made by clicks, and each result is announced', async () => {
    await expect(play.game.getByRole('heading', { level: 2 })).toContainText('One knob, 8 trials');
    await expect(play.said).toContainText('Your turn');
    for (let i = 0; i < 3; i++) {
      await play.press(i, 'click');
      await play.told(i + 1);
      await expect(play.said).toContainText(`Trial ${i + 1}: `);
    }
    await expect(play.said).toHaveAttribute('role', 'status');
  });
  await test.step('a reload takes nothing away, and there is nothing to take back', async () => {
    await page.reload();
    await play.told(3);
    await expect(page.getByRole('button', { name: /Undo/ })).toHaveCount(0);
  });
  await test.step('typing places a trial, and what cannot be read is named', async () => {
    const field = play.form.getByRole('textbox');
    await field.fill('2');
    await field.press('Enter');
    await expect(play.said).toContainText('2 is outside its range, 0 to 1.');
    await expect(field).toHaveValue('2');
    await field.fill('0.5');
    await field.press('Enter');
    await play.told(4);
    await play.playOn(8, 'click', 4);
    await expect(play.said).toContainText('That was your last trial.');
    await expect(page.locator('[data-mark=truth], [data-mark=optimum]')).toHaveCount(0);
  });
  await test.step('the landscape is revealed with the player on it, in the race and on the ranking', async () => {
    await play.look();
    const own = play.reveal.getByTestId('panel-manual');
    await expect(own.locator('[data-mark=truth]')).toBeVisible();
    await expect(own.locator('[data-mark=sample]')).toHaveCount(8);
    await expect(own.locator('[data-mark=trail]')).toHaveAttribute('data-count', '8');
    await expect(play.reveal.getByTestId('panel-random').locator('[data-mark=trail]')).toHaveCount(0);
    await expect(play.reveal.locator('[data-mark=optimum]').first()).toBeAttached();
    await expect(play.reveal.locator('.ranking')).toContainText('You');
    await expect(play.reveal.locator('[data-part=advice] .advice')).not.toBeEmpty();
  });
  const code = await play.resultCode();
  await test.step('the result code holds the very game', () => {
    const { challenge: of, moves } = gameIn(code);
    expect(of).toEqual(challenge);
    expect(moves).toHaveLength(8);
    expect(moves[3]).toEqual([0.5]);
  });
  await test.step('a name stands before it, and survives a reload, as the end does', async () => {
    await play.reveal.getByLabel('Name, if you like').fill('Anna');
    expect(await play.resultCode()).toBe(`Anna: ${code}`);
    await page.reload();
    await play.reveal.waitFor();
    expect(await play.resultCode()).toBe(`Anna: ${code}`);
  });
  await test.step('200 runs of each say where the player stands', async () => {
    await play.counted();
    const { best, final } = replay(gameIn(code));
    expect(Math.min(...best)).toBe(final.value);
    // The page replays it to the same bits.
    await expect(play.reveal).toHaveAttribute('data-value', `${final.value}`);
    await expect(play.reveal).toHaveAttribute('data-gap', `${final.gap}`);
    await expect(play.reveal.locator('[data-part=standings] li')).toHaveCount(4);
    await expect(play.reveal.locator('[data-part=standings] li').first()).toContainText(
      /\d\s?% of Random search/,
    );
  });
  await test.step('from there into the Lab, where the same trials stand', async () => {
    await play.reveal.getByRole('link', { name: 'Open in the Lab' }).click();
    await expect(page.getByTestId('panel-manual')).toHaveAttribute('data-status', 'done');
    await expect(page.getByTestId('panel-manual').locator('[data-mark=sample]')).toHaveCount(8);
  });
  expect(play.problems).toEqual([]);
});

test('before a trial nothing on the page depends on the landscape; while one plays, nothing tells its optimum', async ({
  page,
}) => {
  const play = new PlayPage(page);
  for (const [i, name] of NAMES.entries()) {
    const help = HELPS[3 - i];
    await test.step(`${name}, ${help}`, async () => {
      const whole = async (seed: number) => {
        await play.open(usualChallenge(name, seed, help));
        await expect(play.board.locator('[data-mark=pad]').first()).toBeVisible();
        const code = challengeCode(usualChallenge(name, seed, help));
        // A pointer that rests on a picture has a note beside it.
        await page.mouse.move(0, 0);
        await expect(page.locator('.tooltip')).toHaveCount(0);
        return (
          (await page.locator('main').innerHTML())
            .replaceAll(code, 'CODE')
            // Elements are numbered as they are made.
            .replace(/\bc\d+\b/g, 'ID')
        );
      };
      expect(await whole(12)).toBe(await whole(13));
      const challenge = usualChallenge(name, 13, help);
      const { optimum } = problemOfChallenge(challenge);
      for (let k = 0; k < 3; k++) {
        await play.press(k, 'click');
        await play.told(k + 1);
      }
      const html = await page.locator('body').innerHTML();
      await expect(page.locator('[data-mark=truth], [data-mark=optimum]')).toHaveCount(0);
      if (help === 'blind') await expect(page.locator('[data-mark=field], canvas')).toHaveCount(0);
      for (const secret of [optimum.value, ...optimum.at[0]])
        for (const digits of [4, 6, 17]) {
          const text = Number(secret.toPrecision(digits)).toString();
          if (text.length > 4) expect(html).not.toContain(text);
        }
    });
  }
  expect(play.problems).toEqual([]);
});

test('players take turns on the same problem, and see each other at the end', THOROUGH, async ({ page }) => {
  const play = new PlayPage(page);
  await play.open();
  await play.start.getByRole('button', { name: 'One player more' }).click();
  await play.start.getByLabel('Name of player 1').fill('Anna');
  const challenge = short(usualChallenge('two-knobs', 21), 2);
  await play.start.getByLabel('Code of a challenge').fill(challengeCode(challenge));
  await play.start.getByLabel('Code of a challenge').press('Enter');
  await play.playOn(2);
  await expect(play.game.getByRole('heading', { level: 2 })).toContainText('Anna');
  await play.form.getByRole('button', { name: 'Pass on to Player 2' }).click();
  await play.told(0);
  await expect(play.board.locator('[data-mark=sample]')).toHaveCount(0);
  await play.playOn(2, 'keys');
  await play.look();
  const table = play.reveal.locator('[data-part=players] tbody tr');
  await expect(table).toHaveCount(2);
  const codes: string[] = [];
  for (const name of ['Anna', 'Player 2']) {
    await table.getByRole('button', { name }).click();
    codes.push((await play.resultCode()).replace(/^.*: /, ''));
    await expect(play.reveal.getByTestId('panel-manual').locator('[data-mark=sample]')).toHaveCount(2);
  }
  expect(codes[0]).not.toBe(codes[1]);
  for (const code of codes) expect(gameIn(code).challenge).toEqual(challenge);
  expect(play.problems).toEqual([]);
});

test(
  'a game is ended early: asked once more, and what was made is its result',
  THOROUGH,
  async ({ page }) => {
    const play = new PlayPage(page);
    const challenge = short(usualChallenge('dropout', 9), 5);
    await play.open(challenge);
    const end = page.getByRole('button', { name: 'End here' });
    await expect(end).toHaveCount(0);
    await play.playOn(2, 'click', 0, false);
    await end.focus();
    await page.keyboard.press('Enter');
    const asked = page.locator('[data-part=ending]');
    await expect(asked).toContainText('trials made: 2, unused: 3');
    await expect(asked.getByRole('button', { name: 'Play on' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(asked).toHaveCount(0);
    await expect(end).toBeFocused();
    await play.press(2, 'click');
    await play.told(3);
    await end.click();
    await asked.getByRole('button', { name: 'End and reveal' }).click();
    await play.reveal.waitFor();
    await expect(play.reveal.getByRole('heading', { level: 2 })).toContainText('ended after 3 of 5 trials');
    const { challenge: of, moves } = gameIn(await play.resultCode());
    expect(of).toEqual(challenge);
    expect(moves).toHaveLength(3);
    await page.reload();
    await play.reveal.waitFor();
    expect(gameIn(await play.resultCode()).moves).toEqual(moves);
    expect(play.problems).toEqual([]);
  },
);

test('whoever leaves a game that is over finds all games, or the next one', THOROUGH, async ({ page }) => {
  const play = new PlayPage(page);
  const challenge = short(usualChallenge('one-knob', 9), 2);
  const next = short(challenge, 3);
  await play.open(challenge);
  await play.playOn(2);
  await play.look();
  await page.evaluate((code) => (location.hash = `#/play/${code}`), challengeCode(next));
  // Another page, and back: the game goes on.
  await play.press(0, 'click');
  await play.told(1);
  await page.evaluate(() => (location.hash = '#/learn'));
  await expect(page.locator('[data-chapter=random]')).toBeVisible();
  await page.goBack();
  await play.playOn(3, 'click', 1);
  await page.goBack();
  await play.reveal.waitFor();
  // In the middle of a name: the field is left by its going, which is heard while the rest goes.
  await play.reveal.getByLabel(/^Name/).fill('🙂');
  await page.evaluate(() => (location.hash = '#/play'));
  await play.start.waitFor();
  await page.goBack();
  await play.reveal.getByRole('link', { name: 'All games' }).click();
  await play.start.waitFor();
  expect(play.problems).toEqual([]);
});

test('help shows what it says, and no more', THOROUGH, async ({ page }) => {
  const play = new PlayPage(page);
  for (const help of HELPS)
    await test.step(help, async () => {
      await play.open(usualChallenge('one-knob', 31, help));
      for (let i = 0; i < 2; i++) {
        await play.press(i, 'click');
        await play.told(i + 1);
      }
      const { board } = play;
      await expect(board.locator('[data-mark=mean]')).toHaveCount(help === 'blind' ? 0 : 1);
      await expect(board.locator('[data-mark=acquisition]')).toHaveCount(help === 'acquisition' ? 1 : 0);
      const band = board.locator('[data-mark=band]');
      if (help === 'blind') await expect(band).toHaveCount(0);
      else if (help === 'mean') {
        // As wide as the mean is thick.
        const [mean, area] = await Promise.all(
          [board.locator('[data-mark=mean]'), band].map((path) =>
            path.evaluate((one: SVGGraphicsElement) => one.getBBox().height),
          ),
        );
        expect(area).toBeCloseTo(mean, 0);
      } else await expect(band).toHaveCount(1);
    });
  expect(play.problems).toEqual([]);
});

for (const how of ['click', 'tap', 'keys'] as const)
  test.describe(how, () => {
    test.use(
      how === 'tap'
        ? { hasTouch: true, viewport: { width: 390, height: 844 } }
        : { viewport: { width: 1280, height: 720 } },
    );
    test(`every game is played to its end: ${how}`, THOROUGH, async ({ page }) => {
      const play = new PlayPage(page);
      for (const [i, name] of NAMES.entries())
        await test.step(name, async () => {
          const challenge = short(usualChallenge(name, 50 + i, HELPS[i]));
          await play.open(challenge);
          const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(await wide()).toBe(0);
          await play.playOn(3, how);
          expect(await wide()).toBe(0);
          if (how !== 'tap') {
            // A projector shows the game without scrolling.
            const { bottom } = await play.form.evaluate((form) => form.getBoundingClientRect());
            expect(bottom + (await page.evaluate(() => scrollY))).toBeLessThanOrEqual(720);
          }
          await play.look(how);
          await play.counted();
          expect(await wide()).toBe(0);
          const { challenge: of, moves } = gameIn(await play.resultCode());
          expect(of).toEqual(challenge);
          expect(new Set(moves.map(String)).size).toBe(3);
        });
      expect(play.problems).toEqual([]);
    });
  });
