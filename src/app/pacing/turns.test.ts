import { beforeEach, expect, it } from 'vitest';
import { Turns } from './turns.ts';

let frames: (() => void)[];
let now: number;
let done: string[];
let turns: Turns;

beforeEach(() => {
  [frames, now, done] = [[], 0, []];
  turns = new Turns({ request: (callback) => frames.push(() => callback(now)), cancel: () => {} }, () => now);
});
const turn = (name: string, ms: number, visible = false) => ({
  visible: () => visible,
  work: () => {
    now += ms;
    done.push(name);
  },
});
const frame = () => {
  for (const callback of frames.splice(0)) callback();
  return done.splice(0);
};

it('gives as many turns as fit a frame, and the rest in the next', () => {
  const owners = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name }));
  for (const owner of owners) turns.ask(owner, turn(owner.name, 3));
  expect(frames).toHaveLength(1);
  expect(frame()).toEqual(['a', 'b', 'c']);
  expect(frame()).toEqual(['d', 'e']);
  expect(frames).toHaveLength(0);
});

it('gives what can be seen its turn first', () => {
  turns.ask({}, turn('below', 20));
  turns.ask({}, turn('on screen', 20, true));
  expect(frame()).toEqual(['on screen']);
  expect(frame()).toEqual(['below']);
});

it('does the latest of what an owner wants, in its old place', () => {
  const owner = {};
  turns.ask(owner, turn('old', 1));
  turns.ask({}, turn('other', 1));
  turns.ask(owner, turn('new', 1));
  expect(frame()).toEqual(['new', 'other']);
});

it('gives nothing to those who left, and takes what is asked within a turn', () => {
  const gone = {};
  turns.ask(gone, turn('gone', 1));
  turns.ask({}, { visible: () => false, work: () => turns.ask({}, turn('later', 1)) });
  turns.withdraw(gone);
  expect(frame()).toEqual(['later']);
  expect(frames).toHaveLength(0);
});
