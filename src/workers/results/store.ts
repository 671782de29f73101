/** Where results outlive a reload: the browser's IndexedDB, through `idb`. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { PackedRuns } from '../../core/study/packed.ts';
import type { Study } from '../../core/study/types.ts';
import { say, type Message } from '../../core/types.ts';

export interface Store {
  /** The study used last, with its runs. */
  latest: () => Promise<{ study: Study; packs: PackedRuns[] } | undefined>;
  /** Makes this study the latest. @returns what is kept of it */
  begin: (study: Study) => Promise<PackedRuns[]>;
  append: (study: Study, packed: PackedRuns) => Promise<void>;
  forget: (study: Study) => Promise<void>;
  /** Forgets the study that was used longest ago, but never this one. @returns whether there was another */
  makeRoom: (study: Study) => Promise<boolean>;
}

/** Studies that are kept; older ones make room. */
const KEPT_STUDIES = 4;
/** A database that another tab holds on to is not waited for longer than this, in ms. */
const OPEN_WITHIN = 4000;

interface Schema extends DBSchema {
  studies: { key: string; value: { text: string; study: Study; used: number } };
  parts: { key: number; value: { text: string; packed: PackedRuns }; indexes: { study: string } };
}

/** A study's text tells it apart: the same question has the same answers. */
const textOf = (study: Study): string => JSON.stringify(study);

export function browserStore(name = 'trial-by-trial'): Store {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const database = () => (opened ??= open(name));

  const partsOf = async (text: string): Promise<PackedRuns[]> =>
    (await (await database()).getAllFromIndex('parts', 'study', text)).map(({ packed }) => packed);

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

  return {
    async latest() {
      const studies = await (await database()).getAll('studies');
      const [last] = studies.sort((a, b) => b.used - a.used);
      return last && { study: last.study, packs: await partsOf(last.text) };
    },
    async begin(study) {
      const text = textOf(study);
      const db = await database();
      await db.put('studies', { text, study, used: Date.now() });
      const studies = (await db.getAll('studies')).sort((a, b) => b.used - a.used);
      for (const old of studies.slice(KEPT_STUDIES)) await forget(old.text);
      return partsOf(text);
    },
    async append(study, packed) {
      await (await database()).add('parts', { text: textOf(study), packed } as Schema['parts']['value']);
    },
    forget: (study) => forget(textOf(study)),
    async makeRoom(study) {
      const text = textOf(study);
      const others = (await (await database()).getAll('studies')).filter((other) => other.text !== text);
      const [oldest] = others.sort((a, b) => a.used - b.used);
      if (oldest) await forget(oldest.text);
      return oldest !== undefined;
    },
  };
}

async function open(name: string): Promise<IDBPDatabase<Schema>> {
  // Throws at once where there is no database at all.
  const opening = openDB<Schema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('studies', { keyPath: 'text' });
      db.createObjectStore('parts', { autoIncrement: true }).createIndex('study', 'text');
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
  return say('problem.storage-refused', { detail: error instanceof Error ? error.message : String(error) });
}
