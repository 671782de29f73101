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
  /** Begun, not committed, by `chapter/prediction`. */
  drafts: v.optional(v.record(v.string(), v.string()), {}),
});
type Kept = v.InferOutput<typeof Kept>;

const NOTHING: Kept = { read: [], said: {}, drafts: {} };

export class Progress {
  #kept = $state.raw<Kept>(NOTHING);
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
    const said = { ...this.#kept.said, [`${chapter}/${id}`]: committed };
    this.#keep({ ...this.#kept, said, drafts: this.#draftsWith(`${chapter}/${id}`, '') });
  }

  /** What the reader has begun to say, as text; '' where nothing. Committing ends it. */
  draft(chapter: string, id: string): string {
    return lookUp(this.#kept.drafts, `${chapter}/${id}`) ?? '';
  }
  begin(chapter: string, id: string, draft: string): void {
    this.#keep({ ...this.#kept, drafts: this.#draftsWith(`${chapter}/${id}`, draft) });
  }
  #draftsWith(name: string, draft: string): Kept['drafts'] {
    const others = Object.entries(this.#kept.drafts).filter(([other]) => other !== name);
    return Object.fromEntries(draft === '' ? others : [...others, [name, draft]]);
  }

  /** Forgets everything. */
  forget(): void {
    this.#keep(NOTHING);
  }
  get empty(): boolean {
    const { read, said, drafts } = this.#kept;
    return [read, Object.keys(said), Object.keys(drafts)].every(({ length }) => length === 0);
  }

  #keep(kept: Kept): void {
    this.#kept = kept;
    this.#write(JSON.stringify(kept));
  }
}
