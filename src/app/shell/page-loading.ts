/** Pages that come with their first visit: what to say where they do not come. */
import { say, type Message } from '#core/types.ts';
import { pageStarts } from '#workers/pool/starts.ts';

/**
 * Loads a page's code.
 * @param load an `import()`; asked again at each try
 * @returns the page, or what to tell the reader
 */
export async function loadPage<Page>(
  load: () => Promise<Page>,
): Promise<{ page: Page } | { problem: Message }> {
  try {
    await mendStyles();
    const page = await load();
    // Its workers may have been in vain meanwhile: what brought the page brings them.
    pageStarts.again();
    return { page };
  } catch (error) {
    // The browser's words, in its own language, for whoever has to find out more.
    const detail = error instanceof Error ? error.message : String(error);
    return { problem: say('error.page-unloaded', { detail }) };
  }
}

/** Links whose style did not come. One that is on its way looks alike, but somebody waits for that very link. */
const failed = new WeakSet<EventTarget>();
/** From now on it is noticed which styles do not come. */
export function watchStyles(): void {
  addEventListener('error', ({ target }) => void (target && failed.add(target)), { capture: true });
}

/**
 * A page's style that did not come is not asked for again by the code that loads pages: it takes a link that stands there
 * for one that works. The page would come without its style.
 */
async function mendStyles(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  await Promise.all(
    links
      .filter((link) => failed.has(link) && !isThere(link))
      .map(
        (link) =>
          new Promise<void>((resolve, reject) => {
            const again = link.cloneNode() as HTMLLinkElement;
            again.onload = () => resolve();
            again.onerror = () => reject(new Error(again.href));
            link.replaceWith(again);
          }),
      ),
  );
}

/** Browsers leave nothing of a style that did not come, or a sheet that may not be looked into. */
function isThere({ sheet }: HTMLLinkElement): boolean {
  try {
    return sheet !== null && sheet.cssRules.length > 0;
  } catch {
    return false;
  }
}
