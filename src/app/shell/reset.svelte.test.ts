import { afterEach, describe, expect, it } from 'vitest';
import { run } from '#core/run.ts';
import { defaultScenario } from '#core/scenario.ts';
import { WorkerPool } from '#workers/pool.ts';
import { Address } from '../address/address.svelte.ts';
import { FakeWindow } from '../address/testing.ts';
import { Lab } from '../lab/lab.svelte.ts';
import { openingAtOnce } from '../opening/testing.ts';
import { OwnDrafts } from '../own/drafts.svelte.ts';
import { drafting } from '../own/kept-drafts.ts';
import { FakeFrames } from '../shared/testing.ts';
import { Reset } from './reset.svelte.ts';

let stop = () => {};
afterEach(() => stop());

function setUp(hash: string, tells = false) {
  const pool = new WorkerPool({ size: 1, spawn: () => ({ send: () => {}, terminate: () => {} }) });
  const lab = new Lab({ pool, opening: openingAtOnce(), frames: new FakeFrames() });
  const address = new Address(lab, ['lab'], Object.assign(new FakeWindow(hash), { tells }));
  const drafts = new OwnDrafts(undefined, false);
  const stopFollowing = address.start();
  stop = () => {
    stopFollowing();
    lab.dispose();
  };
  return { lab, address, drafts, reset: new Reset({ address, lab, drafts }) };
}
const LINK = '#/lab?objective=branin&t=4&focus=bayes&hide=menu&strategies=grid,bayes';

describe('Reset', () => {
  it('is offered for everything that a link holds', () => {
    const { lab, address, reset } = setUp(LINK);
    for (const change of [
      () => lab.clock.seek(5),
      () => lab.clock.play(),
      () => address.set({ focus: 'grid' }),
      () => address.set({ hide: '' }),
      () => address.set({ truth: 'hidden' }),
      () => lab.update({ seed: 99 }),
      () => lab.setParam('grid', 'order', 'shuffled'),
      () => lab.update({ strategies: lab.scenario.strategies.slice(1) }),
    ]) {
      expect(reset.offered, String(change)).toBe(false);
      change();
      expect(reset.offered, String(change)).toBe(true);
      reset.go();
      expect(address.labLink).toBe(address.asked);
    }
  });

  it('leaves language and type as they are, unless the link says them', () => {
    const { address, reset } = setUp(LINK);
    address.set({ lang: 'zh', presenter: true });
    expect(reset.offered).toBe(false);
    address.set({ focus: '' });
    reset.go();
    expect(address.options).toMatchObject({ lang: 'zh', presenter: true, focus: 'bayes' });
    expect([reset.offered, reset.undoable]).toEqual([false, true]);
    stop();
    const said = setUp(`${LINK}&lang=en&presenter=1`);
    said.address.set({ lang: 'zh', presenter: false });
    expect(said.reset.offered).toBe(true);
    said.reset.go();
    expect(said.address.options).toMatchObject({ lang: 'en', presenter: true });
  });

  it.each([false, true])(
    'is offered when something is different, goes back to all that the link held, and can be undone',
    (tells) => {
      const { lab, address, reset } = setUp(LINK, tells);
      reset.press();
      expect([reset.offered, reset.undoable, address.labLink]).toEqual([false, false, address.asked]);
      lab.update({ seed: 12, budget: 9, strategies: lab.scenario.strategies.slice(0, 1) });
      lab.clock.seek(7);
      address.set({ focus: '', truth: 'hidden' });
      const changed = address.labLink;
      expect(reset.offered).toBe(true);
      reset.press();
      expect(address.labLink).toBe(address.asked);
      expect([lab.scenario.strategies.length, lab.clock.wanted, address.options.focus]).toEqual([
        2,
        4,
        'bayes',
      ]);
      expect([reset.offered, reset.undoable]).toEqual([false, true]);
      reset.press();
      expect(address.labLink).toBe(changed);
      expect([reset.offered, reset.undoable]).toEqual([true, false]);
      reset.press();
      expect(address.labLink).toBe(address.asked);
      reset.press();
      expect(address.labLink).toBe(changed);
    },
  );

  it('can still be undone after the clock has moved or it was played anew, not after another change', () => {
    const { lab, address, reset } = setUp(`${LINK}&play=1`);
    lab.update({ seed: 12 });
    reset.go();
    expect([lab.clock.playing, lab.clock.wanted, lab.scenario.seed]).toEqual([true, 4, 1]);
    lab.clock.seek(8);
    expect([reset.offered, reset.undoable]).toEqual([true, true]);
    reset.press();
    expect([lab.clock.playing, lab.clock.wanted, reset.undoable]).toEqual([true, 4, true]);
    reset.undo();
    expect(lab.scenario.seed).toBe(12);
    reset.go();
    lab.update({ seed: 3 });
    expect(reset.undoable).toBe(false);
    // Another link is another question.
    reset.go();
    address.open('#/lab?objective=forrester');
    expect([reset.offered, reset.undoable]).toEqual([false, false]);
  });

  it('brings back a file that was replayed', () => {
    const scenario = { ...defaultScenario(), strategies: [{ id: 'random', params: {} }] };
    const { lab, reset } = setUp('#/lab?strategies=random');
    lab.replay(run(scenario));
    lab.clock.seek(5);
    expect(reset.offered).toBe(true);
    reset.go();
    expect([lab.replayed, reset.offered]).toEqual([null, false]);
    reset.undo();
    expect([lab.replayed?.scenario, lab.clock.wanted]).toEqual([scenario, 5]);
  });

  it('brings back what stood in the fields of an own function, finished or not', () => {
    const { lab, drafts, reset } = setUp('#/lab?objective=formula&objective.formula=x%2B2');
    drafts.restore(drafting);
    const follow = () => drafts.follow(lab.scenario.objective);
    follow();
    lab.setProblem({ id: 'formula', params: { formula: 'x + 7', space: '' } });
    drafts.sent(lab.scenario.objective);
    drafts.editFormula({ text: 'x + (' });
    reset.go();
    follow();
    expect(drafts.formula.text).toBe('x+2');
    reset.undo();
    follow();
    expect([drafts.formula.text, lab.scenario.objective.params.formula]).toEqual(['x + (', 'x + 7']);
  });
});
