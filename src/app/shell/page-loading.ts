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
