/**
 * Chapters are Markdown for whoever writes them and plain data for the page: `en.md` is a module of a compiled chapter,
 * `en.md?front` of what is known of it before it is opened. Development, tests and builds see the same; a page loads no
 * Markdown and no TeX.
 */
import type { Plugin } from 'vite';
import type { Chapter, Front } from '../../src/learn/types.ts';
import { compileFile, FACTS, sheetPath } from './library.ts';

const CHAPTER = /\/src\/learn\/([\w-]+)\/[\w-]+\.md(\?.*)?$/;

export function learn(): Plugin {
  return {
    name: 'learn',
    transform: {
      order: 'pre',
      handler(text, id) {
        const [whole, name, query = ''] = CHAPTER.exec(id.replaceAll('\\', '/')) ?? [];
        if (whole === undefined) return null;
        if (query.includes('raw')) return null;
        this.addWatchFile(FACTS);
        this.addWatchFile(sheetPath(name));
        const chapter = compileFile(id.replace(/\?.*$/, ''), text);
        const data = /[?&]front\b/.test(query) ? frontOf(chapter) : chapter;
        return { code: `export default ${JSON.stringify(data)};`, map: null };
      },
    },
  };
}

export const frontOf = ({ id, order, title, question, minutes, sections, predictions }: Chapter): Front => ({
  ...{ id, order, title, question, minutes },
  sections: sections.map((section) => ({ id: section.id, title: section.title })),
  predictions,
});
