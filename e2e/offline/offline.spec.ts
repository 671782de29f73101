/** After the first visit nothing is needed of the network; a new version comes when somebody says so, and whole. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArenaPage, SMALL } from '../arena.ts';
import { missing, VISITS, type Visit } from '../everywhere.ts';
import { openMenu } from '../lab.ts';
import { expect, test, type BrowserContext, type Page } from '../test.ts';
import { THOROUGH } from '../visit.ts';
import { nextVersion, versionIn } from './next-version.ts';
import { Host } from './server.ts';

test.use({ serviceWorkers: 'allow' });
// All that comes late is waited for.
test.describe.configure({ timeout: 240_000 });

const BUILD = 'dist';
const SMALLEST = '#/lab?lang=en&objective=forrester&budget=4&strategies=random';

const versions = (page: Page) =>
  page.evaluate(async () =>
    (await caches.keys())
      .filter((name) => name.startsWith('trial-by-trial '))
      .map((name) => name.split(' ')[2]),
  );
/** The worker is there, has all files, and answers this page. */
const isKept = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 120_000 })
    .toBe('activated');
const locked = (page: Page, count: number) =>
  expect
    .poll(() =>
      page.evaluate(
        async () =>
          (await navigator.locks.query()).held!.filter(({ name }) => name!.startsWith('trial-by-trial http'))
            .length,
      ),
    )
    .toBe(count);
const runs = (page: Page) => page.locator('[data-testid=panel-random][data-status=done]').waitFor();

function problemsOf(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return problems;
}

let host: Host;
let next: string;
test.beforeEach(async () => {
  host = new Host(BUILD, '/course/2026/tuning/');
  await host.start();
  next = mkdtempSync(join(tmpdir(), 'trial-by-trial-next-'));
});
test.afterEach(async () => {
  await host.stop();
  rmSync(next, { recursive: true, force: true });
});

/** A first visit, and then no network. */
async function cutOff(page: Page, context: BrowserContext) {
  // How far the run is when somebody begins to keep files.
  await page.addInitScript(() => {
    // A blank page has none.
    if (!('serviceWorker' in navigator)) return;
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = function (...given) {
      const panel = document.querySelector<HTMLElement>('[data-testid=panel-random]');
      document.documentElement.dataset.keptAt = panel?.dataset.status ?? 'nothing is there';
      return register.apply(this, given);
    };
  });
  await page.goto(host.url + SMALLEST);
  await runs(page);
  await isKept(page);
  // Until the first picture stands there, and its run is through, nothing is kept for later.
  expect(await page.evaluate(() => document.documentElement.dataset.keptAt)).toBe('done');
  expect(await versions(page)).toEqual([versionIn(BUILD)]);
  await host.stop();
  await context.setOffline(true);
  host.asked.length = 0;
}
async function shows(page: Page, visits: readonly Visit[]) {
  for (const { hash, shown, tag } of visits) {
    await page.evaluate((to) => void (location.hash = to), hash);
    await expect.poll(() => page.evaluate(missing, { shown, tag }), { message: hash }).toEqual([]);
  }
}

test('after the first visit the app is there without the network, pages included that were not opened', async ({
  page,
  context,
}) => {
  const problems = problemsOf(page);
  await cutOff(page, context);
  await page.reload();
  await runs(page);
  await shows(
    page,
    VISITS.filter(({ hash }) => /lang=zh/.test(hash) && /arena|play\?|learn\/grid/.test(hash)),
  );
  expect(problems).toEqual([]);
  expect(host.asked).toEqual([]);
});

test(
  'with the network cut, every page works in both languages, under any path',
  THOROUGH,
  async ({ page, context }) => {
    const problems = problemsOf(page);
    await cutOff(page, context);
    // As somebody comes back the next day, then from page to page.
    await page.goto('about:blank');
    await page.goto(host.url);
    await shows(page, VISITS);
    // With a page of its own, too, and a study.
    const arena = new ArenaPage(page);
    await page.goto(`${host.url}#/arena?lang=en`);
    await page.reload();
    await arena.is(/empty|paused|done/);
    await arena.give(SMALL);
    await arena.run();
    await arena.complete();
    expect(problems).toEqual([]);
    expect(host.asked).toEqual([]);
  },
);

