import { expect, type Locator, type Page } from '@playwright/test';
import { visit } from './visit.ts';

export const STRATEGIES = ['babysit', 'grid', 'binary', 'random', 'bayes'] as const;

/** The Lab as a person finds it; `query` is what follows `#/lab?`. */
export class LabPage {
  readonly page: Page;
  readonly transport: Locator;
  readonly problems: string[] = [];

  constructor(page: Page) {
    this.page = page;
    this.transport = page.getByTestId('transport');
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => {
      if (/^(error|warning)$/.test(message.type())) this.problems.push(message.text());
    });
  }

  async open(query = '') {
    await visit(this.page, `#/lab${query && `?${query}`}`);
    await this.panels().first().waitFor();
  }

  /** Waits until every strategy has spent its budget. */
  async finished() {
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
    await this.page.locator('h1').first().click();
    await this.page.keyboard.press(key);
  }

  /** Trial numbers shown by the transport and by every panel. */
  async shown(): Promise<string[]> {
    return this.page
      .locator('[data-testid=transport], [data-testid^=panel-]')
      .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-trial') ?? 'none'));
  }
}
