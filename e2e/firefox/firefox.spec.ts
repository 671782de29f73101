/**
 * Another engine: every page works in Firefox, from a host, from a disk and without the network, and the same scenario gives
 * the same trials in Node, Chromium and Firefox. Firefox is the one that Debian has, driven by WebDriver BiDi.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findFirefox, NO_FIREFOX } from '../../tools/firefox.mjs';
import { missing, VISITS } from '../everywhere.ts';
import { nextVersion, versionIn } from '../offline/next-version.ts';
import { Host } from '../offline/server.ts';
import { singleFile } from '../single/file.ts';
import { expect, test } from '../test.ts';
import { THOROUGH } from '../visit.ts';
import { builtWorker, QUESTIONS, STORED, tracesOf } from './traces.ts';

test.describe.configure({ mode: 'serial', timeout: 300_000 });

test(
  'in Chromium every strategy makes the trials that it makes in Node, bit for bit',
  THOROUGH,
  async ({ page }) => {
    await page.goto('/#/lab?lang=en&objective=forrester&budget=4&strategies=random');
    const made = await page.evaluate(tracesOf, { address: { file: builtWorker() }, questions: QUESTIONS });
    expect(Object.keys(made)).toHaveLength(QUESTIONS.length);
    expect(made).toEqual(STORED);
  },
);

test.describe('in Firefox', () => {
  const executablePath = process.env.TEST_FIREFOX ?? findFirefox();
  test.skip(!executablePath, NO_FIREFOX);

  let firefox: Browser;
  let page: Page;
  let problems: string[];
  let asked: string[];
  test.beforeAll(async () => {
    firefox = await puppeteer.launch({
      browser: 'firefox',
      executablePath: executablePath!,
      timeout: 60_000,
    });
  });
  test.afterAll(() => firefox?.close());
  test.beforeEach(async () => {
    [problems, asked] = [[], []];
    page = await firefox.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('request', (request) => asked.push(request.url()));
  });
  test.afterEach(async () => {
    await page.close();
    expect(problems).toEqual([]);
  });

  async function everywhere() {
    for (const { hash, shown, tag } of VISITS) {
      await page.evaluate((to) => void (location.hash = to), hash);
      await expect.poll(() => page.evaluate(missing, { shown, tag }), { message: hash }).toEqual([]);
    }
  }
  const foreign = (own: string) =>
    asked.filter((url) => !url.startsWith(own) && !/^(blob|data|about):/.test(url));

  test('every page works, in both languages, and without the network', THOROUGH, async () => {
    const host = new Host('dist', '/course/');
    await host.start();
    await page.goto(host.url);
    await everywhere();
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', {
      timeout: 120_000,
    });
    await host.stop();
    await page.goto('about:blank');
    await page.goto(`${host.url}#/lab?lang=en&objective=branin&budget=5&strategies=tpe`);
    const run = { shown: ['[data-testid=panel-tpe][data-status=done]'], tag: 'en' };
    await expect.poll(() => page.evaluate(missing, run)).toEqual([]);
    await everywhere();
    expect(foreign(host.url)).toEqual([]);
  });

  test('a new version is offered, and shown once somebody says so', THOROUGH, async () => {
    const host = new Host('dist', '/course/next/');
    await host.start();
    const next = mkdtempSync(join(tmpdir(), 'trial-by-trial-next-'));
    const version = () =>
      page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name=version]')?.content);
    const offer = '[data-testid=offer]';
    try {
      await page.goto(`${host.url}#/lab?lang=en&objective=forrester&budget=4&strategies=random`);
      await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', {
        timeout: 120_000,
      });
      nextVersion('dist', next, 'help.en', 'Language', 'Tongue');
      host.folder = next;
      await page.reload();
      await page.waitForSelector(offer, { timeout: 120_000 });
      expect(await version()).toBe(versionIn('dist'));
      await page.click(`${offer} button`);
      await expect.poll(() => version().catch(() => undefined)).toBe(versionIn(next));
      await page.waitForSelector('[data-testid=panel-random][data-status=done]');
      // The one before is needed by nobody.
      await page.reload();
      const kept = () =>
        page.evaluate(() => caches.keys().then((names) => names.map((name) => name.split(' ')[2])));
      await expect.poll(kept, { timeout: 120_000 }).toEqual([versionIn(next)]);
      expect(await version()).toBe(versionIn(next));
    } finally {
      await host.stop();
      rmSync(next, { recursive: true, force: true });
    }
  });

  test('the single file works from a disk, in both languages', THOROUGH, async () => {
    const file = singleFile();
    await page.goto(file);
    await everywhere();
    const made = await page.evaluate(tracesOf, {
      address: { packed: 'simulation' },
      questions: QUESTIONS.slice(0, 5),
    });
    expect(Object.values(made)).toEqual(QUESTIONS.slice(0, 5).map(({ name }) => STORED[name]));
    expect(foreign(file)).toEqual([]);
  });

  test(
    'every strategy makes the trials that it makes in Node, bit for bit',
    THOROUGH,
    async ({ baseURL }) => {
      await page.goto(`${baseURL}/#/lab?lang=en&objective=forrester&budget=4&strategies=random`);
      const made = await page.evaluate(tracesOf, {
        address: { file: builtWorker() },
        questions: QUESTIONS as never,
      });
      expect(made).toEqual(STORED);
    },
  );
});
