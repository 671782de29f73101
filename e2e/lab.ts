import { expect, type Locator, type Page } from './test.ts';
import { visit } from './visit.ts';

const DRAWER_PARTS = ['setUp', 'problems', 'numbers', 'keep'] as const;

export const STRATEGIES = ['babysit', 'grid', 'binary', 'random', 'bayes'] as const;

/** The Lab as a person finds it; `query` is what follows `#/lab?`. */
export class LabPage {
  readonly page: Page;
  readonly transport: Locator;
  readonly speed: Locator;
  readonly drawer: Locator;
  readonly problems: string[] = [];

  constructor(page: Page) {
    this.page = page;
    this.transport = page.getByTestId('transport');
    this.speed = page.getByRole('combobox', { name: /^(Speed|速度)$/ });
    this.drawer = page.locator('[data-part=drawer]');
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => {
      if (/^(error|warning)$/.test(message.type())) this.problems.push(message.text());
    });
  }

  async open(query = '') {
    await visit(this.page, `#/lab${query && `?${query}`}`);
    await this.panels().first().waitFor();
    // Functions of one's own are entered in the drawer.
    if (/objective=(formula|drawn|table)/.test(query)) await this.openSetup();
  }

  /** What is entered in the drawer is on screen again. */
  async reload() {
    await this.page.reload();
    await this.panels().first().waitFor();
    await this.openSetup();
  }

  /** Opens the drawer at one of its parts: what is set, problems by picture, the numbers, what is kept. */
  async openSetup(part: (typeof DRAWER_PARTS)[number] = 'setUp') {
    if (await this.drawer.isHidden()) await this.page.locator('[data-opens=drawer][aria-expanded]').click();
    const place = DRAWER_PARTS.indexOf(part);
    await this.drawer.locator('.parts button').nth(place).click();
  }

  /** Puts the clock at a trial, by the handle on the race's axis. */
  async seek(trial: number) {
    const handle = this.page.getByTestId('race').getByRole('slider');
    await handle.press('Home');
    for (let t = 0; t < trial; t++) await handle.press('ArrowRight');
  }

  /** Waits until every strategy has spent its budget. */
  async finished() {
    // Panels come one after another.
    await expect(this.page.locator('[data-part=stage]').first()).toHaveAttribute('data-busy', 'false', {
      timeout: 60_000,
    });
    await expect
      .poll(() => this.panels().evaluateAll((panels) => panels.map((p) => p.getAttribute('data-status'))), {
        timeout: 60_000,
      })
      .toEqual(expect.not.arrayContaining([expect.not.stringMatching(/^done$/)]));
  }

  /** Drops a file on the page, as from the desktop. */
  async drop(name: string, text: string) {
    const transfer = await this.page.evaluateHandle(
      ([fileName, content]) => {
        const data = new DataTransfer();
        data.items.add(new File([content], fileName, { type: 'application/json' }));
        return data;
      },
      [name, text],
    );
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await this.page.dispatchEvent('body', type, { dataTransfer: transfer });
    }
  }

  panel(strategy: string): Locator {
    return this.page.getByTestId(`panel-${strategy}`);
  }

  panels(): Locator {
    return this.page.locator('[data-testid^=panel-]');
  }

  /** Puts the keyboard where the clock's keys are heard: on the page itself. */
  async press(key: string) {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await this.page.keyboard.press(key);
  }

  /** Trial numbers shown by the transport and by every panel. */
  async shown(): Promise<string[]> {
    return this.page
      .locator('[data-testid=transport], [data-testid^=panel-]')
      .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-trial') ?? 'none'));
  }
}

/** Opens the menu of the header: language, theme, presenter, help. */
export async function openMenu(page: Page) {
  const opener = page.getByRole('button', { name: /^(Menu|菜单)$/ });
  if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
}
