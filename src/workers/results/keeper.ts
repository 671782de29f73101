/** The keeper's side without the worker, so that tests run this very code: see `protocol.ts`. */
import { joined, unpack, type PackedRuns } from '#core/study/packed.ts';
import { planIndex } from '#core/study/plan.ts';
import { readResults, writeCsv, writeParquet } from '#core/study/results/index.ts';
import { Accumulator } from '#core/study/statistics/index.ts';
import { summarise } from '#core/study/summary.ts';
import { readStudy } from '#core/study/read-study.ts';
import type { RunRecord, Study } from '#core/study/types.ts';
import { say, type Message } from '#core/types.ts';
import type { FileFormat, FromKeeper, Held, KeeperRequest, KeeperRequests, ToKeeper } from './protocol.ts';
import { inPieces } from './pieces.ts';
import { isFull, storageProblem, type Kept, type Store } from './store.ts';

/** Packs that arrive within this time are written as one, in ms. */
const WRITE_EVERY = 400;

/** Sends to the page; buffers in `transfer` are handed over, not copied. */
export type SendFromKeeper = (message: FromKeeper, transfer?: ArrayBuffer[]) => void;

export class Keeper {
  readonly #store: Store;
  readonly #send: SendFromKeeper;
  #results: Accumulator | undefined;
  /** The database has refused: from then on results are kept in memory only, and the reader has been told. */
  #forgetful = false;
  readonly #told = new Set<string>();
  /** The keeping that parts belong to. */
  #begun = '';
  #unwritten: PackedRuns[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Writes happen one after the other, in the order in which results came. */
  #writing: Promise<void> = Promise.resolve();
  /** Requests change what is held: they are answered one after the other. */
  #turn: Promise<void> = Promise.resolve();

  constructor(store: Store, send: SendFromKeeper) {
    this.#store = store;
    this.#send = send;
  }

