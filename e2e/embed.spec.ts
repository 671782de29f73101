/** Frames of other pages: the stage or a single figure on a page of another origin, with a policy of its own. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Frame, type Page } from './test.ts';
import { ArenaPage, SMALL } from './arena.ts';
import { violations } from './axe.ts';
import { LabPage } from './lab.ts';
import { THOROUGH, visit } from './visit.ts';

const QUERY = 'lang=en&objective=branin&budget=8&strategies=grid,random&t=5';

/** A page elsewhere, whose policy allows frames of the app and nothing else. */
let host: Server;
let body = '';
test.beforeAll(async ({ baseURL }) => {
  const app = new URL(baseURL!).origin;
  host = createServer((_, response) =>
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `default-src 'none'; frame-src ${app}; require-trusted-types-for 'script'`,
      })
      .end(`<!doctype html><html lang="en"><title>Elsewhere</title><p>Before</p>${body}<p>After</p>`),
  ).listen(0);
  await new Promise((there) => host.once('listening', there));
});
test.afterAll(() => new Promise((gone) => host.close(gone)));

async function framed(page: Page, code: string): Promise<Frame[]> {
  body = code;
  await page.addInitScript(() => (window.requestIdleCallback = () => 0));
  await page.goto(`http://localhost:${(host.address() as AddressInfo).port}/`);
  return Promise.all(
    (await page.locator('iframe').elementHandles()).map(async (one) => (await one.contentFrame())!),
  );
}
const frameOf = (src: string, width: number, height: number, more = '') =>
  `<iframe src="${src.replaceAll('&', '&amp;')}" title="A run" width="${width}" height="${height}" frameborder="0" ${more}></iframe>`;

/** Nothing is cut off, and nothing scrolls. */
const fits = (frame: Frame) =>
  frame.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return scrollWidth <= innerWidth && scrollHeight <= innerHeight;
  });
const drawn = (frame: Frame, strategy: string) =>
  expect(frame.getByTestId(`panel-${strategy}`).locator('[data-mark=sample]').first()).toBeVisible();

