import type { Snippet } from 'svelte';
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { valueAxis } from '../scales.ts';
import { parallelLayout, plotLayout } from './layout.ts';
import { Plotting, type Host, type Kind } from './plotting.svelte.ts';
import { Handed, Register } from './register.svelte.ts';
import { around, outside, regionsOf } from './regions.ts';

const [a, b, c] = ['a', 'b', 'c'].map((label) => valueAxis(label, [0, 10]));
const value = valueAxis('f', [0, 1]);
const drawing = (() => {}) as unknown as Snippet;
const series = { id: 'one', label: 'One', colour: 'red', marker: 'circle' } as const;

/** A plot 400 px wide, with a font of 10 px. */
function plotOf(kind: Kind, height: Host['height'] = 300): Plotting {
  const axes = { curve: [a], plane: [a, b], parallel: [a, b, c] }[kind];
  const plot = new Plotting(kind, 'p', {
    series,
    axes,
    value: kind === 'plane' ? null : value,
    height,
    layout: (room) =>
      kind === 'parallel'
        ? parallelLayout(axes, value, room)
        : {
            ...plotLayout(a, kind === 'plane' ? b : value, room),
            width: room.width,
            type: room.type,
            columns: [],
          },
  });
  Object.assign(plot, { width: 400, tenEms: 100, tall: 500 });
  return plot;
}

/** Runs as a component would; what it hands in is forgotten with the returned function. */
const owned = (body: () => void) => {
  const end = $effect.root(body);
  flushSync();
  return () => {
    end();
    flushSync();
  };
};

describe('a plot', () => {
  it('has strips under it, on top of the height that it was given', () => {
    const plot = plotOf('curve');
    const end = owned(() => {
      const [first, second] = [
        plot.strip((type) => type * 4),
        plot.strip(
          () => 25,
          (type) => [type, 7],
        ),
      ];
      expect([first.top, second.top]).toEqual([300, 340]);
      expect(plot.through).toEqual([{ y1: 350, y2: 357 }]);
    });
    expect([plot.height, plot.total]).toEqual([300, 365]);
    end();
    expect(plot.total).toBe(300);
  });

  it('that fills its box leaves the strips their room', () => {
    const plot = plotOf('curve', 'fill');
    owned(() => plot.strip(() => 120));
    expect([plot.height, plot.total]).toEqual([380, 500]);
    expect(plot.frame.bottom).toBeLessThan(380);
    plot.tall = 900;
    expect([plot.height, plot.total]).toEqual([780, 900]);
  });

  it('leaves the most room that any mark needs', () => {
    const plot = plotOf('plane');
    const { top, right } = plot.frame;
    const end = owned(() => {
      plot.need(({ type }) => ({ top: type, right: 60 }));
      plot.need(() => ({ top: 4, right: 90 }));
    });
    expect([plot.frame.top, plot.frame.right]).toEqual([top + 10, 400 - 90]);
    end();
    expect([plot.frame.top, plot.frame.right]).toEqual([top, right]);
  });

  it('forgets what a mark has drawn with the mark; a map makes marks white', () => {
    const plot = plotOf('plane');
    expect(plot.onMap).toBe(false);
    const end = owned(() => plot.draw('paper', drawing));
    expect([plot.onMap, plot.layer('paper').length, plot.layer('ground').length]).toEqual([true, 1, 0]);
    end();
    expect([plot.onMap, plot.layer('paper').length]).toEqual([false, 0]);
  });

  it('knows where a point is: one place, or one on every parallel axis', () => {
    const curve = plotOf('curve');
    expect(curve.place([0], 0)).toEqual([curve.frame.left, curve.frame.bottom]);
    // Beyond the range at its edge; a failed trial on the axis.
    expect(curve.place([0], 7)[1]).toBe(curve.frame.top);
    expect([curve.beyond(7), curve.beyond(-1), curve.beyond(0.5), curve.beyond(null)]).toEqual([
      'above',
      'below',
      undefined,
      undefined,
    ]);
    expect(curve.place([0], null)[1]).toBe(curve.frame.bottom);
    const plane = plotOf('plane');
    expect(plane.place([10, 10], 3)).toEqual([plane.frame.right, plane.frame.top]);
    const parallel = plotOf('parallel');
    const { top, bottom, columns } = parallel.frame;
    expect(parallel.places([0, 10, 5], 1)).toEqual([
      [columns[0].at, bottom],
      [columns[1].at, top],
      [columns[2].at, (top + bottom) / 2],
      [columns[3].at, top],
    ]);
    expect(parallel.places([0, 10, 5], null)).toHaveLength(3);
  });
});

