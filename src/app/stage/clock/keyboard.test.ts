import { describe, expect, it } from 'vitest';
import { Clock } from './clock.svelte.ts';
import { commandOf, listenForKeys, type KeyPress, type StageCommands } from './keyboard.ts';
import { FakeFrames } from '../../shared/testing.ts';

/** An element that matches a selector list where one of its parts is given. */
const element = (...kinds: string[]) =>
  ({
    closest: (selector: string) => (selector.split(', ').some((part) => kinds.includes(part)) ? {} : null),
  }) as unknown as EventTarget;

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
  defaultPrevented: false,
  target: element('main'),
  ...more,
});

const clockAt = (t: number) => {
  const clock = new Clock(10, () => Infinity, new FakeFrames());
  clock.seek(t);
  return clock;
};

const stageOf = (commands: Partial<StageCommands>): StageCommands => ({
  ...{ focus: () => {}, leave: () => false, moment: () => false },
  ...{ presenter: () => {}, blank: () => {}, truth: () => {} },
  ...commands,
});

describe('keys', () => {
  it.each([
    ['ArrowLeft', 3],
    ['ArrowRight', 5],
    ['Home', 0],
    ['End', 10],
  ])('%s takes the clock from 4 to %i', (key, t) => {
    const clock = clockAt(4);
    commandOf(press(key))!(clock);
    expect(clock.t).toBe(t);
  });

  it('space plays and pauses, brackets change the speed', () => {
    const clock = clockAt(4);
    commandOf(press(' '))!(clock);
    expect(clock.playing).toBe(true);
    commandOf(press(' '))!(clock);
    expect(clock.playing).toBe(false);
    commandOf(press(']'))!(clock);
    expect(clock.speed).toBe(2);
    commandOf(press('['))!(clock);
    expect(clock.speed).toBe(1);
  });

  it('leaves keys to what is typed in, and to dialogs', () => {
    for (const kind of ['textarea', '[role="textbox"]', '[role="listbox"]', 'dialog', 'select:open']) {
      for (const key of [' ', 'ArrowLeft', 'Home', '[', '1', 'Escape']) {
        expect(commandOf(press(key, { target: element(kind) })), `${key} in ${kind}`).toBeUndefined();
      }
    }
  });

  it('drives the clock from buttons, links and closed selects, too: they have other keys', () => {
    for (const kind of ['button', 'a[href]', 'summary', 'select']) {
      for (const key of [' ', 'ArrowRight', 'Home', 'End'])
        expect(commandOf(press(key, { target: element(kind) })), `${key} on ${kind}`).toBeDefined();
    }
  });

  it('leaves a slider or a box to whoever came by keyboard, and takes the keys back after a click', () => {
    const target = element('input');
    for (const key of [' ', 'ArrowRight', 'End']) {
      expect(commandOf(press(key, { target, led: true }))).toBeUndefined();
      expect(commandOf(press(key, { target, led: false }))).toBeDefined();
    }
    expect(commandOf(press('1', { target, led: true }))).toBeDefined();
  });

  it('digits enlarge pictures, Escape goes back where there is anything to go back from', () => {
    const asked: (number | string)[] = [];
    const focus = (place: number) => void asked.push(place);
    const setUp = () => void asked.push('set up');
    const stage = (large: boolean) => stageOf({ focus, setUp, leave: () => large });
    for (const key of ['1', '9', 's']) commandOf(press(key))!(clockAt(0), stage(false));
    expect(asked).toEqual([1, 9, 'set up']);
    expect(commandOf(press('Escape'))!(clockAt(0), stage(true))).toBe(true);
    expect(commandOf(press('Escape'))!(clockAt(0), stage(false))).toBe(false);
    expect(commandOf(press('0'))).toBeUndefined();
  });

  it('letters turn things on and off; where there is no guide or drawer, the key stays the browser’s', () => {
    const asked: string[] = [];
    const does = (what: string) => () => void asked.push(what);
    const stage = stageOf({
      ...{ presenter: does('presenter'), blank: does('blank'), truth: does('truth'), help: does('help') },
      reset: does('reset'),
    });
    for (const key of ['p', 'b', 'h', 'r']) expect(commandOf(press(key))!(clockAt(0), stage)).not.toBe(false);
    // Most keyboards have it with Shift.
    commandOf(press('?', { shiftKey: true }))!(clockAt(0), stage);
    expect(asked).toEqual(['presenter', 'blank', 'truth', 'reset', 'help']);
    const calm = { presenter: undefined, truth: undefined };
    for (const key of ['s', '?', 'r', 'h', 'p'])
      expect(commandOf(press(key))!(clockAt(0), stageOf(calm))).toBe(false);
    for (const key of ['s', '?']) expect(commandOf(press(key))!(clockAt(0), stageOf({}))).toBe(false);
  });

  it('comma and full stop, or pages with Shift, go from moment to moment; pages alone step', () => {
    const asked: number[] = [];
    const stage = stageOf({ moment: (direction) => asked.push(direction) > 0 });
    for (const key of [',', '.']) commandOf(press(key))!(clockAt(0), stage);
    for (const key of ['PageUp', 'PageDown']) commandOf(press(key, { shiftKey: true }))!(clockAt(0), stage);
    expect(asked).toEqual([-1, 1, -1, 1]);
    const clock = clockAt(4);
    commandOf(press('PageDown'))!(clock);
    expect(clock.t).toBe(5);
    commandOf(press('PageUp'))!(clock);
    expect(clock.t).toBe(4);
    // Whoever reads in the drawer scrolls it.
    const target = element('[data-part="drawer"]');
    expect(commandOf(press('PageDown', { target }))).toBeUndefined();
    expect(commandOf(press('ArrowRight', { target }))).toBeDefined();
  });

  it('leaves the browser its shortcuts, and takes brackets typed with AltGr', () => {
    for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { shiftKey: true }]) {
      expect(commandOf(press('ArrowLeft', more))).toBeUndefined();
    }
    expect(commandOf(press('[', { ctrlKey: true }))).toBeUndefined();
    expect(commandOf(press('[', { ctrlKey: true, altKey: true }))).toBeDefined();
  });

  it('ignores a held space, input methods, and what was handled already', () => {
    expect(commandOf(press(' ', { repeat: true }))).toBeUndefined();
    expect(commandOf(press('ArrowRight', { repeat: true }))).toBeDefined();
    expect(commandOf(press(' ', { isComposing: true }))).toBeUndefined();
    expect(commandOf(press('Home', { defaultPrevented: true }))).toBeUndefined();
    expect(commandOf(press('toString'))).toBeUndefined();
  });

  it('listens until told to stop, and keeps the page from scrolling', () => {
    const target = new EventTarget();
    const clock = clockAt(4);
    const stop = listenForKeys(clock, undefined, target);
    const send = () => {
      const event = Object.assign(new Event('keydown', { cancelable: true }), { key: 'End' });
      target.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect([send(), clock.t]).toEqual([true, 10]);
    stop();
    clock.toStart();
    expect([send(), clock.t]).toEqual([false, 0]);
  });
});
