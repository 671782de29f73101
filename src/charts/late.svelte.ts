/** Components whose code comes when they are first shown, or when nobody waits for anything else. */
import type { Component } from 'svelte';
import { atLeisure } from './at-leisure.ts';
import Late from './Late.svelte';

/** As loosely as Svelte types them: an interface is no record. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Svelte's own constraint
export type Properties = Record<string, any>;

export interface LateOptions<Props> {
  /** Height in px that it will take, so that nothing moves when it comes; default 0. */
  room?: (props: Props) => number;
  /** Asked for when what was drawn with it is on screen: it stands below, and would keep that waiting. */
  later?: boolean;
  /** What stands there where it does not come; default: nothing, as for a mark that was hidden. */
  Failed?: Component<{ error: unknown; again: () => void }>;
}

export class Arrival<Props extends Properties> {
  there = $state.raw<Component<Props> | undefined>();
  error = $state.raw<unknown>();
  #coming: Promise<void> | undefined;
  readonly room: (props: Props) => number;
  readonly Failed: LateOptions<Props>['Failed'];
  readonly later: boolean;
  readonly #load: () => Promise<{ default: Component<Props> }>;

  constructor(
    load: () => Promise<{ default: Component<Props> }>,
    { room, Failed, later }: LateOptions<Props>,
  ) {
    this.later = later ?? false;
    this.#load = load;
    this.room = room ?? (() => 0);
    this.Failed = Failed;
  }

  /** Asks for the code, unless it is there or on its way; after a failure once more. Never rejects. */
  bring(): Promise<void> {
    this.#coming ??= this.#load().then(
      ({ default: component }) => {
        this.error = undefined;
        this.there = component;
      },
      (error: unknown) => {
        this.error = error;
        this.#coming = undefined;
      },
    );
    return this.#coming;
  }
}

/**
 * @param load an `import()` of the component
 * @returns a component with its properties; `bring` asks for its code before it is shown
 */
export function late<Props extends Properties>(
  load: () => Promise<{ default: Component<Props> }>,
  options: LateOptions<Props> = {},
): Component<Props> & { bring: () => Promise<void> } {
  const arrival = new Arrival(load, options);
  atLeisure(() => arrival.bring());
  const component = ((anchor, props) =>
    (Late as unknown as Component<{ arrival: Arrival<Props>; props: Props }>)(anchor, {
      arrival,
      props,
    })) as Component<Props>;
  return Object.assign(component, { bring: () => arrival.bring() });
}
