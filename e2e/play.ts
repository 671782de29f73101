import { expect, type Locator, type Page } from './test.ts';
import { challengeCode, type Challenge } from '#core/play/challenge.ts';
import { visit } from './visit.ts';

/** The Play page as a person finds it. */
export class PlayPage {
  readonly page: Page;
  readonly problems: string[] = [];
  readonly start: Locator;
  readonly game: Locator;
  readonly board: Locator;
  readonly form: Locator;
  readonly said: Locator;
  readonly reveal: Locator;

  constructor(page: Page) {
    this.page = page;
    this.start = page.locator('[data-part=start]');
    this.game = page.locator('[data-part=game]');
    this.board = page.locator('[data-part=board]');
    this.form = this.game.locator('[data-part=placing]');
    this.said = this.game.locator('[data-part=said]');
    this.reveal = page.locator('[data-part=reveal]');
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => {
      if (/^(error|warning)$/.test(message.type())) this.problems.push(message.text());
    });
  }

  async open(challenge?: Challenge, query = '') {
    await visit(this.page, `#/play${challenge ? `/${challengeCode(challenge)}` : ''}${query && `?${query}`}`);
    await (challenge ? this.game.or(this.reveal) : this.start).waitFor();
  }

  /** Trials that were told. */
  async told(count: number) {
    await expect(this.game).toHaveAttribute('data-trials', `${count}`);
    await expect(this.game).not.toHaveAttribute('data-status', 'training');
  }

  /** Px of a place in a picture; shares from the left and from below. */
  async spot(across: number, up = 0.5, picture = 0) {
    const pad = this.board.locator('[data-mark=pad]').nth(picture);
    await pad.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await pad.boundingBox())!;
    return { x: x + across * width, y: y + (1 - up) * height };
  }

  /** Where the i-th of some trials goes: spread out, and never twice the same. */
  static place = (i: number, axis: number) => 0.04 + 0.92 * (((i + 1) * [0.618, 0.414, 0.732][axis]) % 1);

  /** Makes a trial with a mouse or a finger. */
  async press(i: number, how: 'click' | 'tap') {
    const { page } = this;
    const press = ({ x, y }: { x: number; y: number }) =>
      how === 'tap' ? page.touchscreen.tap(x, y) : page.mouse.click(x, y);
    const at = (axis: number) => PlayPage.place(i, axis);
    const dim = Number(await this.board.getAttribute('data-dim'));
    if (dim === 2) return press(await this.spot(at(0), at(1)));
    if (dim === 1) return press(await this.spot(at(0)));
    for (let axis = 0; axis < 3; axis++) await press(await this.spot(at(axis), 0.5, axis));
    const train = this.form.getByRole('button', { name: /Train|训练/ });
    await (how === 'tap' ? train.tap() : train.click());
  }
  /** The same by keyboard alone: the cross-hair, or every knob's. */
  async keys(i: number) {
    const { keyboard } = this.page;
    const steps = (axis: number) => Math.round(PlayPage.place(i, axis) * 10);
    const cross = this.board.locator('[data-mark=place]');
    const dim = Number(await this.board.getAttribute('data-dim'));
    const from = async (less: string, more: string, count: number) => {
      for (let n = 0; n < 10; n++) await keyboard.press(`Shift+${less}`);
      for (let n = 0; n < count; n++) await keyboard.press(`Shift+${more}`);
      // No two places alike.
      for (let n = 0; n < i; n++) await keyboard.press(less === 'ArrowLeft' && count === 10 ? less : more);
    };
    for (let axis = 0; axis < (dim === 3 ? 3 : 1); axis++) {
      await cross.nth(axis).focus();
      await from('ArrowLeft', 'ArrowRight', steps(axis));
      if (dim === 2) await from('ArrowDown', 'ArrowUp', steps(1));
      await keyboard.press('Enter');
    }
    if (dim === 3) {
      await this.form.getByRole('button', { name: /Train|训练/ }).focus();
      await keyboard.press('Enter');
    }
  }

  /** Plays what is left, and looks at the end. */
  async playOn(count: number, how: 'click' | 'tap' | 'keys' = 'click', from = 0, over = true) {
    for (let i = from; i < count; i++) {
      await (how === 'keys' ? this.keys(i) : this.press(i, how));
      await this.told(i + 1);
    }
    if (over) await expect(this.game).toHaveAttribute('data-status', 'over');
  }
  async look(how: 'click' | 'tap' | 'keys' = 'click') {
    const button = this.form.getByRole('button', { name: /Reveal|揭晓/ });
    if (how === 'keys') {
      // It has the focus already: whoever plays by keyboard goes on.
      await expect(button).toBeFocused();
      await this.page.keyboard.press('Enter');
    } else await (how === 'tap' ? button.tap() : button.click());
    await this.reveal.waitFor();
  }
  async counted() {
    await expect(this.reveal.locator('[data-part=standings]')).toHaveAttribute('data-status', 'done', {
      timeout: 90_000,
    });
  }
  resultCode = () => this.reveal.locator('[data-part=result-code]').inputValue();
}
