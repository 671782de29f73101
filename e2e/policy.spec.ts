/* eslint-disable no-eval, no-new-func -- that is what cannot be done */
/** What the built page may not do, it cannot; and tests notice who tries. */
import { readdirSync, readFileSync } from 'node:fs';
import { POLICY } from '../tools/policy.ts';
import { expect, test } from './test.ts';
import { visit } from './visit.ts';

test('nothing runs or is fetched that is not of the app, and no text becomes a script', async ({
  page,
  broken,
}) => {
  await visit(page, '#/lab?lang=en&objective=forrester&budget=5&strategies=random');
  await expect(page.getByTestId('panel-random')).toBeVisible();
  expect(broken).toEqual([]);
  const done = await page.evaluate(async () => {
    const tried = async (act: () => unknown) => {
      try {
        return (await act()) as unknown;
      } catch {
        return 'refused';
      }
    };
    // What a test asks of the page may evaluate text; what it leaves to the page may not.
    await new Promise((resolve) => setTimeout(resolve));
    const marked = window as { marked?: boolean };
    const script = document.createElement('script');
    return {
      code: await tried(() => (0, eval)('1 + 1')),
      function: await tried(() => new Function('return 2')() as unknown),
      elsewhere: await tried(() => fetch('http://127.0.0.1:9/')),
      worker: await tried(() => new Worker('data:text/javascript,1')),
      foreignWorker: await tried(() => new Worker('http://127.0.0.1:9/worker.js')),
      markup: await tried(() => ((document.createElement('p').innerHTML = '<i>1</i>'), 'set')),
      inline: await tried(() => {
        script.text = 'window.marked = true';
        document.head.append(script);
        return marked.marked ?? 'refused';
      }),
      style: await tried(() => {
        const style = document.createElement('style');
        style.textContent = 'body { letter-spacing: 9px }';
        document.head.append(style);
        return getComputedStyle(document.body).letterSpacing === '9px' || 'refused';
      }),
      attribute: await tried(() => {
        document.body.setAttribute('style', 'letter-spacing: 9px');
        return getComputedStyle(document.body).letterSpacing === '9px' || 'refused';
      }),
    };
  });
  expect(new Set(Object.values(done)), JSON.stringify(done)).toEqual(new Set(['refused']));
  // Each is noticed: a page that tries fails its test.
  const noticed = ['eval|Script', 'Connecting', 'HTML', 'inline style'];
  for (const kind of noticed)
    await expect.poll(() => broken.some((text) => new RegExp(kind).test(text)), kind).toBe(true);
  broken.length = 0;
});

test('the page that is built says its policy before anything else', async ({ page, request }) => {
  const html = await (await request.get('/')).text();
  const policy = html.indexOf('Content-Security-Policy');
  expect(policy).toBeGreaterThan(0);
  expect(policy).toBeLessThan(html.search(/<(script|link|style)/));
  // No exceptions: nothing inline, nothing evaluated, no other origin.
  expect(
    Object.values(POLICY)
      .flat()
      .filter((source) => /unsafe|https?:|\*/.test(source)),
  ).toEqual([]);
  await page.goto('/');
});

test('who made what the app is made of is said, with every licence in full', async ({ page }) => {
  await visit(page, '#/lab?lang=en&objective=forrester&budget=5&strategies=random');
  await expect(page.getByTestId('panel-random')).toBeVisible();
  await page.keyboard.press('?');
  const about = page.locator('[data-part=about]');
  await about.getByText('About this app').click();
  // Its code comes when it is opened.
  await about.locator('li > a').first().waitFor();
  const names = await about.locator('li > a').allInnerTexts();
  // Of all that stands in the built files; their maps say where it came from.
  const files = readdirSync('dist/assets').filter((name) => name.endsWith('.js.map'));
  expect(files.length).toBeGreaterThan(10);
  const built = files.flatMap((name) =>
    (JSON.parse(readFileSync(`dist/assets/${name}`, 'utf8')) as { sources: string[] }).sources.flatMap(
      (source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? [],
    ),
  );
  expect(built.filter((name) => !names.includes(name))).toEqual([]);
  const svelte = about.locator('li', { hasText: /^svelte / });
  await svelte.locator('summary').click();
  await expect(svelte.locator('pre')).toContainText('Permission is hereby granted');
});
