/** Back to what the link asked for; and back again, with all that was entered, until something else is done. */
import type { Address } from '../address/address.svelte.ts';
import type { Lab } from '../lab/lab.svelte.ts';
import type { OwnDrafts } from '../own/drafts.svelte.ts';

/** Where the clock stands is no work that could be lost. */
const CLOCK = ['t', 'play'];
/** How a link is read is the reader’s: it belongs to what was asked for only where the link says it. */
const READING = ['lang', 'presenter', 'strings'];

/** Pairs of a link, by their keys; none of these is a link’s first. */
const pairs = (keys: readonly string[]) => new RegExp(`&(?:${keys.join('|')})=[^&]*`, 'g');
const unsaidIn = (link: string) => READING.filter((key) => !link.includes(`&${key}=`));

interface Parts {
  readonly address: Pick<Address, 'asked' | 'labLink' | 'openAgain'>;
  readonly lab: Pick<Lab, 'replayed' | 'replay' | 'clock'>;
  readonly drafts: Pick<OwnDrafts, 'remember'>;
}
/** Who owns what can be taken back; the way back is made when it is first looked for. */
export interface Resettable extends Parts {
  reset: Reset | undefined;
}
export const resetOf = (owner: Resettable): Reset => (owner.reset ??= new Reset(owner));

export class Reset {
  readonly #of: Parts;
  #undo = $state.raw<{ asked: string; go: () => void } | undefined>();

  constructor(of: Parts) {
    this.#of = of;
  }

  /** What the link asked for, and what a link would ask for now. */
  get #links(): { asked: string; now: string } {
    const { asked = '', labLink: now } = this.#of.address;
    return { asked, now };
  }
  /** @param besides keys that do not count */
  #differs(besides: readonly string[] = []): boolean {
    const { asked, now } = this.#links;
    const ignored = pairs([...besides, ...unsaidIn(asked)]);
    return this.#of.lab.replayed !== null || now.replace(ignored, '') !== asked.replace(ignored, '');
  }
  /** Something is different from what the link asked for. */
  get offered(): boolean {
    return this.#differs();
  }
  /** It was taken back to, and nothing has been done since but moving the clock. */
  get undoable(): boolean {
    return this.#undo?.asked === this.#links.asked && !this.#differs(CLOCK);
  }

  go(): void {
    const { address, lab, drafts } = this.#of;
    const { asked, now } = this.#links;
    const { replayed, clock } = lab;
    const { wanted } = clock;
    // Whoever only starts again may still want what was there before.
    if (!this.undoable) {
      const restore = drafts.remember();
      const go = () => {
        restore();
        address.openAgain(now);
        if (!replayed) return;
        lab.replay(replayed);
        clock.seek(wanted);
      };
      this.#undo = { asked, go };
    }
    address.openAgain(asked + (now.match(pairs(unsaidIn(asked))) ?? []).join(''));
  }
  undo(): void {
    const { go } = this.#undo!;
    this.#undo = undefined;
    go();
  }
  /** What its key does, where there is anything to do. */
  press(): void {
    if (this.offered) this.go();
    else if (this.undoable) this.undo();
  }
}