describe('a box of hyperparameter values', () => {
  const box = [
    { lo: 2, hi: 4 },
    { lo: 5, hi: 10 },
    { lo: 3, hi: 3 },
  ];
  it('is one rectangle where axes cross: as high as the plot over one, bounded on both in a plane', () => {
    const { frame } = plotOf('curve');
    const [strip, ...rest] = regionsOf(box.slice(0, 1), { kind: 'curve', frame });
    expect(rest).toEqual([]);
    expect(strip).toEqual({
      x: frame.x(2),
      width: frame.x(4) - frame.x(2),
      y: frame.top,
      height: frame.bottom - frame.top,
    });
    const plane = plotOf('plane').frame;
    expect(regionsOf(box.slice(0, 2), { kind: 'plane', frame: plane })).toEqual([
      {
        x: plane.x(2),
        width: plane.x(4) - plane.x(2),
        y: plane.y(10),
        height: plane.y(5) - plane.y(10),
      },
    ]);
  });
  it('is one on each of many axes, none thinner than can be seen', () => {
    const { frame } = plotOf('parallel');
    const all = regionsOf(box, { kind: 'parallel', frame });
    expect(all).toHaveLength(3);
    all.forEach(({ x, width }, i) => expect(x + width / 2).toBeCloseTo(frame.columns[i].at, 10));
    expect(all[1].y).toBeCloseTo(frame.top, 10);
    expect(all[2].height).toBe(4);
  });
  it('leaves outside what its axis has on both sides, to the borders of whole values', () => {
    expect(outside({ lo: 2, hi: 4 }, a)).toEqual([
      { lo: 0, hi: 2 },
      { lo: 4, hi: 10 },
    ]);
    expect(outside({ lo: 0, hi: 4 }, a)).toEqual([{ lo: 4, hi: 10 }]);
    expect(outside({ lo: 0.5, hi: 2.5 }, { ...a, lo: 1, hi: 4, integer: true })).toEqual([
      { lo: 2.5, hi: 4.5 },
    ]);
    const { frame } = plotOf('plane');
    expect(around({ x: 50, y: 60, width: 5, height: 6 }, frame)).toContain('ZM50,60h5v6h-5Z');
  });
});

describe('what marks say of themselves', () => {
  it('stands in the order of what they are, not of when they came, and goes with them', () => {
    const register = new Register();
    const item = (label: string) => ({ label, colour: 'red', kind: 'line' as const });
    const tried = owned(() =>
      register.enter({
        rank: 2,
        legend: () => [item('tried')],
        columns: () => [
          { label: 'trial', cells: () => [1, 2, 3] },
          { label: 'value', cells: () => [0.5, null] },
        ],
      }),
    );
    owned(() => register.enter({ rank: 0, legend: () => [item('believed'), item('followed')] }));
    expect(register.legend.map(({ label }) => label)).toEqual(['believed', 'followed', 'tried']);
    expect(register.columns.map(({ label }) => label)).toEqual(['trial', 'value']);
    expect(register.rows()).toEqual([
      [1, 0.5],
      [2, null],
      [3, null],
    ]);
    tried();
    expect(register.legend.map(({ label }) => label)).toEqual(['believed', 'followed']);
    expect(register.rows()).toEqual([]);
  });
});

describe('what is handed in', () => {
  it('stays, where it comes in the same breath in which another goes', () => {
    const handed = new Handed<string>();
    let first = $state(true);
    const end = owned(() => {
      $effect(() => {
        if (first) return $effect.root(() => handed.add('first'));
        // The new one comes before the old one has gone, as where one mark takes the place of another.
        return $effect.root(() => handed.add('second'));
      });
    });
    expect(handed.all).toEqual(['first']);
    first = false;
    flushSync();
    expect(handed.all).toEqual(['second']);
    end();
    expect(handed.all).toEqual([]);
  });
});
