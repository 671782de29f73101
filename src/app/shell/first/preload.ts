/**
 * Asks for the files of a part of the page, side by side and a few a task; it stands in the bundler's place
 * (`tools/preloads.ts`), which asks for all of them in one. To ask for a file takes the main thread of a laptop a millisecond,
 * and that of a phone four: a page with thirty files could not be used meanwhile.
 */

/** Of files that are asked for in one task. */
const FEW = 5;

const asked = new Map<string, Promise<void>>();
const waiting: (() => void)[] = [];
let left = FEW;
let turning = false;

/** In this task where others were not asked for already, or in one of the next. */
function inTurn(ask: () => void): void {
  if (left > 0 && waiting.length === 0) {
    left -= 1;
    ask();
  } else waiting.push(ask);
  if (turning) return;
  turning = true;
  setTimeout(turn);
}
function turn(): void {
  left = FEW;
  for (; left > 0 && waiting.length > 0; left--) waiting.shift()!();
  turning = left < FEW;
  if (turning) setTimeout(turn);
}

/** Resolves once it is asked for; a style once it is there. */
function ask(href: string): Promise<void> {
  return new Promise((resolve, reject) =>
    inTurn(() => {
      const link = document.createElement('link');
      link.crossOrigin = '';
      link.href = href;
      if (href.endsWith('.css')) {
        link.rel = 'stylesheet';
        link.onload = () => resolve();
        link.onerror = () => {
          // Whoever asks again gets another one.
          link.remove();
          asked.delete(href);
          reject(new Error(href));
        };
      } else {
        link.rel = 'modulepreload';
        resolve();
      }
      document.head.append(link);
    }),
  );
}

/** Those that the page itself names. */
function know(): void {
  for (const { href } of document.querySelectorAll<HTMLLinkElement>('link[href]'))
    asked.set(href, Promise.resolve());
}

/**
 * Called as the bundler writes it.
 * @param load an `import()`
 * @param files what it needs, seen from `importer`
 * @throws {Error} where a style does not come; or the browser's, where code does not
 */
export async function __vitePreload<Module>(
  load: () => Promise<Module>,
  files: readonly string[] = [],
  importer?: string,
): Promise<Module> {
  if (asked.size === 0) know();
  await Promise.all(
    files.map((file) => {
      const { href } = new URL(file, importer);
      const asking = asked.get(href) ?? ask(href);
      asked.set(href, asking);
      return asking;
    }),
  );
  return load();
}
