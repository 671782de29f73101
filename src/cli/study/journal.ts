/**
 * Finished runs, kept as they come: what a killed command leaves is where the next one begins.
 *
 * Each command that works on a folder appends to a journal of its own, `unfinished/<random>.journal`, and reads those
 * that others left: a line of JSON that says whose runs these are, then entries (`entries.ts`). Nobody ever changes what
 * another has written, so that several commands at once, be it from several machines, do some runs twice but spoil
 * nothing.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { planIndex } from '#core/study/plan.ts';
import type { RunKey, RunRecord, Study } from '#core/study/types.ts';
import { LARGEST_OWN, readFile } from '../read-file.ts';
import { UsageError } from '../usage.ts';
import { otherVersion, PROGRAM, versionName } from '../version.ts';
import { firstDifference, thereAndHere } from './differs.ts';
import { entryOf, readEntries } from './entries.ts';
import { cannotBeRead, cannotBeWritten, CONTINUES, makeFolder, removeIfEmpty, writeAll } from './files.ts';
import { runsOfShard, shardName, ShardOf, type Shard } from './shard.ts';

const UNFINISHED = 'unfinished';
const ENDING = '.journal';
const FORMAT = 'trial-by-trial/journal';
const LINE_FEED = 10;

const Head = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  program: v.optional(v.string()),
  shard: ShardOf,
  study: v.record(v.string(), v.unknown()),
  host: v.string(),
  process: v.number(),
});
type Head = v.InferOutput<typeof Head>;

export interface Journal {
  /** Runs that earlier commands finished, each once. */
  records: RunRecord[];
  /** Earlier commands began this. */
  continues: boolean;
  /** Bytes that belong to no whole entry. */
  halfWritten: number;
  /** Processes of this machine that seem to be at work on the same folder. */
  others: number[];
  /** @throws {UsageError} where it cannot be written */
  append: (records: readonly RunRecord[]) => void;
  close: () => void;
  /** Closes it and takes the claim back. */
  discard: () => void;
}

/** For files that are not whole yet; on the disk of the folder, so that they can be moved there. */
export const unfinishedIn = (folder: string): string => join(folder, UNFINISHED);

/**
 * Begins a journal of the shard, which claims the folder for it, and reads those of earlier commands.
 * @throws {UsageError} where the folder is claimed by another study or shard, or cannot be written
 */
export function openJournal(folder: string, study: Study, shard: Shard): Journal {
  const place = unfinishedIn(folder);
  const own = `${randomBytes(8).toString('hex')}${ENDING}`;
  const path = join(place, own);
  const head: Head = {
    ...{ format: FORMAT, version: 1, program: PROGRAM, shard: [shard.i, shard.n] },
    study: { ...study },
    ...{ host: hostname(), process: process.pid },
  };
  let file: number;
  try {
    makeFolder(place);
    file = openSync(path, 'ax');
  } catch (error) {
    throw cannotBeWritten(folder, error, 'choose another --out, or mend that');
  }
  const discard = () => {
    closeSync(file);
    rmSync(path, { force: true });
    removeIfEmpty(place);
  };
  try {
    // Written before others are looked for: of two commands that begin at once, one sees the other.
    writeAll(file, Buffer.from(`${JSON.stringify(head)}\n`));
  } catch (error) {
    discard();
    throw cannotBeWritten(path, error, 'choose another --out, or mend that');
  }
  try {
    return {
      ...readOthers(folder, own, study, shard),
      append: (records) => {
        try {
          writeAll(file, Buffer.concat(records.map((record) => entryOf(study, record))));
        } catch (error) {
          throw cannotBeWritten(path, error, CONTINUES);
        }
      },
      close: () => closeSync(file),
      discard,
    };
  } catch (error) {
    discard();
    throw error;
  }
}

/** What an unfinished folder was begun as; undefined: nothing was begun there. */
export function begunIn(folder: string): Shard | undefined {
  for (const name of journalsIn(folder)) {
    const { head } = readJournal(join(unfinishedIn(folder), name));
    if (head) return { i: head.shard[0], n: head.shard[1] };
  }
  return undefined;
}

/** Throws away what commands left that were killed; the folder has to be finished. What cannot be removed may stay. */
export function clearUnfinished(folder: string): void {
  const place = unfinishedIn(folder);
  if (!existsSync(place)) return;
  try {
    for (const name of readdirSync(place))
      if (/^[0-9a-f]{16}\.(journal|part)$/.test(name)) rmSync(join(place, name), { force: true });
  } catch {
    // A folder that may only be read, or a file that another command holds open on Windows.
  }
  removeIfEmpty(place);
}

function journalsIn(folder: string): string[] {
  const place = unfinishedIn(folder);
  if (!existsSync(place)) return [];
  try {
    return readdirSync(place).filter((name) => name.endsWith(ENDING));
  } catch (error) {
    throw cannotBeRead(place, error);
  }
}

function readOthers(folder: string, own: string, study: Study, shard: Shard) {
  const missing = new Map<number, RunKey>();
  for (const key of runsOfShard(study, shard)) missing.set(planIndex(study, key), key);
  const known = new Set(missing.keys());
  const records: RunRecord[] = [];
  const others: number[] = [];
  let continues = false;
  let halfWritten = 0;
  for (const name of journalsIn(folder)) {
    if (name === own) continue;
    const { head, bytes, start } = readJournal(join(unfinishedIn(folder), name));
    if (!head) continue;
    checkSame(folder, head, study, shard);
    continues = true;
    if (head.host === hostname() && isAlive(head.process)) others.push(head.process);
    const read = readEntries(bytes, start, study, missing, known);
    for (const record of read.records) records.push(record);
    halfWritten += read.lost;
  }
  return { records, continues, others, halfWritten };
}

/** Without a head: killed before it was written, or removed since it was listed. */
function readJournal(path: string): { head?: Head; bytes: Buffer; start: number } {
  let bytes: Buffer;
  try {
    bytes = readFile(path, LARGEST_OWN, { ordinary: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { bytes: Buffer.alloc(0), start: 0 };
    throw cannotBeRead(path, error);
  }
  const end = bytes.indexOf(LINE_FEED);
  if (end < 0) return { bytes, start: bytes.length };
  try {
    const head = v.parse(Head, JSON.parse(bytes.subarray(0, end).toString()));
    return { head, bytes, start: end + 1 };
  } catch {
    throw new UsageError(`${path} is damaged, or no journal of this program: move it away.`);
  }
}

function checkSame(folder: string, head: Head, study: Study, shard: Shard): void {
  const [i, n] = head.shard;
  if (head.program !== PROGRAM)
    throw new UsageError(
      `${folder} was begun by ${versionName(head.program)} ${otherVersion('continue with that version, or choose another --out')}`,
    );
  const difference = firstDifference(head.study, study);
  if (difference)
    throw new UsageError(`${folder} was begun with another study: ${thereAndHere(difference)}.`);
  if (i !== shard.i || n !== shard.n)
    throw new UsageError(
      `${folder} was begun as ${shardName({ i, n })}, not as ${shardName(shard)}; choose another --out.`,
    );
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