test('a stage, its parts and a figure of the course stand in frames, as large as those', async ({
  page,
  baseURL,
}) => {
  const lab = (more: string) => `${baseURL}/#/lab?${QUERY}&embed=1${more}`;
  const [stage, picture, race, figure, low] = await framed(
    page,
    frameOf(lab(''), 900, 560) +
      frameOf(lab('&focus=random&hide=pictures,race,ranking'), 480, 320) +
      frameOf(lab('&hide=pictures,ranking'), 480, 320) +
      frameOf(`${baseURL}/#/learn/tuning?lang=en&embed=1`, 760, 500) +
      frameOf(lab(''), 480, 320),
  );
  await test.step('the stage', async () => {
    await drawn(stage, 'grid');
    await drawn(stage, 'random');
    await expect(stage.locator('[data-part=race]')).toBeVisible();
    await expect(stage.locator('header nav, header .opener, [data-opens=drawer]')).toHaveCount(0);
    await expect(stage.getByTestId('notices')).toHaveText('');
    await expect.poll(() => fits(stage)).toBe(true);
    const link = stage.getByRole('link', { name: 'Open in Trial by Trial' });
    await expect(link).toHaveAttribute('href', /#\/lab\?.*objective=branin.*t=5$/);
    await expect(link).toHaveAttribute('target', '_blank');
  });
  await test.step('one picture, which no key puts away', async () => {
    await drawn(picture, 'random');
    await expect(picture.locator('[data-part=panel]')).toHaveCount(1);
    await expect(picture.locator('[data-part=race], [data-part=ranking]')).toHaveCount(0);
    await picture.locator('[data-part=stage]').click({ position: { x: 5, y: 5 } });
    for (const key of ['Escape', '1', 'ArrowRight']) await page.keyboard.press(key);
    await expect(picture.getByTestId('panel-random')).toHaveAttribute('data-trial', '6');
    await expect.poll(() => fits(picture)).toBe(true);
  });
  await test.step('the race', async () => {
    await expect(race.locator('[data-part=race] path').first()).toBeVisible();
    await expect(race.locator('[data-part=panel], [data-part=ranking]')).toHaveCount(0);
    const { height } = (await race.locator('[data-part=race]').boundingBox())!;
    expect(height).toBeGreaterThan(180);
    await expect.poll(() => fits(race)).toBe(true);
  });
  await test.step('a figure of the course, without its text', async () => {
    await expect(figure.locator('[data-part=figure] [data-part=panel]').first()).toBeVisible();
    await expect(figure.locator('[data-section]')).toHaveCount(0);
    await expect(figure.locator('[data-part=door]')).toHaveAttribute('href', /^(?!.*embed)#\/lab/);
    await expect.poll(() => fits(figure)).toBe(true);
  });
  await test.step('what grows is laid out anew', async () => {
    const iframe = page.locator('iframe').last();
    // What is not on screen is not drawn.
    await iframe.scrollIntoViewIfNeeded();
    await drawn(low, 'random');
    await expect(low.locator('[data-part=race]')).toHaveCount(0);
    await expect.poll(() => fits(low)).toBe(true);
    const height = async () => (await low.getByTestId('panel-random').boundingBox())!.height;
    const before = await height();
    await iframe.evaluate((one: HTMLIFrameElement) => ((one.width = '1100'), (one.height = '700')));
    await expect(low.locator('[data-part=race]')).toBeVisible();
    await expect.poll(height).toBeGreaterThan(before + 50);
    await expect.poll(() => fits(low)).toBe(true);
    await iframe.evaluate((one: HTMLIFrameElement) => ((one.width = '320'), (one.height = '320')));
    await expect(low.locator('[data-part=panel]:visible')).toHaveCount(1);
    await expect.poll(() => fits(low)).toBe(true);
  });
});

test(
  'a figure of the Arena stands alone in a frame, which runs its study and keeps nothing',
  THOROUGH,
  async ({ page, context, baseURL }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const arena = new ArenaPage(page);
    await arena.open();
    await arena.give(SMALL);
    await arena.run();
    await arena.complete();
    const told = (of: Page | Frame) =>
      of.locator('[data-figure=regret] [data-mark=line]').first().getAttribute('d');
    const before = await told(page);
    const codes: string[] = [];
    for (const name of ['regret', 'ranks']) {
      await page.locator(`[data-figure=${name}] [data-part=embed] button`).click();
      await expect(page.locator(`[data-figure=${name}] [data-part=embed]`)).toContainText('copied');
      codes.push(await page.evaluate(() => navigator.clipboard.readText()));
    }
    expect(codes[0]).toMatch(/#\/arena[^"]*figure=regret/);
    // One problem is looked at, and no other is computed.
    expect([codes[0].includes('branin'), codes[1].includes('branin')]).toEqual([false, true]);
    const bare = frameOf(`${baseURL}/#/arena/dimensions?lang=en&embed=1&figure=grid-cost`, 760, 480);
    const hours = frameOf(`${baseURL}/#/arena/hours?lang=en&embed=1&figure=makespans`, 760, 480);
    const frames = await framed(page, `${codes.join('')}${bare}${hours}`);
    for (const [i, name] of ['regret', 'ranks', 'grid-cost', 'makespans'].entries())
      await test.step(name, async () => {
        await page.locator('iframe').nth(i).scrollIntoViewIfNeeded();
        const figure = frames[i].locator(`[data-figure=${name}]`);
        await expect(figure).toBeVisible({ timeout: 60_000 });
        await expect(figure.locator('svg, table').first()).toBeVisible();
        await expect(frames[i].locator('[data-figure]:visible')).toHaveCount(1);
        await expect(frames[i].locator('h2:visible, form:visible, input:visible, nav:visible')).toHaveCount(
          0,
        );
        expect(await violations(frames[i] as unknown as Page)).toEqual([]);
      });
    await expect(frames[0].locator('[data-part=coming]')).toHaveCount(0);
    const link = frames[0].getByRole('link', { name: 'Open in Trial by Trial' });
    await expect(link).toHaveAttribute('href', /^(?!.*figure)#?.*#\/arena.*study=/);
    await test.step('what was kept before is kept', async () => {
      await page.goto(`${baseURL}/#/arena?lang=en`);
      await arena.complete();
      expect(await told(page)).toBe(before);
      await expect(page.locator('[data-figure=ranks]')).toContainText('Branin');
    });
    await test.step('a figure that there is none of is said, and the page stands', async () => {
      await visit(page, '#/arena?lang=en&figure=no-such-figure');
      await expect(page.getByTestId('notices')).toContainText(/figure.*no-such-figure.*regret/);
      await expect(page.locator('[data-figure=ranks]')).toBeVisible();
    });
  },
);

test('the copied code shows what was chosen, elsewhere', THOROUGH, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = new LabPage(page);
  await lab.open(QUERY);
  await lab.openSetup('keep');
  const embed = lab.drawer.locator('[data-part=embed]');
  await embed.getByLabel('For a frame in another page').selectOption({ label: 'the picture of Random' });
  await embed.getByRole('button').click();
  await expect(embed).toContainText('Embed code copied');
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toMatch(/^<iframe src="http:[^"<>]*" title="Trial by Trial: [^"]*Random" [^<>]*><\/iframe>$/);
  const [frame] = await framed(page, code);
  await drawn(frame, 'random');
  await expect(frame.locator('[data-part=panel]')).toHaveCount(1);
  await expect(frame.locator('[data-part=race]')).toHaveCount(0);
  await expect.poll(() => fits(frame)).toBe(true);
});

test(
  'a frame that may keep nothing and start no worker says so, and goes on',
  THOROUGH,
  async ({ page, baseURL }) => {
    // Without an origin of its own, a frame is sent scripts by servers only that send them to everybody.
    await page.route(`${baseURL}/**`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'access-control-allow-origin': '*' },
      });
    });
    const [frame, figure] = await framed(
      page,
      frameOf(`${baseURL}/#/lab?${QUERY}&embed=1`, 900, 560, 'sandbox="allow-scripts"') +
        frameOf(`${baseURL}/#/learn/tuning?lang=zh&embed=1`, 760, 500, 'sandbox="allow-scripts"'),
    );
    expect(await frame.evaluate(() => window.origin)).toBe('null');
    await drawn(frame, 'grid');
    await drawn(frame, 'random');
    for (const id of ['grid', 'random'])
      await expect(frame.getByTestId(`panel-${id}`)).toHaveAttribute('data-status', 'done');
    const said = frame.locator('[data-part=frame] [role=status]');
    await expect(said).toContainText('This frame allows no workers');
    await expect(said).toContainText('This frame keeps nothing');
    await expect(figure.locator('[data-part=figure] [data-part=panel]').first()).toBeVisible();
    await expect(figure.locator('[data-part=frame]')).toContainText('后台线程');
    await expect.poll(() => fits(figure)).toBe(true);
    // The keeper of results is a worker, too, and has a database.
    await frame.evaluate(() => (location.hash = '#/arena?lang=en&embed=1'));
    await expect(frame.getByTestId('notices')).toContainText('This browser does not keep results');
    await expect(frame.getByRole('heading', { name: 'Who is better' })).toBeVisible();
    // What is still on its way when the page closes is no fault.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  },
);

test('a frame can be read and worked by everybody, small or large', THOROUGH, async ({ page }) => {
  for (const [width, height] of [
    [320, 320],
    [900, 560],
  ] as const) {
    await page.setViewportSize({ width, height });
    await visit(page, `#/lab?${QUERY}&embed=1`);
    await expect(page.locator('[data-mark=sample]').first()).toBeVisible();
    expect(await violations(page), `${width} × ${height}`).toEqual([]);
  }
});

test('the guide of a page lists what its address may say', async ({ page }) => {
  await visit(page, '#/lab?lang=en&objective=branin&budget=4&strategies=random');
  await page.getByTestId('panel-random').waitFor();
  await page.keyboard.press('?');
  const words = page.locator('dialog[open] [data-part=parameters]');
  await words.locator('summary').click();
  await expect(words.locator('dt')).toContainText(['objective', 'budget', 'embed']);
  await expect(words).toContainText('no | 1 | setup');
});
