import { expect, test } from './test.ts';
import { readFile } from 'node:fs/promises';
import { problemOf } from '#core/run.ts';
import { readScenario } from '#core/scenario.ts';
import { AssumptionsPage } from './assumptions.ts';
import { LabPage, openMenu } from './lab.ts';
import { THOROUGH } from './visit.ts';

/** “a: x = 0.183, value 0.1497” */
function read(description: string): { x: number; value: number } {
  const [, x, value] = /x\s= ([−\d.]+), value ([−\d.×⁻⁰-⁹]+)$/.exec(description) ?? [];
  return { x: Number(x.replace('−', '-')), value: Number(value.replace('−', '-')) };
}

/** A thousand runs of each rule are counted beside every diagnosis: short ones, where the test is not about them. */
const BRIEF = 'budget=4';

test.describe('the Assumptions page', () => {
  let assumptions: AssumptionsPage;
  test.beforeEach(({ page }) => {
    assumptions = new AssumptionsPage(page);
  });
  test.afterEach(() => {
    expect(assumptions.problems, 'errors on the console').toEqual([]);
  });

  test('begins with a perfect bowl, of which everything holds', async ({ page }) => {
    await assumptions.open();
    expect(await assumptions.verdicts()).toEqual({
      unimodal: 'yes',
      convex: 'yes',
      minima: 'count',
      lipschitz: 'count',
    });
    await expect(assumptions.preset('bowl')).toHaveAttribute('aria-pressed', 'true');
    await expect(assumptions.verdict('minima').getByTestId('answer')).toHaveText('1');
    expect(await assumptions.witness()).toEqual([]);
    await expect(page.getByRole('heading', { name: 'Morphing bowl: the true curve' })).toBeVisible();
    expect(page.url()).toContain('objective=morph');
  });

  for (const [kind, knobs, table] of [
    ['one knob', 1, 'trials=1,2,3,4,5;0.6,0.9,0.7,0.8,0.5&objective.space=width'],
    ['one knob, and two equal tops', 1, 'trials=1,2,3,4,5;0.6,0.9,0.7,0.9,0.5&objective.space=width'],
    ['two knobs', 2, 'trials=1,2,3,4,5,1;1,3,2,1,3,3;0.6,0.9,0.7,0.8,0.5,0.4&objective.space=width;depth'],
  ] as const)
    for (const [language, depths] of [
      ['en', /minim|lowest|valley|bottom|descend/i],
      ['zh', /最小|极小|最低|谷|平底/],
    ] as const)
      test(`a score of ${kind} has no minima, only maxima (${language})`, THOROUGH, async ({ page }) => {
        const asked = `objective=table&objective.${table}&objective.direction=maximise`;
        await assumptions.open(`${asked}&lang=${language}&noise=0.05&${BRIEF}`);
        await expect(page.getByTestId('fatal-share')).toHaveAttribute('data-status', 'done');
        // Of one knob there is nothing to separate: the table was read as meant.
        await expect(assumptions.verdict('separable')).toHaveCount(knobs - 1);
        // What is offered, and the maps of other problems, are said of what is minimised.
        const said = await page.evaluate(() =>
          [
            ...document.querySelectorAll(
              '#panels, [data-verdict], [data-verdict] *, .resolution, [data-testid=fatal], [data-testid=fatal] *',
            ),
          ].flatMap((one) => [
            one.getAttribute('aria-label') ?? '',
            one.getAttribute('title') ?? '',
            ...[...one.childNodes].filter(({ nodeType }) => nodeType === 3).map((text) => text.nodeValue!),
          ]),
        );
        expect(said.length).toBeGreaterThan(200);
        expect(said.filter((text) => depths.test(text))).toEqual([]);
      });

  test('a dial changes the verdict, and the witness of it can be checked', THOROUGH, async ({ page }) => {
    await assumptions.open(BRIEF);
    const ripple = await assumptions.group('ripple');
    await ripple.getByRole('slider').first().fill('60');
    await expect(assumptions.verdict('unimodal')).toHaveAttribute('data-holds', 'no');
    await assumptions.ready();
    const witness = await assumptions.witness();
    expect(witness.map(([name]) => name)).toEqual(['a', 'b', 'c']);
    // The very numbers of the function with this setting: up, and down again.
    const problem = problemOf(
      readScenario({ objective: { id: 'morph', params: { ripple: 0.15 } } }).scenario,
    );
    const [a, b, c] = witness.map(([, description]) => read(description));
    for (const { x, value } of [a, b, c]) expect(Math.abs(problem.value([x]) - value)).toBeLessThan(0.01);
    expect(a.x < b.x && b.x < c.x).toBe(true);
    expect(b.value).toBeGreaterThan(Math.max(a.value, c.value) + 0.05);
    await expect(assumptions.picture.locator('[data-mark=witness-gap]')).toHaveCount(1);
    const minima = Number(await assumptions.verdict('minima').getByTestId('answer').textContent());
    expect(minima).toBeGreaterThan(3);
    await expect(assumptions.picture.locator('[data-mark=minimum]')).toHaveCount(minima);
    // The legend switches it off and on.
    await page.getByRole('button', { name: 'Witness', exact: true }).click();
    expect(await assumptions.witness()).toEqual([]);
    // Back at 0 all is well again.
    await ripple.getByRole('slider').first().fill('0');
    await expect(assumptions.verdict('unimodal')).toHaveAttribute('data-holds', 'yes');
  });

  test('choosing and pointing at a verdict shows its own witness', THOROUGH, async ({ page }) => {
    await assumptions.open(`objective=morph&objective.ripple=0.12&objective.frequency=5&${BRIEF}`);
    const chord = assumptions.picture.locator('[data-mark=witness-chord]');
    await expect(chord).toHaveCount(0);
    await assumptions.verdict('convex').getByRole('button').click();
    await expect(chord).toHaveCount(1);
    await expect(assumptions.verdict('convex').getByRole('button')).toHaveAttribute('aria-pressed', 'true');
    await assumptions.verdict('unimodal').hover();
    await expect(chord).toHaveCount(0);
    await expect(assumptions.picture.locator('[data-mark=witness-level]')).toHaveCount(1);
    await page.mouse.move(0, 0);
    await expect(chord).toHaveCount(1);
  });

  test(
    'the stories are true, and each opens the dials that it sets, also where they were folded up',
    THOROUGH,
    async ({ page }) => {
      await assumptions.open(BRIEF);
      const open = (group: string) =>
        page.locator(`details[data-group=${group}]`).evaluate((one: HTMLDetailsElement) => one.open);
      for (const [preset, expected, ...groups] of [
        // That the others' verdicts are true is a unit test (claims.test.ts), and so is which dials they open (folds).
        ['plateau', { unimodal: 'no', convex: 'no' }, 'plateau', 'bowl'],
        ['noise', { unimodal: 'yes', convex: 'yes' }, 'looking'],
        ['interaction', { unimodal: 'yes', convex: 'yes', separable: 'no' }, 'stretch'],
      ] as const) {
        await test.step(preset, async () => {
          await assumptions.preset(preset).click();
          await expect(assumptions.preset(preset)).toHaveAttribute('aria-pressed', 'true');
          await assumptions.ready();
          await expect.poll(() => assumptions.verdicts()).toMatchObject(expected);
          const minima = assumptions.verdict('minima').getByTestId('answer');
          await expect(minima).toHaveText('1');
          if (preset === 'plateau') {
            const [a, b] = (await assumptions.witness()).map(([, description]) => read(description));
            expect(a.value).toBe(b.value);
            expect(b.x - a.x).toBeCloseTo(0.3, 2);
          }
          if (preset === 'noise') {
            await expect(assumptions.verdict('unimodal')).toContainText(/\d+\s% of 1000 looks at 12/);
            await expect(assumptions.picture.locator('[data-mark=sample]')).toHaveCount(12);
          }
          if (preset === 'interaction') {
            const corners = (await assumptions.witness()).map(([value]) => Number(value));
            expect(corners).toHaveLength(4);
            expect(Math.abs(corners[0] + corners[3] - corners[1] - corners[2])).toBeGreaterThan(1);
          }
          for (const group of groups) {
            await expect.poll(() => open(group)).toBe(true);
            await page.locator(`details[data-group=${group}] summary`).click();
            await expect.poll(() => open(group)).toBe(false);
            // Another way there: what is folded up stays so while a dial or the seed is turned, and the preset opens it again.
            await assumptions.preset(preset).click();
            await expect.poll(() => open(group)).toBe(true);
          }
        });
      }
    },
  );

  test('shows the line of a witness in two and in six dimensions as a curve', THOROUGH, async ({ page }) => {
    await assumptions.open(`objective=morph-2d&objective.ripple=0.2&${BRIEF}`);
    const line = page.getByRole('group', { name: 'Along the straight line through a and c' });
    await expect(line.locator('[data-mark=witness-point]')).toHaveCount(3);
    await expect(page.locator('[data-mark=field]')).toBeVisible();
    await page.getByLabel('Problem', { exact: true }).selectOption('hartmann6');
    await expect(
      page.getByRole('heading', { name: 'Hartmann-6: slices through its lowest point' }),
    ).toBeVisible();
    await assumptions.ready();
    await expect(line.locator('[data-mark=witness-point]')).toHaveCount(3);
    await expect(assumptions.verdict('sensitivity').getByTestId('answer')).toHaveText('6 of 6');
  });

  test(
    'a measured problem with several equally good settings, and noise in proportion, can be examined',
    THOROUGH,
    async ({ page }) => {
      await assumptions.open('objective=svc-digits');
      await expect(page.getByTestId('fatal')).toContainText(/Lost at trial \d+|Kept/);
      const looking = await assumptions.group('looking');
      await looking.getByLabel('Noise', { exact: true }).selectOption('proportional');
      await expect(page).toHaveURL(/noise=10%25/);
      const share = looking.getByRole('textbox').first();
      await share.fill('140');
      await expect(looking).toContainText('140 is outside 0 to 100');
      await expect(page).toHaveURL(/noise=10%25/);
      await assumptions.open('objective=svc-digits&noise=140%25');
      await expect(share).toHaveValue('140');
    },
  );

  test('the link holds everything; languages, back and forward keep it', THOROUGH, async ({ page }) => {
    await assumptions.open('objective=morph&objective.valley=0.8&noise=0.02&budget=17&seed=5');
    await expect(assumptions.verdict('unimodal')).toHaveAttribute('data-holds', 'no');
    const before = await assumptions.verdict('unimodal').textContent();
    await page.reload();
    await assumptions.ready();
    expect(await assumptions.verdict('unimodal').textContent()).toBe(before);
    await openMenu(page);
    await page.getByRole('button', { name: '简体中文' }).click();
    await expect(assumptions.verdict('unimodal')).toContainText('只有一个谷');
    await expect(page).toHaveURL(/lang=zh/);
    expect(page.url()).toMatch(/objective\.valley=0\.8/);
    expect(page.url()).toMatch(/budget=17/);
    await page.getByRole('link', { name: '实验室', exact: true }).click();
    await expect(page.locator('[data-testid^=panel-]').first()).toBeVisible();
    // The Lab has a scenario of its own.
    expect(page.url()).not.toContain('morph');
    await page.goBack();
    await assumptions.ready();
    await expect(assumptions.verdict('unimodal')).toHaveAttribute('data-holds', 'no');
    expect(page.url()).toMatch(/objective\.valley=0\.8/);
    await page.goForward();
    await expect(page.locator('[data-testid^=panel-]').first()).toBeVisible();
  });

  test('opens in the Lab as it is', THOROUGH, async ({ page }) => {
    await assumptions.open('objective=morph&objective.ripple=0.2&noise=0.02&budget=14&seed=9');
    await page.getByRole('link', { name: 'Open in the Lab' }).click();
    await expect(page.getByTestId('panel-binary')).toBeVisible();
    await new LabPage(page).openSetup();
    await expect(page.getByLabel('Problem', { exact: true })).toHaveValue('morph');
    await expect(page.getByLabel('Budget')).toHaveValue('14');
    await expect(page.getByLabel('Seed', { exact: true })).toHaveValue('9');
    await expect(page).toHaveURL(/#\/lab\?objective=morph.*objective\.ripple=0\.2/);
  });

  test('can be used by keyboard, and says what changed once it rests', THOROUGH, async ({ page }) => {
    await assumptions.open(`objective=morph&objective.ripple=0.03&${BRIEF}`);
    const ripple = page.getByRole('slider', { name: 'Ripple' });
    await ripple.focus();
    await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL(/objective\.ripple=0\.035/);
    for (let n = 0; n < 3; n++) await page.keyboard.press('PageUp');
    await expect(assumptions.verdict('unimodal')).toHaveAttribute('data-holds', 'no');
    await expect(page.getByTestId('announcement')).toContainText('One valley: No.');
    await assumptions.verdict('unimodal').getByRole('button').focus();
    await page.keyboard.press('Tab');
    await expect(assumptions.verdict('convex').getByRole('button')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(assumptions.verdict('convex').getByRole('button')).toHaveAttribute('aria-pressed', 'true');
    await expect(assumptions.picture.locator('[data-mark=witness-chord]')).toHaveCount(1);
  });

  test('says what it does not understand, and takes the figure along', THOROUGH, async ({ page }) => {
    await assumptions.open('objective=morph&objective.ripple=banana&budget=0');
    await expect(page.getByTestId('notices')).toContainText('morph.ripple');
    await expect(page.getByTestId('notices')).toContainText('budget');
    const ripple = await assumptions.group('ripple');
    await ripple.getByRole('textbox').first().fill('7');
    await expect(ripple).toContainText('7 is outside 0 to 0.5');
    await expect(assumptions.verdict('unimodal')).toHaveAttribute('data-holds', 'yes');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /true curve as CSV/ }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text.split('\r\n')[0]).toBe('\uFEFFx,f(x)');
    expect(text.split('\r\n').length).toBeGreaterThan(400);
  });

  test('a map is part of the picture that is taken along', THOROUGH, async ({ page }) => {
    await assumptions.open(`objective=morph-2d&objective.rotation=30&objective.conditioning=20&${BRIEF}`);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /surface from above as SVG/ }).click();
    const svg = await readFile(await (await download).path(), 'utf8');
    expect(svg).toMatch(/<image [^>]*href="data:image\/png;base64,[\w+/=]{1000,}"/);
    // The four corners of the rectangle, with their values.
    expect(svg.match(/data-mark="witness-point"/g)).toHaveLength(4);
  });

  test('diagnoses a formula of the reader’s own', THOROUGH, async ({ page }) => {
    await assumptions.open(BRIEF);
    await page.locator('[data-preset=own]').click();
    const formula = page.getByTestId('formula');
    await formula.fill('(x - 0.3)^2 + 0.4*sin(20*x)^2');
    await expect(assumptions.verdict('unimodal')).toHaveAttribute('data-holds', 'no');
    await formula.fill('(x - 0.3)^2');
    await expect(assumptions.verdict('unimodal')).toHaveAttribute('data-holds', 'yes');
    await expect(assumptions.verdict('convex')).toHaveAttribute('data-holds', 'yes');
    await expect(page).toHaveURL(/formula/);
  });

  test('a curve is drawn with what can be seen of it, in every size', async ({ page }) => {
    await assumptions.open(`objective=morph&noise=0.02&${BRIEF}`);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      // A band has two edges.
      for (const [mark, edges] of [
        ['truth', 1],
        ['band', 2],
      ] as const) {
        const path = page.locator(`.plots [data-mark=${mark}]`).first();
        await expect
          .poll(() =>
            path.evaluate((drawn, most) => {
              const wide = drawn.getBoundingClientRect().width;
              const points = drawn.getAttribute('d')!.split('L').length;
              return wide > 200 && points > wide && points <= most * (wide + 2);
            }, 4 * edges),
          )
          .toBe(true);
      }
    }
  });

  test('what stands below the first screen comes when it is near', async ({ page }) => {
    // Three seconds after which it comes anyway never pass.
    await page.addInitScript(() => {
      const { setTimeout: real } = window;
      window.setTimeout = ((then: TimerHandler, ms?: number, ...given: unknown[]) =>
        ms === 3000 ? 0 : real(then, ms, ...given)) as typeof setTimeout;
    });
    await page.setViewportSize({ width: 390, height: 844 });
    await assumptions.open(BRIEF);
    await expect(assumptions.verdict('unimodal')).toHaveAttribute('data-holds', /yes|no/);
    await expect(page.locator('.awaited')).toHaveCount(0);
    await expect(page.getByTestId('fatal')).toHaveCount(0);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(page.getByTestId('fatal')).toBeVisible();
    await expect(page.getByRole('heading', { name: /Phase diagrams/ })).toBeVisible();
  });

  test('the fatal step and the phase diagrams follow the dials', THOROUGH, async ({ page }) => {
    await assumptions.open('objective=morph&objective.ripple=0.2&budget=12');
    const fatal = page.getByTestId('fatal');
    await expect(fatal).toContainText(/Lost at trial \d+/);
    await assumptions.preset('bowl').click();
    await expect(fatal).toContainText('Kept');
    await expect(fatal).not.toContainText(/Lost at trial \d+/);
    await expect(page.getByRole('heading', { name: /Phase diagrams/ })).toBeVisible();
  });
});
