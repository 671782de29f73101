import type { Locator, Page } from '@playwright/test';

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
      if (message.type() === 'error') this.problems.push(message.text());
    });
  }

  async open(query = '') {
    await this.page.goto(`/#/lab${query && `?${query}`}`);
    await this.panel('random').waitFor();
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
