import { expect, type Locator, type Page } from './test.ts';
import { visit } from './visit.ts';

/** The phase diagrams of the Assumptions page, as a person finds them. */
export class PhaseDiagrams {
  readonly page: Page;
  readonly problems: string[] = [];
  readonly section: Locator;
  readonly bar: Locator;
  readonly readout: Locator;

  constructor(page: Page) {
    this.page = page;
    this.section = page.locator('section.phase');
    this.bar = page.getByTestId('phase');
    this.readout = page.getByTestId('phase-readout');
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => {
      if (/^(error|warning)$/.test(message.type())) this.problems.push(message.text());
    });
  }

  async open(query = '') {
    await visit(this.page, `#/assumptions${query && `?${query}`}`);
    await expect(this.bar).toBeVisible();
  }

  async preset(name: string) {
    await this.section.getByRole('button', { name, exact: true }).click();
  }
  async done() {
    await expect(this.bar).toHaveAttribute('data-status', 'done', { timeout: 50_000 });
  }
  async finished(): Promise<number> {
    return Number(await this.bar.getAttribute('data-finished'));
  }
  async change() {
    await this.section.getByText('Change the question').click();
  }

  /** The map of a strategy; of who wins, without a name. */
  map(name?: string): Locator {
    const title = name ? `${name}: share of runs` : 'The strategy that reaches';
    return this.section.locator(`a[data-mark=map][aria-label^="${title}"]`);
  }

  /** Puts the pointer on a place of a map, in shares of its width and height from the lower left. */
  async point(map: Locator, x: number, y: number): Promise<{ x: number; y: number }> {
    await map.scrollIntoViewIfNeeded();
    const box = (await map.boundingBox())!;
    const at = { x: box.x + x * box.width, y: box.y + (1 - y) * box.height };
    await this.page.mouse.move(at.x, at.y);
    return at;
  }
}
