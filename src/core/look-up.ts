/**
 * Looking a name up that may have come from outside: a table’s column, a link’s key, a file’s id. Every object answers to
 * `constructor`, `toString` and `__proto__`; these two only know what was put into it. The linter sees to it that nothing
 * else looks up by such a name (`tools/no-bare-lookup.mjs`).
 */

/** What a record holds under a name; undefined where it holds nothing. */
export function lookUp<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Puts a value under a name, whatever the name: plain assignment to `__proto__` changes the object’s prototype. */
export function define<Value>(record: Record<string, Value>, name: string, value: NoInfer<Value>): void {
  Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
}
