/**
 * A monkey plays with every page: nothing throws, no page goes blank, no task takes long; over a thousand steps and more, what
 * was opened is let go. `MONKEY_SEED=7 MONKEY_STEPS=2000 npx playwright test monkey` plays otherwise, and for most of an hour.
 */
import { readdirSync } from 'node:fs';
import { expect, test, type Page } from './test.ts';
import { challengeCode, usualChallenge } from '#core/play/challenge.ts';
import { longTasks, type Task } from '../tools/own-tasks.ts';
import { heldBy, Monkey, type Held } from './monkey.ts';
import { THOROUGH, visit } from './visit.ts';

const SEED = process.env.MONKEY_SEED ?? '16';
const STEPS = Number(process.env.MONKEY_STEPS ?? 150);
/** Fewer steps leave no more than what is kept for next time. */
const WEIGHED = STEPS >= 1000;
/** Of a task, in ms of the page's own time, recording included. */
const LONGEST = 200;
/** Steps between two looks at the tasks: a recording of all of them would fill the memory. */
const RECORDED = 200;
/** Steps before anything is weighed: what is kept for next time (pictures, texts, templates of parts) is there then. */
const WARMING = 800;

const PLACES = {
  'the front door': '#/home',
  'the Lab': '#/lab?objective=branin&budget=12',
  'the Arena': '#/arena',
  'the Arena’s hours': '#/arena/hours',
  'the Arena’s dimensions': '#/arena/dimensions',
  'the Assumptions page': '#/assumptions',
  'the course': '#/learn',
  'a chapter': '#/learn/tuning',
  'the choice of games': '#/play',
  'a game': `#/play/${challengeCode(usualChallenge('dropout', 5, 'blind'))}`,
  'a class': '#/class',
  'a frame of another page': '#/lab?embed=setup&objective=forrester&budget=8',
} as const;
const everywhere = Object.values(PLACES);

/** A small question, standing still, with nothing open: what is held here was let go of by everything else. */
async function quiet(page: Page): Promise<Held> {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const hash of [
    '#/learn',
    '#/play',
    '#/class',
    '#/arena',
    '#/home',
    '#/lab?objective=forrester&budget=4&strategies=random&t=4&lang=en&embed=no',
  ]) {
    await visit(page, hash);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(300);
  }
  await expect(page.locator('[data-testid^=panel-]').first()).toHaveAttribute('data-status', 'done');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.waitForTimeout(1500);
  return heldBy(page);
}

for (const [name, home] of Object.entries(PLACES))
  test(
    `a monkey plays with ${name}: ${STEPS} steps from seed ${SEED}`,
    THOROUGH,
    async ({ page, browser }) => {
      test.setTimeout(180_000 + (STEPS + WARMING) * 600);
      await play(page, name, home, STEPS, (work) => longTasks(browser, page, LONGEST, work), WEIGHED);
    },
  );

test(`a monkey plays with the Lab for a while, from seed ${SEED}`, THOROUGH, async ({ page, browser }) => {
  await play(
    page,
    'the Lab, for a while',
    PLACES['the Lab'],
    100,
    (work) => longTasks(browser, page, LONGEST, work),
    false,
  );
});

async function play(
  page: Page,
  name: string,
  home: string,
  steps: number,
  watched: (work: () => Promise<void>) => Promise<Task[]>,
  weighed: boolean,
) {
  const problems: string[] = [];
  const monkey = new Monkey(page, `${SEED} ${name}`, home, everywhere);
  const problem = (words: string) => problems.push(`${words}\nafter\n${monkey.tail()}`);
  page.on('pageerror', (error) => problem(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problem(message.text());
  });
  await Monkey.tame(page);
  // All code, and all that comes late, in both languages, is there before anything is weighed.
  if (weighed) {
    await page.goto(`/${home}`);
    // What drives the browser puts its own into the page, once: 13 listeners and half a megabyte, of which the app knows nothing.
    await page.locator('body').evaluate(() => {});
    await page.evaluate(
      (files) => Promise.all(files.map((file) => import(new URL(`assets/${file}`, document.baseURI).href))),
      readdirSync('dist/assets').filter((file) => /\.js$/.test(file) && !file.includes('worker')),
    );
    for (const lang of ['zh', 'en'])
      for (const hash of everywhere) {
        await visit(page, `${hash}${hash.includes('?') ? '&' : '?'}lang=${lang}`);
        await page.waitForTimeout(200);
      }
    await page.waitForLoadState('networkidle');
  }
  await visit(page, home);
  let before: Held | undefined;
  if (weighed) {
    for (let step = 0; step < Math.min(WARMING, steps); step++) await monkey.step();
    before = await quiet(page);
    await visit(page, home);
  }
  for (let from = 0; from < steps; from += RECORDED)
    for (const { ms, after } of await watched(async () => {
      for (let step = from; step < Math.min(steps, from + RECORDED); step++) await monkey.step();
    })) {
      const index = Number(after.split(' ')[1]);
      problems.push(`a task of ${ms.toFixed(0)} ms after ${after}\n${monkey.tail(index + 1, 4)}`);
    }
  expect.soft(problems.slice(0, 10)).toEqual([]);
  if (!before) return;
  const held = await quiet(page);
  for (const [what, most] of Object.entries(before)) {
    const now = held[what as keyof Held];
    test.info().annotations.push({ type: what, description: `${most} → ${now}` });
    expect.soft(now, `${what}: it was ${most}`).toBeLessThanOrEqual(most * 1.1);
  }
}
