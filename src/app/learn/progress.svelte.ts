/** What the reader has read and predicted: kept in this browser. Chapters and predictions are named, so later ones find theirs. */
import * as v from 'valibot';
import { lookUp } from '#core/look-up.ts';
import type { Committed } from '../../learn/predictions.ts';
import { recall, remember } from '../shared/storage.ts';

const NAME = 'learn';

const Kept = v.object({
  /** `chapter/section` */
  read: v.array(v.string()),
  /** By `chapter/prediction`. */
  said: v.record(v.string(), v.union([v.string(), v.number()])),
});
type Kept = v.InferOutput<typeof Kept>;

export class Progress {
  #kept = $state.raw<Kept>({ read: [], said: {} });
  readonly #write: (kept: string) => void;

  constructor(
    read: () => string | null = () => recall(NAME),
    write: (kept: string) => void = (kept) => remember(NAME, kept),
  ) {
    this.#write = write;
    // What another version has kept, or what is broken, is nothing.
    try {
      const kept = v.safeParse(Kept, JSON.parse(read() ?? 'null'));
      if (kept.success) this.#kept = kept.output;
    } catch {
      // Not JSON.
    }
  }

  hasRead(chapter: string, section: string): boolean {
    return this.#kept.read.includes(`${chapter}/${section}`);
  }
  read(chapter: string, section: string): void {
    if (this.hasRead(chapter, section)) return;
    this.#keep({ ...this.#kept, read: [...this.#kept.read, `${chapter}/${section}`] });
  }

  /** What the reader has said; undefined where nothing. */
  prediction(chapter: string, id: string): Committed | undefined {
    return lookUp(this.#kept.said, `${chapter}/${id}`);
  }
  predict(chapter: string, id: string, committed: Committed): void {
    this.#keep({ ...this.#kept, said: { ...this.#kept.said, [`${chapter}/${id}`]: committed } });
  }

  /** Forgets everything. */
  forget(): void {
    this.#keep({ read: [], said: {} });
  }
  get empty(): boolean {
    return this.#kept.read.length === 0 && Object.keys(this.#kept.said).length === 0;
  }

  #keep(kept: Kept): void {
    this.#kept = kept;
    this.#write(JSON.stringify(kept));
  }
}
