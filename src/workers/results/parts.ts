/**
 * Kept runs as parts that can be told from damaged ones, as entries of the command line's journal are: each has the
 * version of its form and a checksum over whose it is and what it holds. A part that was changed or cut short is known
 * as such, and so is one of a later version, which this one must neither read nor throw away.
 */
import { ENGINE } from '#core/engine.ts';
import { COLUMNS, type PackedRuns } from '#core/study/packed.ts';
import { crc32 } from '#core/study/results/index.ts';
import type { Study } from '#core/study/types.ts';

/** Of the form of a part; 0 is what had none. */
export const PART_VERSION = 1;

export interface Part {
  /** The study, as text. */
  text: string;
  packed: PackedRuns;
  version: number;
  /** Which {@link ENGINE} made the runs; none is the first. */
  engine?: number;
  crc: number;
}

export interface KeptParts {
  packs: PackedRuns[];
  /** Places of parts that are not as they were written. */
  damaged: number[];
  /** Places of parts whose runs an earlier engine made: this one would make others, and they must not be mixed. */
  older: number[];
  /** Parts that a later version wrote, or a later engine made. */
  later: number;
}

/** The part that is kept. */
export const sealed = (text: string, packed: PackedRuns, engine = ENGINE): Part => ({
  text,
  packed,
  version: PART_VERSION,
  engine,
  crc: checksum(text, packed, engine),
});

/** A part from before there were checksums, if it holds what it should; anything else as it is. */
export function sealedLate(part: unknown): unknown {
  const { text, packed, version } = (part ?? {}) as Partial<Part>;
  return version === undefined && typeof text === 'string' && isPacked(packed)
    ? sealed(text, packed, 1)
    : part;
}

/** Sorts what the database has of a study. Never throws, whatever stands there. */
export function readParts(study: Study, text: string, parts: readonly unknown[]): KeptParts {
  const kept: KeptParts = { packs: [], damaged: [], older: [], later: 0 };
  for (const [place, part] of parts.entries()) {
    if (isLater(part)) kept.later += 1;
    else if (!isIntact(study, text, part)) kept.damaged.push(place);
    else if (engineOf(part) < ENGINE) kept.older.push(place);
    else kept.packs.push(part.packed);
  }
  return kept;
}

export function isLater(part: unknown): boolean {
  const { version, engine } = (part ?? {}) as Partial<Part>;
  return (
    (typeof version === 'number' && version > PART_VERSION) || (typeof engine === 'number' && engine > ENGINE)
  );
}
const engineOf = ({ engine = 1 }: Pick<Part, 'engine'>): number => engine;

function isIntact(study: Study, text: string, part: unknown): part is Part {
  const given = (part ?? {}) as Partial<Part>;
  return (
    given.version === PART_VERSION &&
    given.text === text &&
    isPacked(given.packed) &&
    given.crc === checksum(text, given.packed, engineOf(given)) &&
    belongs(study, given.packed)
  );
}

/** Whether these are runs at all: arrays of the right kind, whose lengths agree. */
function isPacked(given: unknown): given is PackedRuns {
  if (typeof given !== 'object' || given === null) return false;
  const packed = given as PackedRuns;
  if (!COLUMNS.every(([name, kind]) => packed[name] instanceof kind)) return false;
  const trials = packed.length.reduce((sum, length) => sum + length, 0);
  return COLUMNS.every(
    ([name, , per]) => packed[name].length === (per === 'run' ? packed.length.length : trials),
  );
}

const belongs = ({ problems, strategies, repeats, budget }: Study, packed: PackedRuns): boolean =>
  packed.problem.every((problem) => problem < problems.length) &&
  packed.strategy.every((strategy) => strategy < strategies.length) &&
  packed.repeat.every((repeat) => repeat < repeats) &&
  packed.length.every((length) => length <= budget);

function checksum(text: string, packed: PackedRuns, engine: number): number {
  const encoder = new TextEncoder();
  // The first engine's parts did not say so.
  let crc = crc32(encoder.encode(`${PART_VERSION}${engine === 1 ? '' : `/${engine}`} ${text}`));
  for (const [name] of COLUMNS) {
    const column = packed[name];
    crc = crc32(encoder.encode(`${name} ${column.length}`), crc);
    crc = crc32(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), crc);
  }
  return crc;
}
