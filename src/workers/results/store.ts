/** Where results outlive a reload: the browser's IndexedDB, through `idb`. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { PackedRuns } from '#core/study/packed.ts';
import type { Study } from '#core/study/types.ts';
import { say, type Message } from '#core/types.ts';
import { isLater, readParts, sealed, sealedLate, type Part } from './parts.ts';

/** What is kept of a study, and what had to be left out. */
export interface Kept {
  packs: PackedRuns[];
  /** Parts that are damaged: {@link Store.begin} removes them. */
  damaged: number;
  /** Parts that an earlier engine made, whose runs must not be mixed with ours: {@link Store.begin} removes them. */
  older: number;
  /** Parts that a later version of the page wrote, and are left alone. */
  later: number;
  /** Tells this keeping of the study from another one, after it was forgotten and begun again. */
  begun: string;
}

export interface Store {
  /** The study used last, with its runs. */
  latest: () => Promise<({ study: Study } & Kept) | undefined>;
  /** Makes this study the latest. @returns what is kept of it */
  begin: (study: Study) => Promise<Kept>;
  /** @returns whether it was written; not where the study was forgotten since it was `begun`, by another tab */
  append: (study: Study, packed: PackedRuns, begun: string) => Promise<boolean>;
  forget: (study: Study) => Promise<void>;
  /** Forgets the study that was used longest ago, but never this one. @returns whether there was another */
  makeRoom: (study: Study) => Promise<boolean>;
}

/** Studies that are kept; older ones make room. */
const KEPT_STUDIES = 4;
/** A database that another tab holds on to is not waited for longer than this, in ms. */
const OPEN_WITHIN = 4000;
/** Of the database: 1 had parts without checksums. */
const DATABASE_VERSION = 2;
/** Of a study's row. */
const ROW_VERSION = 1;

interface Row {
  text: string;
  study: Study;
  /** Higher is later. No time of day: clocks are set back. */
  used: number;
  version?: number;
  begun?: string;
}

interface Schema extends DBSchema {
  studies: { key: string; value: Row };
  parts: { key: number; value: Part; indexes: { study: string } };
}

/** A study's text tells it apart: the same question has the same answers. */
const textOf = (study: Study): string => JSON.stringify(study);
/** Used last comes first; what is no number was used before all others. */
const placeOf = ({ used }: Row): number => (Number.isSafeInteger(used) ? used : -1);
const byUse = (a: Row, b: Row): number => placeOf(b) - placeOf(a);
/** A row that this version wrote, and that is as it was written. */
const isOurs = (row: Row): boolean =>
  (row.version ?? ROW_VERSION) === ROW_VERSION &&
  typeof row.study === 'object' &&
  textOf(row.study) === row.text;
const isLaterRow = ({ version }: Row): boolean => typeof version === 'number' && version > ROW_VERSION;

/** The database, or a part of it, belongs to a later version of the page. */
class LaterVersion extends Error {
  constructor() {
    super('A later version of this page wrote it.');
    this.name = 'VersionError';
  }
}

