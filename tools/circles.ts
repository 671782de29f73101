/**
 * Files that ask for each other in a circle: one of them runs before what it needs is there, and the page that it is for does not
 * open. Modules may be free of circles and the files they are put together in not, so the build looks.
 */
import type { Plugin } from 'vite';

/**
 * @param imports of each file, what it asks for before it runs
 * @returns a circle, its first file once more at its end; undefined where there is none
 */
export function circleIn(imports: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const way: string[] = [];
  const over = new Set<string>();
  const visit = (file: string): string[] | undefined => {
    const met = way.indexOf(file);
    if (met >= 0) return [...way.slice(met), file];
    if (over.has(file)) return undefined;
    way.push(file);
    for (const other of imports.get(file) ?? []) {
      const circle = visit(other);
      if (circle) return circle;
    }
    way.pop();
    over.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const circle = visit(file);
    if (circle) return circle;
  }
  return undefined;
}

export function noCircles(): Plugin {
  return {
    name: 'no-circles',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file] : []));
      const circle = circleIn(new Map(chunks.map(({ fileName, imports }) => [fileName, imports])));
      if (!circle) return;
      const told = circle.slice(0, -1).map((name) => {
        const { moduleIds } = chunks.find(({ fileName }) => fileName === name)!;
        const few = moduleIds.slice(0, 3).map((id) => id.replace(/^.*\/(?=(src|node_modules)\/)/, ''));
        return `${name} (${few.join(', ')}${moduleIds.length > few.length ? ', …' : ''})`;
      });
      this.error(
        `These files ask for each other in a circle: ${[...told, circle[0]].join(' → ')}. ` +
          'Move what they share into a group of its own (`tools/chunks.ts`), or import it where it is.',
      );
    },
  };
}
