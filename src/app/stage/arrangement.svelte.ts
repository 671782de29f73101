/** Where on a stage every panel stands, for the room there is: which are large, in which order, with which labels. */
import type { Lean } from '#charts/plot/layout.ts';
import { gutterOf, leanOf, stageLayout, type StageLayout } from './columns.ts';
import type { Without } from '../address/hiding.ts';
import type { Axis } from '#charts/types.ts';

/** Narrower than this, a stage shows one picture at a time. */
const PHONE = 700;
/**
 * With a text, pictures may be smaller: two stand beside each other as long as they are any; more need more. A clock beside
 * which nothing can be said needs a line for it, which two small pictures have no height for.
 */
const BOXED = { two: 320, other: 440 };
/** Narrower than this, or with less px² for each of its pictures, a frame of another page shows one at a time. */
const FRAME = { single: 640, several: 320, each: 45_000, plain: 460, low: 400, tall: 560 };

/**
 * What is to be arranged. Each is read where it is needed, and where it may change: who stands where is no part of where a plot
 * has its edges, or every mark of every picture would be asked again with every trial that comes in.
 */
export interface Arranged {
  /** Strategies that are shown, in the scenario's order; and all as they stand, where that may be seen. */
  ids: readonly string[];
  ranked: readonly string[];
  /** Of hyperparameters. */
  dim: number;
  presenter: boolean;
  /** Without sentences and strips, however few. */
  bare: boolean;
  /** A figure of a text, or of a frame. */
  boxed?: 'text' | 'frame' | undefined;
  /** The picture that the reader has enlarged; it need not be there any more. */
  focus: string;
  onfocus: (id: string) => void;
  /** Not on screen. */
  without: Without;
  /** The vertical axis that pictures have in common. */
  axis: Axis;
}

export class Arrangement {
  /** Px of the stage. */
  width = $state(0);
  height = $state(0);
  readonly #of: Arranged;
  constructor(of: Arranged) {
    this.#of = of;
  }

  /** A low frame has room for pictures and clock only, unless no picture is asked for. */
  readonly without = $derived.by((): Without => {
    const { boxed, without } = this.#of;
    if (boxed !== 'frame' || this.height === 0 || this.height >= FRAME.tall) return without;
    if (this.height >= FRAME.low) return this.phone ? { ...without, sentences: true } : without;
    return { ...without, sentences: true, ...(!without.pictures && { race: true, ranking: true }) };
  });
  /** Without sentences and strips, switches and pace. */
  readonly plain = $derived.by(() => {
    const { bare, boxed } = this.#of;
    return bare || (boxed === 'frame' && this.width > 0 && (this.width < PHONE || this.height < FRAME.plain));
  });
  readonly phone = $derived.by(() => {
    const { boxed, ids } = this.#of;
    if (boxed === 'frame')
      return (
        this.width > 0 &&
        (this.width < (ids.length > 1 ? FRAME.several : FRAME.single) ||
          this.width * this.height < FRAME.each * ids.length)
      );
    const least = boxed ? BOXED[ids.length === 2 ? 'two' : 'other'] : PHONE;
    return this.width > 0 && this.width < least;
  });
  /** In a text a picture stays under its race, alone or not. */
  readonly alone = $derived.by(() => this.#of.ids.length === 1 && (this.#of.boxed !== 'text' || this.phone));
  /** The picture that stands alone or in front. */
  readonly large = $derived.by((): string | null => {
    const { ids, focus } = this.#of;
    if (ids.includes(focus)) return focus;
    return this.alone || this.phone ? (ids[0] ?? null) : null;
  });
  /** As wide as the labels of the vertical axis, whose ticks do not depend on what they are for by much. */
  readonly gutter = $derived.by(() => gutterOf(this.#of.axis, this.height, this.#of.presenter));
  readonly layout = $derived.by((): StageLayout => {
    const { width, height, phone } = this;
    const { dim, presenter, ids } = this.#of;
    const { plain: bare, without } = this;
    const single = this.large !== null;
    return stageLayout(
      { ...{ width, height, dim, presenter, bare, phone, single, without }, count: ids.length },
      this.gutter,
    );
  });
  /** Of small multiples the best come first; a row of few keeps its order. */
  readonly order = $derived.by(() => {
    const { ids } = this.#of;
    if (!this.layout.many || this.plain) return ids;
    const { ranked } = this.#of;
    return ranked.length > 0 ? ranked.filter((id) => ids.includes(id)) : ids;
  });
  /** Sentences have their place. */
  readonly saying = $derived.by(() => !this.without.sentences && (!this.layout.many || this.large !== null));
  /** Small pictures beside a large one, and how many of them abreast. */
  readonly beside = $derived.by(() => this.#of.ids.filter((id) => id !== this.large));
  readonly abreast = $derived.by(() => (this.beside.length > 6 ? 3 : this.beside.length > 1 ? 2 : 1));

  /** How each plot stands among the others, in the scenario's order: the same object as long as it is the same. */
  leans = $state.raw<readonly Lean[]>([]);
  #leansAsText = '';
  /**
   * For an effect of the stage, before its panels are drawn. Asked by every mark of every picture, along some twenty paths from
   * the scenario: derived, each of these would be walked down to each mark whenever a scenario or its runs are new.
   */
  lean(): void {
    const { phone, gutter } = this;
    const { columns, strip } = this.layout;
    const { ids, dim } = this.#of;
    const leans = ids.map((id) =>
      leanOf({
        ...{ dim, phone, strip, gutter },
        size: this.sizeOf(id),
        first: this.order.indexOf(id) % columns === 0,
      }),
    );
    const text = JSON.stringify(leans);
    if (text === this.#leansAsText) return;
    this.#leansAsText = text;
    this.leans = leans;
  }

  sizeOf(id: string): 'small' | 'plain' | 'large' {
    if (this.large === null) return 'plain';
    return id === this.large ? 'large' : 'small';
  }
  /** Enlarges a picture, or makes it small again. */
  pick(id: string | undefined): void {
    const { focus, onfocus, without } = this.#of;
    // No other is here.
    if (id !== undefined && !without.pictures) onfocus(focus === id ? '' : id);
  }
  /** Back to all pictures. @returns whether one was large */
  leave(): boolean {
    const { ids, focus, onfocus, without } = this.#of;
    if (!ids.includes(focus) || without.pictures) return false;
    onfocus('');
    return true;
  }
}
