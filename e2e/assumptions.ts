import { expect, type Locator, type Page } from './test.ts';
import { visit } from './visit.ts';

/** The Assumptions page as a person finds it; `query` is what follows `#/assumptions?`. */
export class AssumptionsPage {
  readonly page: Page;
  readonly problems: string[] = [];
  /** Where the function is drawn. */
  readonly picture: Locator;

  constructor(page: Page) {
    this.page = page;
    this.picture = page.locator('#panels');
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => {
      if (/^(error|warning)$/.test(message.type())) this.problems.push(message.text());
    });
  }

  async open(query = '') {
    await visit(this.page, `#/assumptions${query && `?${query}`}`);
    await this.ready();
  }

  /** Waits for the closer look. */
  async ready() {
    await expect(this.picture).toHaveAttribute('data-status', 'ready');
  }

  verdict(id: string): Locator {
    return this.page.locator(`[data-verdict=${id}]`);
  }

  /** `yes`, `no`, `unknown` or `count`, by verdict. */
  async verdicts(): Promise<Record<string, string>> {
    return this.page
      .locator('[data-verdict]')
      .evaluateAll((items) =>
        Object.fromEntries(
          items.map((item) => [item.dataset.verdict, item.dataset.holds] as [string, string]),
        ),
      );
  }

  /** The group of dials with a name, unfolded. */
  async group(id: string): Promise<Locator> {
    const group = this.page.locator(`details[data-group=${id}]`);
    if (!(await group.evaluate((details: HTMLDetailsElement) => details.open)))
      await group.locator('summary').click();
    return group;
  }

  /** Names of the witness’s points that are drawn, and what they say of themselves. */
  async witness(): Promise<[name: string, description: string][]> {
    return this.picture
      .locator('[data-mark=witness-point]')
      .evaluateAll((points) =>
        points.map((point) => [(point as HTMLElement).dataset.name!, point.getAttribute('aria-label')!]),
      );
  }

  preset(id: string): Locator {
    return this.page.locator(`[data-preset=${id}]`);
  }
}
