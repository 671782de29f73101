/** What the browser holds between visits, damaged: read as it was, or not at all, and nothing is brought down. */
import { describe, expect, it } from 'vitest';
import { getObjective } from '#core/objectives/index.ts';
import { readParams } from '#core/params.ts';
import { pack, unpack } from '#core/study/packed.ts';
import { runAll, study } from '#core/study/testing.ts';
import { readParts, sealed, sealedLate, type Part } from '#workers/results/parts.ts';
import { recallChoices, recallTallies, type Memory } from '../arena/dimensions/memory.ts';
import { LastGood } from '../address/last-good.ts';
import { KeptFunctions, nameOf } from '../address/long-links.ts';
import { OwnDrafts, type Drawer } from '../own/drafts.svelte.ts';
import { drafting } from '../own/kept-drafts.ts';
import { WAYS } from '../shared/ways.ts';
import { luckOf, MUTATIONS, mutated, mutatedText, type Luck } from './mutate-testing.ts';

const TOKENS = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  'null',
  '-1',
  '1e999',
  '"constructor"',
  '0',
  'NaN',
  '\\u0000',
  '山',
];

class Store implements Drawer {
  readonly held = new Map<string, string>();
  getItem = (name: string) => this.held.get(name) ?? null;
  setItem = (name: string, value: string) => void this.held.set(name, value);
  removeItem = (name: string) => void this.held.delete(name);
}

/** JSON that was changed behind its schema, or as text. */
const damaged = (text: string, luck: Luck): string =>
  luck.below(4) === 0
    ? mutatedText(text, luck, TOKENS)
    : JSON.stringify(mutated({ kept: JSON.parse(text) as unknown }, luck).kept ?? null);

describe('kept drafts', () => {
  const store = new Store();
  const drafts = new OwnDrafts(store, false).restore(drafting);
  drafts.follow({ id: 'formula', params: { formula: '(x-0.3)^2', space: 'x log 0.1 1' } });
  drafts.editFormula({ text: 'x^(' });
  const knots = [
    [0, 0.5, 1],
    [3, 1, 2],
  ];
  drafts.follow({ id: 'drawn', params: { knots, space: 'x 0 2' } });
  drafts.editDrawn({
    past: [
      knots,
      [
        [0, 1],
        [1, 2],
      ],
    ],
    bottom: '-1',
  });
  drafts.follow({
    id: 'table',
    params: {
      trials: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      space: 'lr log',
    },
  });
  drafts.editTable({ text: 'x,y\n1,2\n', wanted: { hyperparameters: [0], objective: 1 } });
  const kept = [...store.held];

  it('come back as they were', () => {
    const again = new OwnDrafts(store, false).restore(drafting);
    expect([again.formula, again.drawn, again.table]).toEqual([drafts.formula, drafts.drawn, drafts.table]);
  });

  it('do not come back after a crash, until something is entered', () => {
    expect(new OwnDrafts(store, true).restore(drafting).formula.text).not.toBe('x^(');
  });

  it(`are fields and functions, damaged ${MUTATIONS} times`, { timeout: 600_000 }, () => {
    for (let i = 0; i < MUTATIONS; i++) {
      const luck = luckOf('drafts', i);
      const drawer = new Store();
      for (const [name, text] of kept) drawer.setItem(name, text);
      const [name, text] = luck.of(kept);
      drawer.setItem(name, damaged(text, luck));
      const restored = new OwnDrafts(drawer, false).restore(drafting);
      const { formula, drawn, table } = restored;
      for (const { lo, hi, scale } of [...formula.domains, drawn.domain, ...table.domains])
        expect([typeof lo, typeof hi, ['linear', 'log', 'integer'].includes(scale)]).toEqual([
          'string',
          'string',
          true,
        ]);
      expect([typeof formula.text, typeof table.text, typeof table.name, typeof drawn.top]).toEqual(
        new Array(4).fill('string'),
      );
      for (const past of drawn.past)
        expect(getObjective('drawn').check?.({ knots: past, space: '' })).toBeUndefined();
      for (const way of WAYS) {
        const { params } = restored.lastOf(way);
        expect(readParams(getObjective(way).params, params, way)).toEqual({ values: params, notices: [] });
      }
    }
  });
});

