/**
 * Keys that drive the stage wherever the focus is: space plays and pauses, ← and → step, Home and End jump, [ and ] change
 * the speed, digits enlarge a picture, Escape goes back. Text fields keep their keys; of other controls only those that the
 * reader has come to by keyboard, and that have no other key.
 */
import { lookUp } from '#core/look-up.ts';
import type { Clock } from './clock.svelte.ts';

/** What keys do besides moving the clock. */
export interface Pictures {
  /** Enlarges the picture at a place, counted from 1, or makes it small again. */
  focus: (place: number) => void;
  /** Back to all pictures. @returns whether there was anything to go back from */
  leave: () => boolean;
  setUp?: () => void;
}
/** @returns false where it had nothing to do: the key stays the browser's */
type Command = (clock: Clock, pictures?: Pictures) => void | boolean;

const commands: Record<string, Command> = {
  ' ': (clock) => clock.toggle(),
  ArrowLeft: (clock) => clock.step(-1),
  ArrowRight: (clock) => clock.step(+1),
  Home: (clock) => clock.toStart(),
  End: (clock) => clock.toEnd(),
  '[': (clock) => clock.slower(),
  ']': (clock) => clock.faster(),
  Escape: (_, pictures) => pictures?.leave() ?? false,
  s: (_, pictures) => pictures?.setUp?.(),
  ...Object.fromEntries(
    Array.from({ length: 9 }, (_, i): [string, Command] => [
      String(i + 1),
      (_, pictures) => pictures?.focus(i + 1),
    ]),
  ),
};

/** What the reader types in, and what has the page for itself: these keep all their keys. */
const TAKES_KEYS =
  'input:not([type="range"], [type="checkbox"], [type="radio"]), textarea, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="listbox"], [role="menu"], dialog, select:open';
/** What can be worked by these keys only; it keeps them where the keyboard has led to it, not after a click. */
const NEEDS_KEYS = 'input, [role="slider"], [role="radiogroup"], [role="checkbox"], [role="switch"]';
const MOVES = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End', ' ']);

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
  if (metaKey || (bracket ? ctrlKey && !altKey : ctrlKey || altKey || shiftKey)) return undefined;
  // A held-down space would flicker between play and pause.
  if (press.key === ' ' && press.repeat) return undefined;
  const target = press.target as Element | null;
  if (isWithin(target, TAKES_KEYS)) return undefined;
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
export function listenForKeys(clock: Clock, pictures?: Pictures, target: EventTarget = window): () => void {
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
    if (!command || command(clock, pictures) === false) return;
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
