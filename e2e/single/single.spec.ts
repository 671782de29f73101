/** One file does everything, opened from a disk. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { ArenaPage, SMALL } from '../arena.ts';
import { missing, VISITS } from '../everywhere.ts';
import { openMenu } from '../lab.ts';
import { expect, test } from '../test.ts';
import { THOROUGH } from '../visit.ts';
import { FILE, singleFile } from './file.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

/** Bytes that a mail or a stick takes without a thought. */
const MOST = 2_500_000;

let address: string;
test.beforeAll(() => {
  address = singleFile();
});

test('it is small, refers to nothing, and its policy knows every script by its hash', THOROUGH, () => {
  expect(statSync(FILE).size).toBeLessThan(MOST);
  const html = readFileSync(FILE, 'utf8');
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1];
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain('worker-src blob:');
  // Made pictures may be seen; workers are the only thing of the kind that runs.
  expect(/script-src ([^;]*)/.exec(policy)![1]).toMatch(/^('sha256-[\w+/=]+' ?){2}$/);
  expect(html.match(/\b(src|href)="(?!data:|#)[^"]*"/g)).toBeNull();
});

test(
  'from a disk, every page works in both languages, and asks nobody for anything',
  THOROUGH,
  async ({ page, context }) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (/error|warning/.test(message.type())) problems.push(message.text());
    });
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    await context.setOffline(true);
    await page.goto(address);
    for (const { hash, shown, tag } of VISITS) {
      await page.evaluate((to) => (location.hash = to), hash);
      await expect.poll(() => page.evaluate(missing, { shown, tag }), { message: hash }).toEqual([]);
    }

    // A study, and what is kept of it.
    const arena = new ArenaPage(page);
    await page.goto('about:blank');
    await page.goto(`${address}#/arena?lang=en`);
    await arena.is(/empty|paused|done/);
    await arena.give(SMALL);
    await arena.run();
    await arena.complete();
    await page.reload();
    await arena.complete();

    // Its links lead to this disk, and it says so.
    await page.evaluate(
      () => (location.hash = '#/lab?lang=en&objective=forrester&budget=5&strategies=random'),
    );
    await page.locator('[data-testid=panel-random][data-status=done]').waitFor();
    await page.locator('[data-opens=drawer][aria-expanded]').click();
    await page.locator('[data-part=drawer] .parts button').nth(3).click();
    await expect(page.getByTestId('file-link')).toContainText('works only here');
    await openMenu(page);
    await expect(page.getByRole('group', { name: 'Language' })).toBeVisible();

    expect(problems).toEqual([]);
    expect(
      asked.filter((url) => !/^(blob|data|about):/.test(url) && url.replace(/[?#].*/, '') !== address),
    ).toEqual([]);
  },
);

test('a damaged file says that it is', THOROUGH, async ({ page, broken }) => {
  const html = readFileSync(FILE, 'utf8');
  const cut = html.replace(/(data-packed="page">[^<]{5000})[^<]*/, '$1');
  const path = test.info().outputPath('damaged.html');
  writeFileSync(path, cut);
  await page.goto(`file://${path}`);
  await expect(page.getByRole('alert').first()).toContainText('could not be unpacked');
  await expect(page.getByRole('alert').last()).toHaveAttribute('lang', 'zh-Hans');
  expect(broken).toEqual([]);
});