describe('small records', () => {
  it(`are themselves or nothing, damaged ${MUTATIONS} times`, { timeout: 600_000 }, () => {
    const choices = JSON.stringify({
      ...{ version: 1, settings: { dimensions: 3, shape: 'cube', targets: 1000 } },
      ...{ cost: { levels: 5, hours: 1, price: 2, budget: 40 }, trials: 64 },
    });
    const tallies = JSON.stringify({
      ...{ version: 1 },
      tallies: [{ question: { dimensions: 3 }, counts: { targets: 10, hits: { grid: [1, 2, 3] } } }],
    });
    const query = 'objective=formula&objective.formula=x^2';
    for (let i = 0; i < MUTATIONS; i++) {
      const luck = luckOf('records', i);
      const memory: Memory = {
        recall: (name) => damaged(/tall|count/.test(name) ? tallies : choices, luck),
        remember: () => {},
      };
      recallChoices(memory);
      for (const tally of recallTallies(memory, 512)) expect(typeof tally).toBe('object');

      const store = new Store();
      const functions = new KeptFunctions(store);
      const name = functions.name(query);
      functions.keep(name);
      for (const [key, text] of store.held) store.setItem(key, mutatedText(text, luck, TOKENS));
      expect([undefined, query]).toContain(new KeptFunctions(store).find(nameOf(query)));

      store.setItem(
        'trial-by-trial/address/good',
        mutatedText('#/lab?budget=3', luck, ['javascript:', 'http://', '#', '/']),
      );
      expect(new LastGood(store).good ?? '#/').toMatch(/^#\//);
    }
  });
});

describe('kept results', () => {
  const given = study({ problems: ['branin', 'forrester'], strategies: ['random', 'grid'], repeats: 2 });
  const text = JSON.stringify(given);
  const whole = sealed(text, pack(runAll(given)));
  const same = (runs: ReturnType<typeof unpack>) =>
    JSON.stringify(runs.map((run) => [run.problem, run.repeat, [...run.y]]));

  /** One bit, one entry, one length, one name or one number of a part. */
  function spoilt(luck: Luck): unknown {
    const part = structuredClone(whole) as Part & Record<string, unknown>;
    const column = luck.of(Object.keys(part.packed)) as keyof Part['packed'];
    const bytes = new Uint8Array(part.packed[column].buffer);
    switch (luck.below(7)) {
      case 0:
        bytes[luck.below(bytes.length)] ^= 1 << luck.below(8);
        break;
      case 1:
        part.packed[column] = part.packed[column].slice(luck.below(3)) as never;
        break;
      case 2:
        part.packed[column] = luck.of<unknown>([
          null,
          [],
          {},
          'x',
          new Float64Array(3),
          new DataView(bytes.buffer),
        ]) as never;
        break;
      case 3:
        part[luck.of(['crc', 'version', 'text', 'packed'])] = luck.of<unknown>([
          null,
          0,
          -1,
          1,
          '',
          {},
          1e300,
        ]) as never;
        break;
      case 4:
        delete part[luck.of(['crc', 'version', 'text', 'packed'])];
        break;
      case 5:
        delete (part.packed as Partial<Part['packed']>)[column];
        break;
      default:
        return luck.of<unknown>([null, undefined, 0, 'x', [], {}, { packed: null }]);
    }
    return part;
  }

  it(`are as they were written, or left out, damaged ${MUTATIONS} times`, { timeout: 600_000 }, () => {
    expect(readParts(given, text, [whole])).toMatchObject({ damaged: [], later: 0 });
    let out = 0;
    for (let i = 0; i < MUTATIONS; i++) {
      const { packs, damaged, later } = readParts(given, text, [spoilt(luckOf('parts', i)), whole]);
      out += damaged.length + later;
      expect(packs.length + damaged.length + later).toBe(2);
      for (const packed of packs) expect(same(unpack(packed))).toBe(same(unpack(whole.packed)));
    }
    expect(out).toBeGreaterThan(MUTATIONS * 0.8);
  });

  it('from before there were checksums are sealed where they are sound, and only then', () => {
    const { packed } = structuredClone(whole);
    expect(readParts(given, text, [sealedLate({ text, packed })]).packs).toHaveLength(1);
    const short = { ...packed, y: packed.y.slice(1) };
    expect(readParts(given, text, [sealedLate({ text, packed: short })]).damaged).toEqual([0]);
    for (const odd of [null, undefined, 7, {}, { text }, { text, packed: {} }])
      expect(sealedLate(odd)).toBe(odd);
  });
});
