import { describe, expect, it } from 'vitest';
import { KeptFunctions, keptIn, nameOf, unfold, wholeAddress } from './long-links.ts';

class FakeStorage {
  readonly held = new Map<string, string>();
  full = false;
  getItem = (name: string) => this.held.get(name) ?? null;
  setItem = (name: string, value: string) => {
    if (this.full) throw new Error('QuotaExceededError');
    this.held.set(name, value);
  };
  removeItem = (name: string) => void this.held.delete(name);
}

describe('functions that are too long for a link', () => {
  it('are found again by name, after a reload only where the browser took them', () => {
    const storage = new FakeStorage() as unknown as Storage & FakeStorage;
    const kept = new KeptFunctions(storage);
    const name = kept.name('objective=table&objective.trials=1,2;3,4');
    expect(kept.find(name)).toContain('1,2;3,4');
    expect(new KeptFunctions(storage).find(name)).toBeUndefined();
    expect(kept.keep(name)).toBe(true);
    expect(new KeptFunctions(storage).find(name)).toContain('1,2;3,4');
    storage.full = true;
    expect(kept.keep(kept.name('another'))).toBe(false);
  });

  it('make room for later ones, the oldest first', () => {
    const storage = new FakeStorage() as unknown as Storage & FakeStorage;
    const kept = new KeptFunctions(storage);
    const names = Array.from({ length: 12 }, (_, i) => kept.name(`function ${i}`));
    for (const name of names) kept.keep(name);
    const fresh = new KeptFunctions(storage);
    expect(names.map((name) => fresh.find(name) !== undefined)).toEqual(names.map((_, i) => i >= 4));
  });

  it('stand in an address by their name', () => {
    const hash = `#/lab?objective=table&kept=${nameOf('x')}&t=3`;
    expect(keptIn(hash)).toBe(nameOf('x'));
    expect(unfold(hash, 'a=1')).toBe('#/lab?objective=table&a=1&t=3');
    expect(keptIn(unfold(hash, undefined))).toBeUndefined();
    const kept = new KeptFunctions(undefined);
    expect(wholeAddress(hash, kept)).toEqual({ hash: unfold(hash, undefined), lost: true });
    const named = `#/lab?kept=${kept.name('a=1')}`;
    expect(wholeAddress(named, kept)).toEqual({ hash: '#/lab?a=1', lost: false });
    expect(wholeAddress('#/lab', kept)).toEqual({ hash: '#/lab', lost: false });
    expect(nameOf('x')).not.toBe(nameOf('y'));
  });
});
