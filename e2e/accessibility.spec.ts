/**
 * Everybody can use every page. Themes, widths, languages and states are shared out over as few looks as show each of
 * them on every page; looks at one state share its page.
 */
import { expect, test } from './test.ts';
import { strategies } from '#core/strategies/index.ts';
import { ArenaPage, fileOf, SMALL } from './arena.ts';
import { AssumptionsPage } from './assumptions.ts';
import { everybodyCanReadItProjected, everybodyCanUse, lookAs } from './axe.ts';
import { HELPS, OFFERED, usualChallenge } from '#core/play/challenge.ts';
import { ClassPage, pasted } from './class.ts';
import { LabPage, openMenu } from './lab.ts';
import { PlayPage } from './play.ts';
import { THOROUGH } from './visit.ts';

const every = strategies.map(({ id }) => id);
/** In a study nobody places trials: the reader's own are none, and another strategy takes over. */
const everyStudied = strategies.map(({ id, waits }) => (waits ? { id, params: { then: 'random' } } : id));
const all = `strategies=${every.join(',')}`;

for (const [title, details, looks] of [
  ['a phone', {}, [['a phone, light, one dimension', 'light', 390, 'objective=forrester&t=9']]],
  [
    'more widths, themes and strategies',
    THOROUGH,
    [
      ['a laptop, dark, two dimensions', 'dark', 1280, 'objective=branin&t=12'],
      ['a projector, light, six dimensions', 'light', 1920, 'objective=hartmann6&budget=12&t=8'],
      ['a phone, dark, all strategies', 'dark', 390, `objective=branin&budget=14&t=12&${all}`],
      ['a laptop, light, all strategies', 'light', 1280, `objective=forrester&budget=14&t=12&${all}`],
    ],
  ],
] as const)
  test(`the Lab has no serious accessibility violation: ${title}`, details, async ({ page }) => {
    const lab = new LabPage(page);
    for (const [name, colorScheme, width, query] of looks) {
      await test.step(name, async () => {
        await lookAs(page, { colorScheme, width });
        await lab.open(query);
        await lab.finished();
        await lab.openSetup();
        const more = page.getByRole('button', { name: /\d+ more/ });
        if (await more.isVisible()) await more.click();
        await everybodyCanUse(page, { colorScheme, width }, name);
        if (!query.includes(all)) await everybodyCanReadItProjected(page, name);
      });
    }
    expect(lab.problems).toEqual([]);
  });

test('the Assumptions page has no serious accessibility violation', THOROUGH, async ({ page }) => {
  const assumptions = new AssumptionsPage(page);
  for (const [name, colorScheme, width, query] of [
    ['a phone, light, a rippled curve with noise', 'light', 390, 'objective.ripple=0.12&noise=0.03'],
    [
      'a laptop, dark, an interaction',
      'dark',
      1280,
      'objective=morph-2d&objective.rotation=30&objective.conditioning=20',
    ],
    ['a projector, light, six dimensions', 'light', 1920, 'objective=hartmann6&presenter=1'],
    ['a phone, dark, a map', 'dark', 390, 'objective=morph-2d&objective.ripple=0.2&lang=zh'],
  ] as const) {
    await test.step(name, async () => {
      await lookAs(page, { colorScheme, width });
      await assumptions.open(query);
      await everybodyCanUse(page, { colorScheme, width }, name);
      await everybodyCanReadItProjected(page, name);
    });
  }
  expect(assumptions.problems).toEqual([]);
});

test('the Play page has no serious accessibility violation', THOROUGH, async ({ page }) => {
  const play = new PlayPage(page);
  const looks = [
    { colorScheme: 'light', width: 390 },
    { colorScheme: 'dark', width: 1280 },
    { colorScheme: 'light', width: 1920 },
    { colorScheme: 'dark', width: 390 },
  ] as const;
  await lookAs(page, looks[0]);
  await play.open(undefined);
  await play.start.getByRole('button', { name: 'One player more' }).click();
  await play.start.getByLabel('Code of a challenge').fill('ABC');
  await play.start.getByLabel('Code of a challenge').press('Enter');
  await expect(play.start.getByRole('alert')).not.toBeEmpty();
  await everybodyCanUse(page, looks[0], 'the choice of games');
  await everybodyCanReadItProjected(page, 'the choice of games');
  await play.start.getByRole('button', { name: 'One player fewer' }).click();
  for (const [i, name] of OFFERED.entries())
    await test.step(name, async () => {
      const look = looks[i];
      await lookAs(page, look);
      const challenge = { ...usualChallenge(name, 60 + i, HELPS[3 - i]), trials: 4 };
      await play.open(challenge, i % 2 === 1 ? 'lang=zh' : 'lang=en');
      await play.playOn(2, 'click', 0, false);
      await everybodyCanUse(page, look, `${name}, in the game`);
      await everybodyCanReadItProjected(page, `${name}, in the game`);
      await play.playOn(4, 'click', 2);
      await play.look();
      await play.counted();
      await play.reveal.locator('[data-part=sharing] summary').click();
      await everybodyCanUse(page, look, `${name}, revealed`);
      await everybodyCanReadItProjected(page, `${name}, revealed`);
    });
  expect(play.problems).toEqual([]);
});

