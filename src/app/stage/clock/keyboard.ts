/**
 * Keys that drive the stage wherever the focus is: space plays and pauses, ← and → step, Home and End jump, comma and full stop
 * go from moment to moment, [ and ] change the speed, digits enlarge a picture, Escape goes back; Page Up and Page Down, which
 * remote controls of presentations send, step, too. Text fields keep their keys; of other controls only those that the reader
 * has come to by keyboard, and that have no other key.
 */
import { lookUp } from '#core/look-up.ts';
import type { Clock } from './clock.svelte.ts';

/** What keys do besides moving the clock. */
export interface StageCommands {
  /** Keys count where the focus is in it; everywhere where left out. */
  within?: EventTarget | undefined;
  /** Enlarges the picture at a place, counted from 1, or makes it small again. */
  focus: (place: number) => void;
  /** Back to all pictures. @returns whether there was anything to go back from */
  leave: () => boolean;
  /** To the nearest moment before or after. @returns whether there is one */
  moment: (direction: -1 | 1) => boolean;
  /** Turns on and off: larger type, a black screen, the truth. */
  presenter?: (() => void) | undefined;
  blank: () => void;
  truth?: (() => void) | undefined;
  /** Back to what the link asked for. */
  reset?: (() => void) | undefined;
  setUp?: (() => void) | undefined;
  help?: (() => void) | undefined;
}
/** @returns false where it had nothing to do: the key stays the browser's */
type Command = (clock: Clock, commands?: StageCommands) => void | boolean;

/** A key of the browser's stays its own where the page has no use for it. */
const stays = (used: (() => void) | undefined): void | boolean => (used ? used() : false);

const PLAIN: Record<string, Command> = {
  ' ': (clock) => clock.toggle(),
  ArrowLeft: (clock) => clock.step(-1),
  ArrowRight: (clock) => clock.step(+1),
  PageUp: (clock) => clock.step(-1),
  PageDown: (clock) => clock.step(+1),
  Home: (clock) => clock.toStart(),
  End: (clock) => clock.toEnd(),
  '[': (clock) => clock.slower(),
  ']': (clock) => clock.faster(),
  ',': (_, stage) => stage?.moment(-1) ?? false,
  '.': (_, stage) => stage?.moment(+1) ?? false,
  Escape: (_, stage) => stage?.leave() ?? false,
  p: (_, stage) => stays(stage?.presenter),
  b: (_, stage) => stays(stage?.blank),
  h: (_, stage) => stays(stage?.truth),
  r: (_, stage) => stays(stage?.reset),
  s: (_, stage) => stays(stage?.setUp),
  '?': (_, stage) => stays(stage?.help),
  ...Object.fromEntries(
    Array.from({ length: 9 }, (_, i): [string, Command] => [
      String(i + 1),
      (_, stage) => stage?.focus(i + 1),
    ]),
  ),
};
const SHIFTED: Record<string, Command> = {
  PageUp: (_, stage) => stage?.moment(-1) ?? false,
  PageDown: (_, stage) => stage?.moment(+1) ?? false,
  '?': PLAIN['?'],
};

/** What the reader types in, and what has the page for itself: these keep all their keys. */
const TAKES_KEYS =
  'input:not([type="range"], [type="checkbox"], [type="radio"]), textarea, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="listbox"], [role="menu"], dialog, select:open';
/** What can be worked by these keys only; it keeps them where the keyboard has led to it, not after a click. */
const NEEDS_KEYS = 'input, [role="slider"], [role="radiogroup"], [role="checkbox"], [role="switch"]';
const MOVES = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', ' ']);
/** Whoever reads in the drawer scrolls it. */
const SCROLLS = new Set(['PageUp', 'PageDown']);

/** The part of a KeyboardEvent that decides. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  repeat: boolean;
  defaultPrevented: boolean;
  target: EventTarget | null;
  /** The tab key has led to where the focus is; a click has not. */
  led?: boolean;
}

/** The command for a key press; undefined where the key is not the stage's. */
export function commandOf(press: KeyPress): Command | undefined {
  if (press.defaultPrevented || press.isComposing) return undefined;
  const { ctrlKey, altKey, metaKey, shiftKey } = press;
  // Many layouts reach brackets with AltGr (which Windows reports as Ctrl + Alt), Option or Shift.
  const bracket = press.key === '[' || press.key === ']';
  if (metaKey || (bracket ? ctrlKey && !altKey : ctrlKey || altKey)) return undefined;
  const commands = shiftKey && !bracket ? SHIFTED : PLAIN;
  // A held-down space would flicker between play and pause.
  if (press.key === ' ' && press.repeat) return undefined;
  const target = press.target as Element | null;
  if (isWithin(target, TAKES_KEYS)) return undefined;
  if (SCROLLS.has(press.key) && isWithin(target, '[data-part="drawer"]')) return undefined;
  if (MOVES.has(press.key) && isWithin(target, NEEDS_KEYS) && press.led) return undefined;
  return lookUp(commands, press.key);
}

/** An engine that does not know `:open` opens lists of its own, which take the keys before the page does. */
function isWithin(target: Element | null, selector: string): boolean {
  if (typeof target?.closest !== 'function') return false;
  try {
    return target.closest(selector) !== null;
  } catch {
    return target.closest(selector.replace(', select:open', '')) !== null;
  }
}
/** Listens on the page; returns what stops it. Handled keys do not scroll, and press nothing. */
export function listenForKeys(
  clock: Clock,
  commands?: StageCommands,
  target: EventTarget = commands?.within ?? window,
): () => void {
  let pressed: string | undefined;
  let led = false;
  const onPointer = () => (led = false);
  const onKey = (event: Event) => {
    const press = event as KeyboardEvent;
    if (press.key === 'Tab') led = true;
    const { key, ctrlKey, altKey, metaKey, shiftKey, isComposing, repeat, defaultPrevented } = press;
    const command = commandOf({
      ...{ key, ctrlKey, altKey, metaKey, shiftKey, isComposing, repeat, defaultPrevented, led },
      target: press.target,
    });
    if (!command || command(clock, commands) === false) return;
    pressed = (event as KeyboardEvent).key;
    event.preventDefault();
  };
  // A button is pressed by space when the key comes up again.
  const onUp = (event: Event) => {
    if ((event as KeyboardEvent).key !== pressed) return;
    pressed = undefined;
    event.preventDefault();
  };
  target.addEventListener('pointerdown', onPointer, true);
  target.addEventListener('keydown', onKey);
  target.addEventListener('keyup', onUp);
  return () => {
    target.removeEventListener('pointerdown', onPointer, true);
    target.removeEventListener('keydown', onKey);
    target.removeEventListener('keyup', onUp);
  };
}
