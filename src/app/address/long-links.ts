/**
 * Links that would be too long: some mail programs, chats and servers cut them. What makes a scenario long is its
 * objective (a table of trials); the address then names it, `kept=1x7k…`, and this browser holds it.
 */
import { scenarioToQuery } from '#core/query.ts';
import { defaultScenario } from '#core/scenario.ts';
import type { Scenario } from '#core/types.ts';

/** Characters of a link at most. */
export const LONGEST_LINK = 8000;

/** Functions that are kept over a reload, the latest. */
const MOST_KEPT = 8;
const NAME = 'trial-by-trial/kept/';
const LIST = 'trial-by-trial/kept';

/** The scenario with its objective as it comes by default: what a short address can say. */
export const withoutFunction = (scenario: Scenario): Scenario => ({
  ...scenario,
  objective: { id: scenario.objective.id, params: {} },
});

/** The objective's part of a query. */
export const functionQuery = ({ objective, noise }: Scenario): string =>
  scenarioToQuery({ ...defaultScenario(), objective, noise });

/** FNV-1a, twice from different starts: tells the few functions of one reader apart. */
export function nameOf(text: string): string {
  const hash = (start: number) => {
    let h = start;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
    return (h >>> 0).toString(36);
  };
  return hash(2166136261) + hash(84696351);
}

export const keptIn = (hash: string): string | undefined => /[?&]kept=(\w+)/.exec(hash)?.[1];

/** The address with what it names in its place; undefined stands for what nobody holds, and is left out. */
export const unfold = (hash: string, query: string | undefined): string =>
  hash.replace(/([?&])kept=\w+/, (_, before: string) => (query === undefined ? before : before + query));

/** What an address says, nothing left out of it that this browser holds. */
export function wholeAddress(
  hash: string,
  functions: Pick<KeptFunctions, 'find'>,
): { hash: string; lost: boolean } {
  const kept = keptIn(hash);
  const query = kept === undefined ? undefined : functions.find(kept);
  return { hash: unfold(hash, query), lost: kept !== undefined && query === undefined };
}

/** What this page has seen, and what the browser holds. */
export class KeptFunctions {
  readonly #seen = new Map<string, string>();
  readonly #storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;

  constructor(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined = localDrawer()) {
    this.#storage = storage;
  }

  /** @returns what names it in an address */
  name(query: string): string {
    const name = nameOf(query);
    this.#seen.set(name, query);
    return name;
  }

  /** Hands it to the browser. @returns whether it is there after a reload */
  keep(name: string): boolean {
    const query = this.#seen.get(name);
    if (query === undefined || !this.#storage) return false;
    try {
      const before = this.#list().filter((other) => other !== name);
      for (const old of before.splice(MOST_KEPT - 1)) this.#storage.removeItem(NAME + old);
      this.#storage.setItem(NAME + name, query);
      this.#storage.setItem(LIST, [name, ...before].join());
      return true;
    } catch {
      return false;
    }
  }

  find(name: string): string | undefined {
    try {
      const kept = this.#seen.get(name) ?? this.#storage?.getItem(NAME + name) ?? undefined;
      // Its name is its checksum: what was changed since is not what the link meant.
      return kept !== undefined && nameOf(kept) === name ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  #list = () => (this.#storage?.getItem(LIST) ?? '').split(',').filter((name) => name !== '');
}

function localDrawer(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
