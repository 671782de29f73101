/** The drawer beside the stage: whether it is open, at which of its parts, and at which of its controls. */

export const DRAWER_PARTS = ['setUp', 'problems', 'numbers', 'keep'] as const;
/** Of the element: what opens it says what it controls. */
export const DRAWER_ID = 'set-up';
export type DrawerPart = (typeof DRAWER_PARTS)[number];
/** What the line of what is watched leads to. */
export type Control = 'problem' | 'budget' | 'noise' | 'seed' | 'strategies' | `strategy:${string}`;

export class SettingUp {
  #open = $state(false);
  #opened = $state(false);
  #part = $state<DrawerPart>('setUp');
  /** Asked for, until the drawer has gone there. */
  #control = $state.raw<Control | undefined>(undefined);

  get open(): boolean {
    return this.#open;
  }
  /** It has been open: what was entered in it stays. */
  get opened(): boolean {
    return this.#opened;
  }
  get part(): DrawerPart {
    return this.#part;
  }
  get control(): Control | undefined {
    return this.#control;
  }

  show(part: DrawerPart = this.#part, control?: Control): void {
    this.#part = part;
    this.#control = control;
    this.#open = true;
    this.#opened = true;
  }
  /** At a control of the set-up. */
  goTo(control: Control): void {
    this.show('setUp', control);
  }
  /** The drawer has gone there. */
  arrived(): void {
    this.#control = undefined;
  }
  close(): void {
    this.#open = false;
    this.#control = undefined;
  }
  toggle(): void {
    if (this.#open) this.close();
    else this.show();
  }
}
