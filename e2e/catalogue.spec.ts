import { expect, test } from './test.ts';
import { objectives } from '#core/objectives/index.ts';
import { everybodyCanUse, lookAs } from './axe.ts';
import { LabPage } from './lab.ts';

test('a problem is chosen by its picture, found by its number of knobs, a fact or a word', async ({
  page,
}) => {
  const look = { colorScheme: 'light', width: 1280 } as const;
  await lookAs(page, look);
  const lab = new LabPage(page);
  await lab.open('objective=forrester&budget=6&strategies=random,grid');
  await lab.openSetup('problems');
  const problems = lab.drawer.locator('[data-problem]');
  await expect(problems).toHaveCount(objectives.length);
  await expect(lab.drawer.locator('[data-problem=forrester]')).toHaveAttribute('aria-pressed', 'true');

  const filter = (name: string) => lab.drawer.getByRole('button', { name, exact: true });
  await filter('2 knobs').click();
  await filter('convex').click();
  await expect(problems).toHaveText(
    ['Morphing bowl, 2-D', 'Rotated quadratic', 'Important and unimportant'].map(
      (name) => new RegExp(`^\\s*${name}\\s*$`),
    ),
  );
  await expect(lab.drawer.getByRole('status')).toHaveText('3 problems');
  await everybodyCanUse(page, look, 'problems by picture');

  const search = lab.drawer.getByRole('searchbox');
  await search.fill('no such thing');
  await expect(problems).toHaveCount(0);
  await lab.drawer.getByRole('button', { name: 'Show all problems' }).click();
  await expect(problems).toHaveCount(objectives.length);
  await search.fill('hartmann');
  await problems.click();
  await expect(page).toHaveURL(/objective=hartmann6/);
  await lab.finished();
  expect(await search.inputValue()).toBe('hartmann');

  // One's own needs to be entered: its fields are shown.
  await search.fill('');
  await lab.drawer.locator('[data-problem=formula]').click();
  await expect(page).toHaveURL(/objective=formula/);
  await expect(lab.drawer.getByRole('textbox').first()).toBeVisible();
  expect(lab.problems).toEqual([]);
});
