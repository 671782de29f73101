/**
 * The state of the course: which chapter and section are on screen, what the reader has read and predicted. Where the reader
 * is follows the address; the address follows whoever scrolls.
 */
import { lookUp } from '#core/look-up.ts';
import { say, type Message } from '#core/types.ts';
import type { Chapter, Front, Section } from '../../learn/types.ts';
import type { Language } from '../i18n/languages.ts';
import { errorMessage } from '../shared/errors.ts';
import type { Course } from './course.ts';
import { Progress } from './progress.svelte.ts';

/** Where the address points. */
export interface Place {
  /** Empty: the list of chapters. */
  chapter: string;
  /** Empty: its beginning. */
  section: string;
}
export function placeIn(tab: string): Place {
  const [chapter = '', section = ''] = tab.split('/');
  return { chapter, section };
}

export interface LearnOptions {
  course: Course;
  progress?: Progress;
  /** Brings what shows a chapter, whichever; rejects where that does not come. */
  bring?: () => Promise<unknown>;
  /** Something about the address is to be said. */
  notify: (message: Message) => void;
}

export class Learn {
  #fronts = $state.raw<readonly Front[]>([]);
  #chapter = $state.raw<Chapter | undefined>();
  #spoken = $state.raw<Language | undefined>();
  #problem = $state.raw<Message | undefined>();
  #section = $state('');
  readonly #course: Course;
  readonly #bring: () => Promise<unknown>;
  readonly #notify: (message: Message) => void;
  readonly progress: Progress;
  #asked = 0;

  constructor({ course, progress = new Progress(), bring = async () => {}, notify }: LearnOptions) {
    this.#course = course;
    this.#bring = bring;
    this.progress = progress;
    this.#notify = notify;
  }

  /** Those that there are, in order; empty until they are there. */
  get fronts(): readonly Front[] {
    return this.#fronts;
  }
  /** What is open; undefined on the list, and until it is there. */
  get chapter(): Chapter | undefined {
    return this.#chapter;
  }
  /** In which language it is. */
  get spoken(): Language | undefined {
    return this.#spoken;
  }
  /** Why it is not there. */
  get problem(): Message | undefined {
    return this.#problem;
  }
  /** The section that the reader is at. */
  get section(): Section | undefined {
    const sections = this.#chapter?.sections ?? [];
    return sections.find(({ id }) => id === this.#section) ?? sections.at(0);
  }

  /** The front that follows a chapter. */
  after(id: string): Front | undefined {
    return this.#fronts[this.#fronts.findIndex((front) => front.id === id) + 1];
  }

  /**
   * Opens what an address names. What it names and is not there is said.
   * @returns whether it is on screen now: something else may have been asked for meanwhile
   */
  async open({ chapter: id, section }: Place, language: Language): Promise<boolean> {
    const turn = ++this.#asked;
    // Asked for side by side.
    const load = id === '' ? undefined : this.#course.chapter(id, language);
    const coming = load && Promise.all([load, this.#bring()]);
    coming?.catch(() => {});
    try {
      const fronts = await this.#course.fronts(language);
      if (turn !== this.#asked) return false;
      this.#fronts = fronts;
      this.#problem = undefined;
      if (id !== '' && !load) this.#unknown(id, fronts);
      const [chapter] = (await coming) ?? [];
      if (turn !== this.#asked) return false;
      this.#chapter = chapter;
      this.#spoken = language;
      if (!chapter) return true;
      const known = chapter.sections.some((one) => one.id === section);
      if (section !== '' && !known) this.#unknown(`${id}/${section}`, chapter.sections);
      this.#section = known ? section : chapter.sections[0].id;
      return true;
    } catch (error) {
      if (turn === this.#asked) this.#problem = errorMessage(error);
      return false;
    }
  }
  #unknown(given: string, known: readonly { id: string }[]): void {
    this.#notify(
      say('notice.unknown-tab', { given: `learn/${given}`, known: known.map(({ id }) => id).join(', ') }),
    );
  }

  /** The reader has come to a section. @returns whether it is another one */
  reach(section: string): boolean {
    if (section === this.#section) return false;
    this.#section = section;
    return true;
  }

  /** The number that a prediction is compared with. */
  truthOf(fact: string): number {
    return lookUp(this.#chapter?.truths ?? {}, fact) ?? NaN;
  }
}