test('the Class page has no serious accessibility violation', THOROUGH, async ({ page }) => {
  const room = new ClassPage(page);
  for (const [name, colorScheme, width, revealed] of [
    ['a phone, light, a class of the tuner’s chair', 'light', 390, false],
    ['a laptop, dark, revealed', 'dark', 1280, true],
  ] as const)
    await test.step(name, async () => {
      await lookAs(page, { colorScheme, width });
      await room.open();
      if (!revealed) {
        await everybodyCanUse(page, { colorScheme, width }, 'nobody has played');
        await room.read(pasted(8, 2, { problem: 'dropout', trials: 6, help: 'blind', seed: 3 }));
      }
      await room.drawn();
      await page.getByRole('button', { name: 'Best', exact: true }).click();
      if (revealed) {
        await page.getByRole('button', { name: 'Reveal the landscape' }).click();
        await room.seen.locator('[data-mark=optimum]').waitFor();
        await page.getByRole('button', { name: 'Rename Player 2' }).click();
      }
      await everybodyCanUse(page, { colorScheme, width }, name);
      await everybodyCanReadItProjected(page, name);
    });
  expect(room.problems).toEqual([]);
});

for (const [name, raw, empty, english, chinese] of [
  [
    'five strategies',
    SMALL,
    { colorScheme: 'dark', width: 1280 },
    { colorScheme: 'dark', width: 1280 },
    { colorScheme: 'light', width: 390 },
  ],
  [
    'all strategies',
    { ...SMALL, strategies: everyStudied, budget: 8, repeats: 3 },
    { colorScheme: 'light', width: 390 },
    { colorScheme: 'dark', width: 390 },
    { colorScheme: 'light', width: 1920 },
  ],
] as const) {
  test(`the Arena has no serious accessibility violation: ${name}`, THOROUGH, async ({ page }) => {
    const arena = new ArenaPage(page);
    await lookAs(page, empty);
    await arena.open();
    await everybodyCanUse(page, empty, 'nothing run');

    await lookAs(page, english);
    await arena.give(raw);
    await arena.run();
    await arena.complete();
    await page.getByText('Put it together yourself').click();
    await arena.conclusions.locator('summary').click();
    // Every table once; those of all strategies are larger ones of the same kinds, eleven thousand elements.
    if (raw === SMALL)
      for (const table of await page.getByText('Table behind the chart').all()) await table.click();
    await arena.drop(fileOf('foreign.csv', 'a,b\n1,2\n'));
    await expect(arena.notices).toContainText('foreign.csv');
    await everybodyCanUse(page, english, 'English, with results');
    if (raw === SMALL) await everybodyCanReadItProjected(page, 'with results');

    const tab = (name: string) => page.getByRole('navigation').getByRole('link', { name }).click();
    const clock = page.getByTestId('wall-clock');
    const curse = page.getByTestId('curse');
    await tab('Dimensions');
    await curse.waitFor();
    if (raw === SMALL) {
      await curse.getByTestId('hit-target').getByRole('button').first().click();
      await expect(curse).toHaveAttribute('data-status', 'done');
    }
    await everybodyCanUse(page, english, 'English, dimensions');
    await everybodyCanReadItProjected(page, 'dimensions');
    await tab('Hours');
    await expect(clock).toHaveAttribute('data-busy', 'false');
    if (raw === SMALL) {
      await clock.getByText('How long training and thinking take').click();
      await clock.getByLabel('Add what is made for several machines').check();
      await expect(clock).toHaveAttribute('data-busy', 'false');
    }
    await everybodyCanUse(page, english, 'English, hours');
    if (raw === SMALL) await everybodyCanReadItProjected(page, 'hours');

    await lookAs(page, chinese);
    await openMenu(page);
    await page.getByRole('button', { name: '简体中文' }).click();
    // On a phone the menu lies over the page.
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: '墙钟时间' })).toBeVisible();
    await expect(clock).toHaveAttribute('data-busy', 'false');
    await everybodyCanUse(page, chinese, 'Chinese, hours');
    await tab('维数');
    await expect(curse.getByTestId('grid-cost')).toContainText('5¹⁰ = 977 万次试验');
    if (raw === SMALL) await expect(curse.getByTestId('hit-target')).toContainText('随机搜索：击中');
    await everybodyCanUse(page, chinese, 'Chinese, dimensions');
    await tab('实验研究');
    await arena.complete();
    await everybodyCanUse(page, chinese, 'Chinese, with results');
    expect(arena.problems).toEqual([]);
  });
}
