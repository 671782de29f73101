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

/**
 * Code that comes late takes a link to its style that stands there for one that works: where the style did not come, the
 * link goes, and is asked for anew with the code. One that is on its way is left alone: somebody waits for it.
 */
export function letStylesComeAgain(): void {
  addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') target.remove();
    },
    { capture: true },
  );
}
