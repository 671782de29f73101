/** What is loaded when it is first needed, or when nobody waits for anything else: from then on it needs no network. */

/** Declared, and not brought at leisure so far. */
const waiting: (() => Promise<unknown>)[] = [];
let leisure: (() => Promise<void>) | undefined;
let bringing: Promise<void> | undefined;

/**
 * @param bring asks for it, unless it is there; is called once, and then forgotten
 */
export function atLeisure(bring: () => Promise<unknown>): void {
  waiting.push(bring);
  // A page that is opened later declares its own.
  if (leisure) void bringAllLate(leisure);
}

/**
 * @param load an `import()`
 * @returns asks for the code, unless it is there or on its way; after a failure once more
 */
export function lateCode<Code>(load: () => Promise<Code>): () => Promise<Code> {
  let coming: Promise<Code> | undefined;
  function bring(): Promise<Code> {
    coming ??= load().catch((error: unknown) => {
      coming = undefined;
      throw error;
    });
    return coming;
  }
  atLeisure(bring);
  return bring;
}

/**
 * Brings all that was declared, one after another, and from then on all that will be.
 * @param between waited for before each
 */
export function bringAllLate(between: () => Promise<void>): Promise<void> {
  leisure = between;
  bringing ??= bringWaiting().finally(() => (bringing = undefined));
  return bringing;
}

async function bringWaiting(): Promise<void> {
  for (let bring = waiting.shift(); bring; bring = waiting.shift()) {
    await leisure!();
    // Whoever needs what did not come asks again.
    await bring().catch(() => {});
  }
}
