/** Drives the Class page. */
import { expect, type Locator, type Page } from './test.ts';
import { CHALLENGE, chatOf, damaged, gamesOf } from '../src/app/class/testing.ts';
import { visit } from './visit.ts';

/** A pasted chat of so many players, with so many codes damaged on the way. */
export function pasted(players: number, broken = 0, challenge = CHALLENGE): string {
  const lines = chatOf(gamesOf(players, challenge));
  return [
    'Morning everybody! Here are my results:',
    ...lines,
    ...chatOf(gamesOf(players + broken, challenge))
      .slice(players)
      .map(damaged),
  ].join('\n');
}

export class ClassPage {
  readonly page: Page;
  readonly problems: string[] = [];
  readonly seen: Locator;
  readonly field: Locator;
  readonly brought: Locator;
  readonly wrong: Locator;
  readonly roll: Locator;
  readonly clock: Locator;

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text());
    });
    this.seen = page.getByTestId('class-seen');
    this.field = page.getByRole('textbox', { name: 'Text with results' });
    this.brought = page.getByTestId('brought');
    this.wrong = page.getByTestId('class-wrong');
    this.roll = page.getByTestId('class-roll');
    this.clock = page.getByTestId('transport');
  }

  async open(query = 'lang=en') {
    await visit(this.page, `#/class?${query}`);
    await this.page.getByTestId('class-bring').waitFor();
  }
  async read(text: string) {
    await this.field.fill(text);
    await this.page.getByRole('button', { name: 'Read results' }).click();
    await expect(this.brought).toContainText('added');
  }
  /** As from a clipboard: a long text is put in at once. */
  async paste(text: string) {
    await this.field.evaluate((field, pastedText) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pastedText);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
    await expect(this.field).toHaveValue(text);
  }
  /** Everything is drawn. */
  async drawn() {
    await this.seen.locator('[data-mark=courses]').waitFor();
    await this.roll.waitFor();
  }
  async at(trial: number) {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await this.page.keyboard.press('Home');
    for (let i = 0; i < trial; i++) await this.page.keyboard.press('ArrowRight');
    await expect(this.clock).toHaveAttribute('data-trial', String(trial));
  }
}
