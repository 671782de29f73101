/** What is said to people, before it is in their language. */
/** A sentence to be said in the reader's language: a key of the dictionaries and what fills its blanks. */
export interface Message {
  key: string;
  values: Record<string, number | string>;
}

/** A {@link Message}; `say('random.draw')`. */
export const say = (key: string, values: Message['values'] = {}): Message => ({ key, values });

/** A setting that does not fit the problem it meets: the run cannot start, and the reader is told why. */
export class SettingsError extends Error {
  readonly said: Message;
  constructor(said: Message) {
    super(said.key);
    this.name = 'SettingsError';
    this.said = said;
  }
}
