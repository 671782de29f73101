import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planRuns } from '#core/study/plan.ts';
import { runAll, study as readStudy } from '#core/study/testing.ts';
import type { RunRecord } from '#core/study/types.ts';
import { UsageError } from '../usage.ts';
import { begunIn, clearUnfinished, openJournal, unfinishedIn } from './journal.ts';
import { WHOLE } from './shard.ts';
import { SMALL, temporaryFolder } from './testing.ts';

const root = temporaryFolder();
let folders = 0;
const newFolder = () => join(root, `${(folders += 1)}`);
const scratch = newFolder();
const study = readStudy({ ...SMALL, repeats: 1 });
const made = runAll(study);
const timeless = (records: readonly RunRecord[]) =>
  records.map((record) => ({ ...record, thinkingSeconds: NaN }));

/** Bytes of a journal with these runs. */
function journalOf(records: readonly RunRecord[], shard = WHOLE): Buffer {
  const folder = newFolder();
  const journal = openJournal(folder, study, shard);
  journal.append(records);
  journal.close();
  const [name] = readdirSync(unfinishedIn(folder));
  return readFileSync(join(unfinishedIn(folder), name));
}

function folderWith(...journals: (Buffer | string)[]): string {
  const folder = newFolder();
  mkdirSync(unfinishedIn(folder), { recursive: true });
  for (const [k, bytes] of journals.entries())
    writeFileSync(join(unfinishedIn(folder), `${k}`.padStart(16, '0') + '.journal'), bytes);
  return folder;
}

/** What is read of a journal, in a folder that is used again and again: some tests try thousands. */
function readBack(bytes: Buffer) {
  const place = unfinishedIn(scratch);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'written.journal'), bytes);
  const journal = openJournal(scratch, study, WHOLE);
  journal.discard();
  return journal;
}

function open(folder: string, given = study, shard = WHOLE) {
  const journal = openJournal(folder, given, shard);
  journal.close();
  return journal;
}

const headLength = (bytes: Buffer) => bytes.indexOf(10) + 1;
const refusal = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error('Nothing was refused.');
};

describe('a journal', () => {
  it('is read by the command that comes next, to the bit', () => {
    const folder = newFolder();
    const first = openJournal(folder, study, WHOLE);
    expect(first).toMatchObject({ records: [], continues: false, halfWritten: 0, others: [] });
    first.append(made.slice(0, 3));
    first.append(made.slice(3, 4));
    first.close();
    const second = openJournal(folder, study, WHOLE);
    expect(second).toMatchObject({ continues: true, halfWritten: 0, others: [] });
    expect(second.records).toEqual(timeless(made.slice(0, 4)));
    second.append(made.slice(4));
    second.close();
    expect(open(folder).records.map(({ y }) => y).length).toBe(made.length);
  });

  it('gives a run that two commands made once', () => {
    const { records } = open(folderWith(journalOf(made.slice(0, 5)), journalOf(made.slice(2, 8))));
    expect(records).toEqual(timeless(made.slice(0, 8)));
  });

  it('gives all whole entries, wherever it breaks off', () => {
    const bytes = journalOf(made.slice(0, 3));
    const ends = [1, 2, 3].map((n) => journalOf(made.slice(0, n)).length);
    expect(ends[2]).toBe(bytes.length);
    for (let length = 0; length <= bytes.length; length++) {
      const { records, continues, halfWritten } = readBack(bytes.subarray(0, length));
      const whole = ends.filter((end) => end <= length).length;
      expect([records.length, continues]).toEqual([whole, length >= headLength(bytes)]);
      if (continues) expect(halfWritten).toBe(length - (ends[whole - 1] ?? headLength(bytes)));
    }
    expect(readBack(bytes.subarray(0, -1)).records).toEqual(timeless(made.slice(0, 2)));
  });

  it('gives nothing but what was written, whichever byte is another', () => {
    const bytes = journalOf(made.slice(0, 2));
    const intact = timeless(made.slice(0, 2));
    const second = journalOf(made.slice(0, 1)).length;
    for (let at = headLength(bytes); at < bytes.length; at++) {
      const spoilt = Buffer.from(bytes);
      spoilt[at] ^= 1 << ((at * 5) % 8);
      const { records, halfWritten } = readBack(spoilt);
      // The other run is there: one wrong byte costs one run.
      expect(records).toEqual([intact[at < second ? 1 : 0]]);
      expect(halfWritten).toBe(at < second ? second - headLength(bytes) : bytes.length - second);
    }
  });

  it('ends where zeros follow: what a power cut leaves of a file that had grown', () => {
    const bytes = Buffer.concat([journalOf(made.slice(0, 2)), Buffer.alloc(4096)]);
    expect(open(folderWith(bytes))).toMatchObject({ records: { length: 2 }, halfWritten: 4096 });
  });

  it('is not believed where it holds a run of another shard', () => {
    const shard = { i: 1, n: 2 };
    const others = planRuns(study).findIndex((_, k) => k % 2 === 1);
    const bytes = journalOf([made[0], made[others], made[2]], shard);
    expect(open(folderWith(bytes), study, shard).records).toEqual(timeless(made.slice(0, 1)));
  });

  it('tells which processes of this machine are at work on the folder too', () => {
    const head = (host: string, pid: number) =>
      journalOf([])
        .toString()
        .replace(/"host":"[^"]*"/, `"host":${JSON.stringify(host)}`)
        .replace(/"process":\d+/, `"process":${pid}`);
    const here = folderWith(head(hostname(), process.ppid), head('elsewhere', process.ppid));
    expect(open(here)).toMatchObject({ others: [process.ppid], continues: true });
  });
});

