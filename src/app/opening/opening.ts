/**
 * The one way to open what comes from outside: a problem that somebody chose, a file of traces, a study. What takes long
 * about its formulas is worked out before the page asks for it; whoever opens need not think of it.
 */
import { lateCode } from '#charts/at-leisure.ts';
import type { readStudy } from '#core/study/read-study.ts';
import type { Study } from '#core/study/types.ts';
import { say, type Choice, type Message, type TraceFile } from '#core/types.ts';
import { whySentences } from '../i18n/index.svelte.ts';
import { allCode, codeFor } from './code.ts';
import type { Formulas } from './formulas.ts';

const traceFile = lateCode(() => import('#core/trace/file.ts'));
const studyFile = lateCode(() => import('#core/study/read-study.ts'));

/** Largest trace file that is read, in bytes: some 20,000 trials with their views. */
export const LARGEST_FILE = 32 * 1024 * 1024;

export class Opening {
  readonly #formulas: Pick<Formulas, 'ready'>;

  constructor(formulas: Pick<Formulas, 'ready'>) {
    this.#formulas = formulas;
  }

  /** A trace file that the reader dropped or chose, or why it cannot be shown. */
  async traces(file: File): Promise<{ file: TraceFile } | { problem: Message }> {
    if (file.size > LARGEST_FILE) {
      const limit = LARGEST_FILE / 1024 / 1024;
      return {
        problem: say('notice.file-too-large', { name: file.name, size: file.size / 1024 / 1024, limit }),
      };
    }
    let raw: unknown;
    try {
      raw = JSON.parse(await file.text());
    } catch (error) {
      return { problem: say('notice.file-unreadable', { name: file.name, detail: detailOf(error) }) };
    }
    try {
      const [{ readTraceFile }] = await Promise.all([
        traceFile(),
        allCode(),
        this.#formulas.ready([objectiveOf(raw)]),
      ]);
      return readTraceFile(raw, whySentences);
    } catch (error) {
      return { problem: say('error.page-unloaded', { detail: detailOf(error) }) };
    }
  }

  /** A study, as raw as a file holds it. */
  async study(raw: unknown): Promise<ReturnType<typeof readStudy>> {
    try {
      const [reader] = await Promise.all([studyFile(), allCode(), this.#formulas.ready(problemsIn(raw))]);
      return reader.readStudy(raw);
    } catch (error) {
      return { problems: [say('error.page-unloaded', { detail: detailOf(error) })] };
    }
  }

  /** A study that was read before, elsewhere: its problems may be made from now on. */
  async known(study: Study | undefined): Promise<void> {
    await this.#formulas.ready(problemsIn(study));
  }

  /** For one place where problems are chosen. */
  choosing(): Choosing {
    return new Choosing(this.#formulas);
  }
}

/** A problem that somebody chose is taken once its formula is known, unless another is chosen first. */
export class Choosing {
  readonly #formulas: Pick<Formulas, 'ready'>;
  #wanted: Choice | undefined;

  constructor(formulas: Pick<Formulas, 'ready'>) {
    this.#formulas = formulas;
  }

  /**
   * @param still whether the reader has not gone on to something else while its code came, or its formula was worked out
   * @param refuse told why it cannot be taken: its code did not come
   */
  choose(
    objective: Choice,
    still: () => boolean,
    take: () => void,
    refuse: (why: Message) => void = () => {},
  ): void {
    this.#wanted = objective;
    const learning = this.#formulas.ready([objective]);
    if (!learning) return take();
    void learning.then(() => {
      if (this.#wanted !== objective || !still()) return;
      if (codeFor([objective])) refuse(say('error.page-unloaded', { detail: objective.id }));
      else take();
    });
  }

  /** Nothing that was chosen is taken any more. */
  cancel(): void {
    this.#wanted = undefined;
  }
}

/** The problems of a study, as raw as a file holds them. */
export function problemsIn(study: unknown): unknown[] {
  const problems = (study as { problems?: unknown } | null | undefined)?.problems;
  if (!Array.isArray(problems)) return [];
  return problems.map((one: { objective?: unknown } | null | undefined) => one?.objective ?? one);
}

/** What a file that may be one of traces calls its problem. */
const objectiveOf = (raw: unknown): unknown =>
  (raw as { scenario?: { objective?: unknown } } | null)?.scenario?.objective;

const detailOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