export function browserStore(name = 'trial-by-trial'): Store {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const database = () => (opened ??= open(name));

  /** What can be read of a study. @param removing what is damaged; not where the study may be one of another version */
  async function partsOf(study: Study, text: string, removing: boolean): Promise<Omit<Kept, 'begun'>> {
    const reading = (await database()).transaction('parts', 'readwrite');
    const index = reading.store.index('study');
    const [keys, parts] = await Promise.all([index.getAllKeys(text), index.getAll(text)]);
    const { packs, damaged, older, later } = readParts(study, text, parts);
    const removed = removing ? [...damaged, ...older].map((place) => reading.store.delete(keys[place])) : [];
    await Promise.all([...removed, reading.done]);
    return { packs, damaged: damaged.length, older: older.length, later };
  }

  async function forget(text: string): Promise<void> {
    const writing = (await database()).transaction(['studies', 'parts'], 'readwrite');
    const parts = writing.objectStore('parts');
    const keys = await parts.index('study').getAllKeys(text);
    await Promise.all([
      writing.objectStore('studies').delete(text),
      ...keys.map((key) => parts.delete(key)),
      writing.done,
    ]);
  }

  /** Parts of studies that are no longer there, as tabs of earlier versions left them. */
  async function clearOrphans(): Promise<void> {
    const clearing = (await database()).transaction(['studies', 'parts'], 'readwrite');
    const texts = new Set(await clearing.objectStore('studies').getAllKeys());
    let cursor = await clearing.objectStore('parts').openCursor();
    while (cursor) {
      if (!texts.has(cursor.value?.text) && !isLater(cursor.value)) await cursor.delete();
      cursor = await cursor.continue();
    }
    await clearing.done;
  }

  return {
    async latest() {
      const studies = await (await database()).getAll('studies');
      const last = studies.filter(isOurs).sort(byUse).at(0);
      if (!last) return undefined;
      return { study: last.study, begun: last.begun ?? '', ...(await partsOf(last.study, last.text, false)) };
    },
    async begin(study) {
      const text = textOf(study);
      const beginning = (await database()).transaction('studies', 'readwrite');
      const studies = await beginning.store.getAll();
      const before = studies.find((row) => row.text === text);
      if (before && isLaterRow(before)) throw new LaterVersion();
      const begun = before?.begun ?? crypto.randomUUID?.() ?? `${Math.random()}`;
      const used = Math.max(0, ...studies.map(placeOf)) + 1;
      await beginning.store.put({ text, study, used, version: ROW_VERSION, begun });
      await beginning.done;
      const others = studies.filter((row) => row.text !== text && !isLaterRow(row)).sort(byUse);
      for (const old of others.slice(KEPT_STUDIES - 1)) await forget(old.text);
      if (!before) await clearOrphans();
      return { begun, ...(await partsOf(study, text, true)) };
    },
    async append(study, packed, begun) {
      const text = textOf(study);
      const part = sealed(text, packed);
      const writing = (await database()).transaction(['studies', 'parts'], 'readwrite');
      // Looked up and written as one: no other tab can forget the study in between.
      const row = await writing.objectStore('studies').get(text);
      const there = row !== undefined && (row.begun ?? '') === begun;
      if (there) await writing.objectStore('parts').add(part);
      await writing.done;
      return there;
    },
    forget: (study) => forget(textOf(study)),
    async makeRoom(study) {
      const text = textOf(study);
      const studies = await (await database()).getAll('studies');
      const oldest = studies
        .filter((row) => row.text !== text && !isLaterRow(row))
        .sort(byUse)
        .at(-1);
      if (oldest) await forget(oldest.text);
      return oldest !== undefined;
    },
  };
}

async function open(name: string): Promise<IDBPDatabase<Schema>> {
  // Throws at once where there is no database at all.
  const opening = openDB<Schema>(name, DATABASE_VERSION, {
    async upgrade(db, before, _, upgrading) {
      if (before < 1) {
        db.createObjectStore('studies', { keyPath: 'text' });
        db.createObjectStore('parts', { autoIncrement: true }).createIndex('study', 'text');
        return;
      }
      let cursor = await upgrading.objectStore('parts').openCursor();
      while (cursor) {
        await cursor.update(sealedLate(cursor.value) as Part);
        cursor = await cursor.continue();
      }
    },
    // Another tab with a newer version of the page must not wait for this one.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  let late: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new DOMException('blocked', 'TimeoutError')), OPEN_WITHIN);
  });
  return Promise.race([opening, waited]).finally(() => clearTimeout(late));
}

/** What the database says where there is no room left. */
export const isFull = (error: unknown): boolean =>
  error instanceof Error && error.name === 'QuotaExceededError';

/** What to tell the reader of a database that refused. */
export function storageProblem(error: unknown): Message {
  const name = error instanceof Error ? error.name : '';
  if (isFull(error)) return say('problem.storage-full');
  if (name === 'TimeoutError') return say('problem.storage-blocked');
  if (name === 'VersionError') return say('problem.storage-later');
  return say('problem.storage-refused', { detail: error instanceof Error ? error.message : String(error) });
}
