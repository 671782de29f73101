/** The page's own code is asked for with the first file, not by it: a link in the page for the start of the app. */
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** @param entry path of a module that the first file imports dynamically, from the root of the project */
export function preloaded(entry: string): Plugin {
  return {
    name: 'preloaded',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, path }) {
        // The gallery is no page of the app.
        if (path !== '/index.html') return;
        const chunks = Object.values(bundle ?? {}).flatMap((file) => (file.type === 'chunk' ? [file] : []));
        const start = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(entry)));
        if (!start) throw new Error(`${entry} is no chunk of its own: index.html cannot name it.`);
        const first = chunks.find(({ isEntry }) => isEntry);
        const loaded = new Set<string>([first?.fileName ?? '', ...(first?.imports ?? [])]);
        const links: string[] = [];
        const add = (fileName: string) => {
          if (loaded.has(fileName)) return;
          loaded.add(fileName);
          links.push(fileName);
          for (const more of chunks.find((chunk) => chunk.fileName === fileName)?.imports ?? []) add(more);
        };
        add(start.fileName);
        const styles = [start.fileName, ...links].flatMap((name) => {
          const chunk = chunks.find(({ fileName }) => fileName === name);
          return [...(chunk?.viteMetadata?.importedCss ?? [])];
        });
        const head = { injectTo: 'head' as const };
        return [
          ...links.map((name) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${name}` },
            ...head,
          })),
          ...[...new Set(styles)].map((name) => ({
            tag: 'link',
            attrs: { rel: 'stylesheet', crossorigin: true, href: `./${name}` },
            ...head,
          })),
        ];
      },
    },
  };
}

/** What the bundler asks for a part's files with. */
const HELPER = /^\0vite\/preload-helper\.js$/;

/** @param module what asks for them in its place, from the root of the project: has `__vitePreload` */
export function preloading(module: string): Plugin {
  return {
    name: 'preloading',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: HELPER },
      handler: () => `export { __vitePreload } from ${JSON.stringify(resolve(module))};`,
    },
  };
}
