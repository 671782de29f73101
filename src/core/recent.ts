/** A map of what was used last: once there is more than it may hold, what nobody has used for longest goes. */
export class Recent<Key, Value> {
  readonly #held = new Map<Key, Value>();
  readonly #most: number;

  /** @param most entries, one at least */
  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#held.size;
  }
  /** Whether there is one; to ask is no use of it. */
  has(key: Key): boolean {
    return this.#held.has(key);
  }
  get(key: Key): Value | undefined {
    const value = this.#held.get(key);
    if (value === undefined) return undefined;
    this.set(key, value);
    return value;
  }
  set(key: Key, value: Value): void {
    this.#held.delete(key);
    if (this.#held.size >= this.#most) this.#held.delete(this.#held.keys().next().value!);
    this.#held.set(key, value);
  }
  delete(key: Key): void {
    this.#held.delete(key);
  }
  clear(): void {
    this.#held.clear();
  }
  /** What was used last is last. */
  values(): MapIterator<Value> {
    return this.#held.values();
  }
}