test(
  'a new version is offered, and forced on nobody: not in another tab, not in the middle',
  THOROUGH,
  async ({ page, context }) => {
    const problems = problemsOf(page);
    await page.goto(host.url + SMALLEST);
    await isKept(page);
    const other = await context.newPage();
    await other.goto(host.url + SMALLEST);
    await locked(other, 2);

    const first = versionIn(BUILD);
    nextVersion(BUILD, next, 'help.en', 'Language', 'Tongue');
    host.folder = next;
    const guide = (one: Page) => one.getByRole('group', { name: /^(Language|Tongue)$/ });

    // A reload is no consent.
    await page.reload();
    const offer = page.getByTestId('offer');
    await offer.waitFor({ timeout: 120_000 });
    await openMenu(page);
    await expect(guide(page)).toHaveAccessibleName('Language');
    await page.reload();
    await offer.waitFor({ timeout: 120_000 });
    await offer.getByRole('button', { name: 'Later' }).click();
    await expect(offer).toHaveCount(0);
    expect(await versions(page)).toEqual([first, versionIn(next)]);

    // Accepted from the menu, here.
    await openMenu(page);
    await page.getByRole('button', { name: 'New version: reload' }).click();
    await expect.poll(() => page.locator('meta[name=version]').getAttribute('content')).toBe(versionIn(next));
    await runs(page);
    await openMenu(page);
    await expect(guide(page)).toHaveAccessibleName('Tongue');

    // The other tab has its own version still, files included that no server has any more.
    await expect(other.getByTestId('offer')).toBeVisible();
    await expect(other.locator('meta[name=version]')).toHaveAttribute('content', first);
    const kept = await other.evaluate(async () => {
      const names = performance.getEntriesByType('resource').map(({ name }) => name);
      const old = names.find((name) => /help\.en-/.test(name))!;
      return [(await fetch(old)).status, await (await fetch(old)).text()] as const;
    });
    expect(kept[0]).toBe(200);
    expect(kept[1]).toContain('Language');
    expect(await versions(other)).toEqual([first, versionIn(next)]);

    // When it is closed, nobody needs the old one.
    await other.close();
    await page.reload();
    await expect.poll(() => versions(page), { timeout: 120_000 }).toEqual([versionIn(next)]);
    expect(problems).toEqual([]);
  },
);

test('an app that was taken from its place goes from the browser', THOROUGH, async ({ page }) => {
  await page.goto(host.url + SMALLEST);
  await isKept(page);
  host.folder = undefined;
  await page.reload();
  await runs(page);
  await expect.poll(() => versions(page), { timeout: 120_000 }).toEqual([]);
  expect((await page.goto('about:blank')) ?? undefined).toBeUndefined();
  expect((await page.goto(host.url))!.status()).toBe(404);
});

test('a host that breaks off leaves no half version', THOROUGH, async ({ page, context }) => {
  await page.goto(host.url + SMALLEST);
  await isKept(page);
  // Its page is of another version than its worker: it is being copied just now.
  nextVersion(BUILD, next, 'help.en', 'Language', 'Tongue');
  copyFileSync(join(BUILD, 'index.html'), join(next, 'index.html'));
  host.folder = next;
  await page.reload();
  await runs(page);
  await expect.poll(() => host.asked.filter((path) => path === 'sw.js').length).toBeGreaterThan(1);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const registration = (await navigator.serviceWorker.getRegistration())!;
        return [registration.installing, registration.waiting];
      }),
    )
    .toEqual([null, null]);
  await host.stop();
  await context.setOffline(true);
  await page.reload();
  await runs(page);
  await expect(page.locator('meta[name=version]')).toHaveAttribute('content', versionIn(BUILD));
});

test('the app can be installed', async ({ page, request }) => {
  const manifest = (await (await request.get(`${host.url}manifest.webmanifest`)).json()) as {
    start_url: string;
    scope: string;
    icons: { src: string; sizes: string; purpose?: string }[];
  };
  // From wherever it lies.
  expect([manifest.start_url, manifest.scope]).toEqual(['./', './']);
  for (const { src, sizes } of manifest.icons.filter(({ src }) => src.endsWith('.png'))) {
    const image = await (await request.get(host.url + src)).body();
    expect([image.readUInt32BE(16), image.readUInt32BE(20)].join('x'), src).toBe(sizes);
  }
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
  await page.goto(host.url + SMALLEST);
  const client = await page.context().newCDPSession(page);
  const read = await client.send('Page.getAppManifest');
  expect(read.errors).toEqual([]);
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});
