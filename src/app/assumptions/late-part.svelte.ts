/**
 * A part of an address whose reader is loaded later than the address is read. Until then it stays as it came, in the
 * address, too.
 */
import type { Message, Scenario } from '#core/types.ts';
import type { Part } from '../address/holders.ts';

/** What reads and writes it. */
export type PartReader = Pick<Part, 'query' | 'read'>;

export class LatePart implements Part {
  readonly prefix: string;
  #came = $state('');
  #reader = $state.raw<PartReader | undefined>(undefined);

  constructor(prefix: string) {
    this.prefix = prefix;
  }

  get query(): string {
    return this.#reader?.query ?? this.#came;
  }

  read(query: string, scenario: Scenario): Message[] {
    this.#came = query;
    return this.#reader?.read(query, scenario) ?? [];
  }

  /** From now on this reads and writes it, beginning with what came. @returns what was not taken as given */
  attach(reader: PartReader, scenario: Scenario): Message[] {
    if (reader === this.#reader) return [];
    const notices = reader.read(this.#came, scenario);
    this.#reader = reader;
    return notices;
  }
}
