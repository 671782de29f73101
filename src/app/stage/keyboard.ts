/**
 * Page-level keys for the clock: space plays and pauses, ← and → step, Home and End jump, [ and ] change the
 * speed. A key belongs to the page only while nothing on the page has a better claim to it.
 */
import { lookUp } from '#core/look-up.ts';
import type { Clock } from './clock.svelte.ts';

type Command = (clock: Clock) => void;

const commands: Record<string, Command> = {
  ' ': (clock) => clock.toggle(),
  ArrowLeft: (clock) => clock.step(-1),
  ArrowRight: (clock) => clock.step(+1),
  Home: (clock) => clock.toStart(),
  End: (clock) => clock.toEnd(),
  '[': (clock) => clock.slower(),
  ']': (clock) => clock.faster(),
};

/** What the reader types or chooses in: these keep all their keys. */
const TAKES_KEYS =
  'input, select, textarea, [contenteditable]:not([contenteditable="false"]), [role="slider"], [role="listbox"], [role="menu"], [role="tablist"], [role="radiogroup"], dialog';
/** What space presses. */
const TAKES_SPACE = 'button, a[href], summary, [role="button"], [role="switch"], [role="checkbox"], label';

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
}

/** The clock's command for a key press; undefined where the key is not the page's. */
export function commandOf(press: KeyPress): Command | undefined {
  if (press.defaultPrevented || press.isComposing) return undefined;
  const { ctrlKey, altKey, metaKey, shiftKey } = press;
  // Many layouts reach brackets with AltGr (which Windows reports as Ctrl + Alt), Option or Shift.
  const bracket = press.key === '[' || press.key === ']';
  if (metaKey || (bracket ? ctrlKey && !altKey : ctrlKey || altKey || shiftKey)) return undefined;
  // A held-down space would flicker between play and pause.
  if (press.key === ' ' && press.repeat) return undefined;
  const within = (selector: string) =>
    typeof (press.target as Element | null)?.closest === 'function' &&
    (press.target as Element).closest(selector) !== null;
  if (within(TAKES_KEYS) || (press.key === ' ' && within(TAKES_SPACE))) return undefined;
  return lookUp(commands, press.key);
}

/** Listens on the page; returns what stops it. Handled keys do not scroll. */
export function listenForKeys(clock: Clock, target: EventTarget = window): () => void {
  const onKey = (event: Event) => {
    const command = commandOf(event as KeyboardEvent);
    if (!command) return;
    event.preventDefault();
    command(clock);
  };
  target.addEventListener('keydown', onKey);
  return () => target.removeEventListener('keydown', onKey);
}
