import { rgb } from 'd3';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { strategies } from '#core/strategies/index.ts';
import { MARKER_SHAPES } from '#charts/markers.ts';
import { strategyLook, strategyLooks } from '../i18n/index.svelte.ts';
import { lookRules } from './looks.ts';
import { groupOf, groups, listed, lookOf } from './series.ts';

const css = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');
const [light, dark, projector] = css.split(/\[data-theme='(?:dark|projector)'\]/);
const token = (theme: string, name: string) => {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(theme);
  if (!found) throw new Error(`No colour --${name}.`);
  return found[1];
};
const ids = strategies.map(({ id }) => id);

type Triple = readonly [number, number, number];

/** Linear light, 0 … 1. */
function linear(hex: string): Triple {
  const { r, g, b } = rgb(hex);
  const [x, y, z] = [r, g, b].map((byte) => {
    const c = byte / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return [x, y, z];
}
const times = (rows: readonly Triple[], [x, y, z]: Triple): Triple =>
  rows.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple;

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const [low, high] = [a, b]
    .map((hex) => times([[0.2126, 0.7152, 0.0722]], linear(hex))[0])
    .sort((p, q) => p - q);
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira & Fernandes (2009), table 1, severity 1: what is left without red or green cones. */
const VISION: Record<string, readonly Triple[]> = {
  trichromacy: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** Oklab (Ottosson 2020). */
function oklab(light: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    light,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones.map(Math.cbrt) as unknown as Triple,
  );
}

/** 100 times the distance in Oklab, as a reader with this vision sees it. */
function difference(a: string, b: string, vision: string): number {
  const [p, q] = [a, b].map((hex) =>
    oklab(times(VISION[vision], linear(hex)).map((c) => Math.min(1, Math.max(0, c))) as unknown as Triple),
  );
  return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

describe('the looks of the strategies', () => {
  it('are as many markers, and as many pairs of colour and dash, as strategies', () => {
    const looks = ids.map(lookOf);
    expect(new Set(looks.map(({ marker }) => marker)).size).toBe(ids.length);
    expect(new Set(looks.map(({ colour }) => colour)).size).toBe(ids.length);
    // The optimum's colour is nobody's.
    for (const { colour } of looks) expect(colour).not.toContain('optimum');
  });

  it('belong to a group each: none is left over', () => {
    expect(ids.filter((id) => groupOf(id) === 'other')).toEqual([]);
    expect(groups[0].members.map(({ id }) => id)).toEqual(['babysit', 'grid', 'binary', 'random', 'bayes']);
    expect(groups.flatMap(({ members }) => members)).toEqual(listed);
    expect(listed.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  it('are declared with the texts, for registered strategies and no others', () => {
    expect(
      strategyLooks()
        .map(([id]) => id)
        .sort(),
    ).toEqual([...ids].sort());
    for (const [id, { light: day, dark: night }] of strategyLooks())
      expect([id, day, night].join()).toMatch(/^[\w-]+,#[0-9a-f]{6},#[0-9a-f]{6}$/);
    // The themes' own colours stand in tokens.css, and of strategies only that of one without a look.
    expect(css.match(/--strategy-[\w-]+/g)).toEqual(['--strategy-other', '--strategy-other']);
  });

  it('leave at least six markers for strategies to come', () => {
    expect(MARKER_SHAPES.length - ids.length).toBeGreaterThanOrEqual(6);
  });

  it('are tokens of both themes, made from what is declared', () => {
    const rules = lookRules([['x-y', { group: 'direct', marker: 'bar', light: '#111111', dark: '#eeeeee' }]]);
    expect(rules).toBe(
      ":root { --strategy-x-y: #111111; } :root[data-theme='dark'] { --strategy-x-y: #eeeeee; }",
    );
  });

  it('have a plain look for a strategy that was given none', () => {
    expect(lookOf('constructor')).toMatchObject({ marker: 'circle', colour: 'var(--strategy-other)' });
  });
});

describe.each([
  ['light', light],
  ['dark', dark],
  ['projector', projector],
] as const)('the colours, %s', (name, theme) => {
  const panel = token(theme, 'panel');
  const colourOf = (id: string) => strategyLook(id)![name === 'dark' ? 'dark' : 'light'];

  it.each(ids)('%s stands out from the panel by 3 : 1', (id) => {
    expect(contrast(colourOf(id), panel)).toBeGreaterThanOrEqual(3);
  });

  it('keep apart, most of all where two lines have the same dashes', () => {
    for (const [i, a] of ids.entries()) {
      for (const b of ids.slice(0, i)) {
        const sameDash = lookOf(a).dash === lookOf(b).dash;
        for (const vision of Object.keys(VISION)) {
          const least = sameDash ? 7 : vision === 'trichromacy' ? 6 : 3.3;
          expect(difference(colourOf(a), colourOf(b), vision), `${a}, ${b}: ${vision}`).toBeGreaterThan(
            least,
          );
        }
      }
      expect(difference(colourOf(a), token(theme, 'optimum'), 'trichromacy'), a).toBeGreaterThan(6);
    }
  });
});

describe('the projector theme', () => {
  it('has full ink on white, and more contrast than the light one wherever something is to be read or seen', () => {
    expect([token(projector, 'panel'), token(projector, 'paper'), token(projector, 'ink')]).toEqual([
      ...['#ffffff', '#ffffff', '#000000'],
    ]);
    const names = [...projector.matchAll(/--([\w-]+): #/g)].map(([, name]) => name);
    const surfaces = ['panel', 'paper', 'accent-soft', 'warn-soft'];
    const seen = names.filter((name) => !surfaces.includes(name));
    expect(seen.length).toBeGreaterThan(10);
    for (const name of seen)
      expect(contrast(token(projector, name), '#ffffff'), name).toBeGreaterThan(
        contrast(token(light, name), token(light, 'panel')),
      );
    for (const name of ['ink-2', 'accent', 'warn'])
      expect(contrast(token(projector, name), '#ffffff'), name).toBeGreaterThan(9);
  });
});
