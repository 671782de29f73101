import { describe, expect, it } from 'vitest';
import { OwnDrafts, type Drawer } from './drafts.svelte.ts';
import { drafting } from './kept-drafts.ts';

class FakeDrawer implements Drawer {
  readonly #held = new Map<string, string>();
  getItem = (name: string) => this.#held.get(name) ?? null;
  setItem = (name: string, value: string) => void this.#held.set(name, value);
}
const formula = (text: string, space = '') => ({ id: 'formula', params: { formula: text, space } });

describe('drafts of functions of the reader’s own', () => {
  it('follow a function that came from elsewhere, and not the one that came from them', () => {
    const drafts = new OwnDrafts(new FakeDrawer()).restore(drafting);
    drafts.follow(formula('x^2', 'x log 1e-3 1'));
    expect(drafts.formula.text).toBe('x^2');
    expect(drafts.formula.domains[0]).toEqual({ scale: 'log', lo: '0.001', hi: '1' });
    drafts.editFormula({ text: 'x^2 +' });
    drafts.follow(formula('x^2', 'x log 1e-3 1'));
    expect(drafts.formula.text).toBe('x^2 +');
    drafts.follow(formula('x^3'));
    expect(drafts.formula.text).toBe('x^3');
  });

  it('keep what is wrong over a reload, beside what was last in force', () => {
    const drawer = new FakeDrawer();
    const before = new OwnDrafts(drawer).restore(drafting);
    before.follow(formula('x^2'));
    before.editFormula({ text: 'x^(' });
    const after = new OwnDrafts(drawer).restore(drafting);
    after.follow(formula('x^2'));
    expect(after.formula.text).toBe('x^(');
    expect(after.lastOf('formula').params).toEqual({ formula: 'x^2', space: '' });
  });

  it('are not emptied by what was remembered before they were there', () => {
    const drawer = new FakeDrawer();
    new OwnDrafts(drawer).restore(drafting).editFormula({ text: 'x^(' });
    const drafts = new OwnDrafts(drawer);
    const back = drafts.remember();
    drafts.restore(drafting);
    back();
    expect(drafts.formula.text).toBe('x^(');
    expect(drafts.table).toBeDefined();
    expect(new OwnDrafts(drawer).restore(drafting).formula.text).toBe('x^(');
  });

  it('give every way its last function, or its example', () => {
    const drafts = new OwnDrafts(new FakeDrawer()).restore(drafting);
    const curve = {
      knots: [
        [0, 1],
        [2, 1],
      ],
      space: '',
    };
    expect(drafts.lastOf('drawn').params.knots).toHaveLength(2);
    drafts.sent({ id: 'drawn', params: curve });
    drafts.follow(formula('y'));
    expect(drafts.lastOf('drawn')).toEqual({ id: 'drawn', params: curve });
  });

  it('do not bring back a part of a table as if it were the whole', () => {
    const drawer = new FakeDrawer();
    new OwnDrafts(drawer)
      .restore(drafting)
      .editTable({ text: 'x,y\n0,1', name: 'runs.csv' }, new Blob(['x,y\n0,1\n1,2']));
    expect(new OwnDrafts(drawer).restore(drafting).table.text).toBe('');
    new OwnDrafts(drawer).restore(drafting).editTable({ text: 'x,y\n0,1\n1,2' }, null);
    expect(new OwnDrafts(drawer).restore(drafting).table.text).toBe('x,y\n0,1\n1,2');
  });

  it('go on without storage, and with a foreign one', () => {
    const refusing: Drawer = {
      getItem: () => '{"formula":',
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    const drafts = new OwnDrafts(refusing).restore(drafting);
    drafts.editFormula({ text: 'x' });
    expect(drafts.formula.text).toBe('x');
  });
});
