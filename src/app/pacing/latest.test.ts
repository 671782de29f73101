import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Latest, type Telling } from './latest.ts';

function setUp() {
  const begun: { question: number; tell: Telling; cancelled: boolean }[] = [];
  const latest = new Latest<number>((question, tell) => {
    const one = { question, tell, cancelled: false };
    begun.push(one);
    return { cancel: () => (one.cancelled = true) };
  }, 300);
  return { latest, begun, questions: () => begun.map(({ question }) => question) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the latest question', () => {
  it('is worked on at once where nothing else is', () => {
    const { latest, begun, questions } = setUp();
    latest.ask(1);
    begun[0].tell.over();
    latest.ask(2);
    expect(questions()).toEqual([1, 2]);
    expect(begun[0].cancelled).toBe(false);
  });

  it('waits until the one before has shown something; those between are skipped', () => {
    const { latest, begun, questions } = setUp();
    for (const n of [1, 2, 3, 4]) latest.ask(n);
    expect(questions()).toEqual([1]);
    begun[0].tell.shown();
    expect(begun[0].cancelled).toBe(true);
    expect(questions()).toEqual([1, 4]);
    // It has shown something: the next need not wait.
    begun[1].tell.shown();
    latest.ask(5);
    expect(begun[1].cancelled).toBe(true);
    expect(questions()).toEqual([1, 4, 5]);
  });

  it('waits no longer than a while', () => {
    const { latest, begun, questions } = setUp();
    latest.ask(1);
    latest.ask(2);
    vi.advanceTimersByTime(200);
    latest.ask(3);
    vi.advanceTimersByTime(99);
    expect(questions()).toEqual([1]);
    vi.advanceTimersByTime(1);
    expect(begun[0].cancelled).toBe(true);
    expect(questions()).toEqual([1, 3]);
    vi.advanceTimersByTime(1000);
    expect(questions()).toEqual([1, 3]);
  });

  it('is begun when the one before ends, and what was given up has no say', () => {
    const { latest, begun, questions } = setUp();
    latest.ask(1);
    latest.ask(2);
    begun[0].tell.over();
    expect(questions()).toEqual([1, 2]);
    latest.ask(3);
    begun[0].tell.shown();
    begun[0].tell.over();
    expect(questions()).toEqual([1, 2]);
    begun[1].tell.over();
    expect(questions()).toEqual([1, 2, 3]);
  });

  it('may be dropped', () => {
    const { latest, begun, questions } = setUp();
    latest.ask(1);
    latest.ask(2);
    latest.stop();
    expect(begun[0].cancelled).toBe(true);
    begun[0].tell.over();
    vi.advanceTimersByTime(1000);
    expect(questions()).toEqual([1]);
  });

  it('may be answered before it has been said how to cancel it', () => {
    const seen: number[] = [];
    const latest = new Latest<number>((question, { over }) => {
      seen.push(question);
      over();
      return { cancel: () => {} };
    });
    for (const n of [1, 2, 3]) latest.ask(n);
    expect(seen).toEqual([1, 2, 3]);
  });
});