describe('a folder that was begun', () => {
  it('is refused for another study, with what differs, and for another shard', () => {
    const folder = folderWith(journalOf(made.slice(0, 1), { i: 2, n: 4 }));
    const other = readStudy({ ...SMALL, repeats: 1, budget: 9 });
    expect(refusal(() => open(folder, other, { i: 2, n: 4 }))).toBe(
      `${folder} was begun with another study: budget is 7 there and 9 here; choose another --out.`,
    );
    expect(refusal(() => open(folder, study, WHOLE))).toBe(
      `${folder} was begun as shard 2/4, not as the whole study; choose another --out.`,
    );
    expect(readdirSync(unfinishedIn(folder))).toHaveLength(1);
    expect(begunIn(folder)).toEqual({ i: 2, n: 4 });
  });

  it('is never shared by two shards, even if both begin at once', () => {
    const folder = newFolder();
    const first = openJournal(folder, study, { i: 1, n: 2 });
    expect(refusal(() => openJournal(folder, study, { i: 2, n: 2 }))).toMatch(/begun as shard 1\/2/);
    first.discard();
    openJournal(folder, study, { i: 2, n: 2 }).close();
  });

  it.each([
    ['text', 'something else\n'],
    ['a later version', journalOf([]).toString().replace('"version":1', '"version":2')],
    ['a damaged head', journalOf([]).toString().replace('"shard":[1', '"shard":[x')],
  ])('is refused where a journal is %s', (_, text) => {
    const folder = folderWith(text);
    expect(refusal(() => open(folder))).toBe(
      `${join(unfinishedIn(folder), '0000000000000000.journal')} is damaged, or no journal of this program: move it away.`,
    );
  });

  it('is cleared of what is ours, and keeps what is not', () => {
    const folder = folderWith(journalOf([]), 'half a head');
    const place = unfinishedIn(folder);
    writeFileSync(join(place, '00112233aabbccdd.part'), 'half');
    writeFileSync(join(place, 'notes.txt'), 'mine');
    clearUnfinished(folder);
    expect(readdirSync(place)).toEqual(['notes.txt']);
  });
});
