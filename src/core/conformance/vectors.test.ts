/**
 * What every strategy does on three problems, trial by trial, as it was stored: moving files about changes none of it. A trace
 * changes on purpose only: `UPDATE_VECTORS=1 npx vitest run vectors` stores it anew, and the commit says why.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../run.ts';
import { ENGINE } from '../engine.ts';
import { strategies } from '../strategies/index.ts';
import type { Trial } from '../types.ts';
import { VECTOR_PROBLEMS, vectorScenario } from './vector-scenarios.ts';

interface Vector {
  /** For whoever reads a difference: of the first, a middle and the last trial. */
  excerpt: { trial: number; x: readonly number[]; y: number | null; why: string }[];
  /** Of each trial as JSON, what it was shown and why included: twelve digits of its SHA-256. */
  hashes: string[];
}

const hashOf = (trial: Trial): string =>
  createHash('sha256').update(JSON.stringify(trial)).digest('hex').slice(0, 12);

function vectorOf(trials: readonly Trial[]): Vector {
  const shown = [0, Math.floor(trials.length / 2), trials.length - 1];
  return {
    excerpt: shown.map((i) => {
      const { x, y, why } = trials[i];
      return { trial: i + 1, x, y, why: why.key };
    }),
    hashes: trials.map(hashOf),
  };
}

const fileOf = (problem: string) => new URL(`./vectors/${problem}.json`, import.meta.url);
const update = process.env.UPDATE_VECTORS === '1';
/** The engine whose trials are stored. */
const storedEngine = new URL('./vectors/engine.json', import.meta.url);
const { engine } = JSON.parse(readFileSync(storedEngine, 'utf8')) as { engine: number };

it('says by which engine kept runs were made: other trials are another engine’s', () => {
  if (update) writeFileSync(storedEngine, `${JSON.stringify({ engine: ENGINE })}\n`);
  else expect(ENGINE, 'UPDATE_VECTORS=1 stores what a raised engine does').toBe(engine);
});

describe.each(VECTOR_PROBLEMS)('on %s', (name) => {
  const file = fileOf(name);
  const stored = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Record<string, Vector>;

  it.each(strategies.map(({ id }) => id))('%s does what it did', (id) => {
    const now = vectorOf(run(vectorScenario(name, id)).traces[0].trials);
    if (update) {
      const changed = stored[id] !== undefined && `${stored[id].hashes}` !== `${now.hashes}`;
      if (changed)
        expect(ENGINE, 'Other trials than before: raise ENGINE in src/core/engine.ts.').not.toBe(engine);
      stored[id] = JSON.parse(JSON.stringify(now)) as Vector;
      writeFileSync(file, `${JSON.stringify(stored, undefined, 1)}\n`);
    }
    // First what can be read, then everything.
    expect(now.excerpt).toEqual(stored[id]?.excerpt);
    expect(now.hashes).toEqual(stored[id].hashes);
  });

  it('stores no strategy that is not there', () => {
    expect(Object.keys(stored).sort()).toEqual(strategies.map(({ id }) => id).sort());
  });
});
