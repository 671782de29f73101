/** The bill of a grid grows by its levels with every knob, and machines divide the time. */
import { describe, expect, it } from 'vitest';
import { billOf } from '../../../../learn/bill.ts';
import { BillState } from './bill.svelte.ts';

const state = () => new BillState({ kind: 'bill', lab: '', knobs: 3, levels: 8, machines: 12, hours: 1 });

describe('a bill', () => {
  it('is the levels to the power of the knobs, and as long as the busiest machine works', () => {
    expect(billOf(8, 3, 12, 1)).toEqual({ trials: 512, hours: 43 });
    expect(billOf(8, 3, 1, 0.5)).toEqual({ trials: 512, hours: 256 });
    expect(billOf(2, 1, 100, 3)).toEqual({ trials: 2, hours: 3 });
    expect(billOf(10, 8, 100, 1)).toEqual({ trials: 1e8, hours: 1e6 });
  });

  it('has a line for every knob, each so many times the one before', () => {
    const bill = state();
    bill.turn('knobs', 6);
    expect(bill.lines.map(({ trials }) => trials)).toEqual([8, 64, 512, 4096, 32_768, 262_144]);
    bill.turn('levels', 3);
    expect(bill.lines.map(({ trials }) => trials)).toEqual([3, 9, 27, 81, 243, 729]);
  });

  it('goes back to the text, and no further than its dials', () => {
    const bill = state();
    expect(bill.differs).toBe(false);
    bill.turn('machines', 1000);
    bill.turn('levels', 0);
    expect(bill.asked).toEqual({ knobs: 3, levels: 2, machines: 100 });
    expect(bill.differs).toBe(true);
    bill.reset();
    expect(bill.asked).toEqual({ knobs: 3, levels: 8, machines: 12 });
    expect(bill.differs).toBe(false);
  });
});