  receive(message: ToKeeper): void {
    if (message.type === 'add') {
      this.#turn = this.#turn.then(() => this.#add(message.packed));
      return;
    }
    const { id } = message;
    this.#turn = this.#turn.then(async () => {
      try {
        const answer = await this.#answer(message);
        const places = answer && 'done' in answer ? [answer.done.buffer] : [];
        this.#send({ type: 'answer', id, answer }, places);
      } catch (error) {
        this.#send({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
      }
    });
  }

  async #answer(
    message: Extract<ToKeeper, { type: 'ask' }>,
  ): Promise<KeeperRequests[KeeperRequest]['answer']> {
    switch (message.request) {
      case 'restore': {
        const kept = await this.#kept(() => this.#store.latest(), undefined);
        if (!kept || !isStudy(kept.study)) return null;
        this.#found(kept);
        return this.#hold(kept.study, kept.packs.flatMap(unpack));
      }
      case 'start':
        return this.#start(message.ask);
      case 'open':
        return this.#open(message.ask);
      case 'summary':
        return this.#results ? summarise(this.#results, message.ask) : null;
      case 'export':
        return this.#export(message.ask);
      case 'flush':
        await this.#flush();
        return null;
      case 'forget': {
        await this.#flush();
        const study = this.#results?.study;
        this.#results = undefined;
        if (study) await this.#kept(() => this.#store.forget(study), undefined);
        return null;
      }
    }
  }

  async #start(study: Study): Promise<Held> {
    await this.#flush();
    const packs = await this.#begin(study);
    const same = JSON.stringify(this.#results?.study) === JSON.stringify(study);
    // What is in memory may be more than what the database took.
    const known = same ? allRecords(this.#results!) : [];
    return this.#hold(study, [...known, ...packs.flatMap(unpack)]);
  }

  async #open({ name, file }: { name: string; file: Blob }) {
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch (error) {
      // Such as a file that was moved or changed after it was chosen.
      const detail = error instanceof Error ? error.message : String(error);
      return { problem: say('problem.results-unreadable', { name, detail }) };
    }
    const read = await readResults(bytes, name);
    if ('problem' in read) return read;
    await this.#flush();
    const { study, records } = read;
    const packs = await this.#begin(study);
    // Runs that come twice are the same; those of the database have their thinking time.
    const known = packs.flatMap(unpack);
    const kept = new Set(known.map((record) => planIndex(study, record)));
    const news = records.filter((record) => !kept.has(planIndex(study, record)));
    const held = this.#hold(study, [...known, ...news]);
    this.#write(inPieces(news));
    return held;
  }

  async #begin(study: Study): Promise<PackedRuns[]> {
    const kept = await this.#kept(() => this.#withRoom(study, () => this.#store.begin(study)), undefined);
    if (kept) this.#found(kept);
    return kept?.packs ?? [];
  }

  /** What the database has of the study: what of it cannot be used is said. */
  #found({ damaged, older, later, begun }: Kept): void {
    this.#begun = begun;
    if (damaged > 0) this.#tell(say('problem.kept-damaged', { parts: damaged }));
    if (older > 0) this.#tell(say('problem.kept-older', { parts: older }));
    if (later > 0) this.#tell(say('problem.kept-later', { parts: later }));
  }

  /** Once: a study is restored, and then begun. */
  #tell(message: Message): void {
    const text = JSON.stringify(message);
    if (!this.#told.has(text)) this.#send({ type: 'said', message });
    this.#told.add(text);
  }

  async #export(format: FileFormat): Promise<Blob> {
    if (!this.#results || this.#results.size === 0) throw new Error('There are no results yet.');
    const records = allRecords(this.#results);
    const { study } = this.#results;
    return format === 'csv'
      ? new Blob([...writeCsv(study, records)], { type: 'text/csv;charset=utf-8' })
      : new Blob([await writeParquet(study, records)], { type: 'application/vnd.apache.parquet' });
  }

  #hold(study: Study, records: readonly RunRecord[]): Held {
    const results = new Accumulator(study);
    for (const record of records) results.add(record);
    this.#results = results;
    return {
      study,
      done: Uint32Array.from(allRecords(results), (record) => planIndex(study, record)),
    };
  }

  #add(packed: PackedRuns): void {
    if (!this.#results) return;
    for (const record of unpack(packed)) this.#results.add(record);
    this.#unwritten.push(packed);
    this.#timer ??= setTimeout(() => void this.#flush(), WRITE_EVERY);
  }

  async #flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#unwritten.length > 0) this.#write([joined(this.#unwritten.splice(0))]);
    await this.#writing;
  }

  /** @param packs made one by one, when the one before has been written */
  #write(packs: Iterable<PackedRuns>): void {
    const study = this.#results!.study;
    this.#writing = this.#writing.then(async () => {
      for (const packed of packs) {
        if (this.#forgetful) return;
        const begun = this.#begun;
        const append = () => this.#store.append(study, packed, begun);
        if (!(await this.#kept(() => this.#withRoom(study, append), true))) await this.#keepAgain(study);
      }
    });
  }

  /** Another tab has forgotten the study that is at work here: all of its results are written once more. */
  async #keepAgain(study: Study): Promise<void> {
    const results = this.#results;
    if (!results || JSON.stringify(results.study) !== JSON.stringify(study)) return;
    await this.#kept(async () => {
      const { begun } = await this.#withRoom(study, () => this.#store.begin(study));
      this.#begun = begun;
      for (const packed of inPieces(allRecords(results))) {
        const append = () => this.#store.append(study, packed, begun);
        // Twice in a moment: two tabs take each other’s place, and neither would ever be done.
        if (!(await this.#withRoom(study, append))) throw new Error('another tab discards them');
      }
      this.#tell(say('problem.kept-forgotten'));
    }, undefined);
  }

  /** Where there is no room, older studies make some. */
  async #withRoom<Result>(study: Study, write: () => Promise<Result>): Promise<Result> {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        if (!isFull(error) || !(await this.#store.makeRoom(study))) throw error;
      }
    }
  }

  /** Asks the database; where it refuses, the page is told once and goes on without. */
  async #kept<Result>(ask: () => Promise<Result>, otherwise: Result): Promise<Result> {
    if (this.#forgetful) return otherwise;
    try {
      return await ask();
    } catch (error) {
      this.#forgetful = true;
      this.#send({ type: 'storage', problem: storageProblem(error) });
      return otherwise;
    }
  }
}

/** A page of another version may have kept a study with problems, strategies or settings that this one does not have. */
function isStudy(kept: Study): boolean {
  const read = readStudy(kept);
  return 'study' in read && JSON.stringify(read.study) === JSON.stringify(kept);
}

const allRecords = (results: Accumulator): RunRecord[] =>
  results.study.problems.flatMap((_, problem) =>
    results.study.strategies.flatMap((_, strategy) => [...results.runs(problem, strategy)]),
  );
