/** The next version of a build, as a build would make it: a text is another one, and with it a file's name and the version. */
import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param changed beginning of the name of the script that changes
 * @param from a text in it
 */
export function nextVersion(build: string, folder: string, changed: string, from: string, to: string): void {
  cpSync(build, folder, { recursive: true, filter: (path) => !path.endsWith('.map') });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(js|html)$/.test(name),
  );
  const old = files.map((name) => name.replace(/^assets\//, '')).find((name) => name.startsWith(changed));
  if (!old) throw new Error(`There is no script ${changed}…`);
  // A hash has seven characters, dashes among them.
  const fresh = old.replace(/-.{7}\.js$/, '-anothER.js');
  if (fresh === old) throw new Error(`${old} has no hash.`);
  renameSync(join(folder, 'assets', old), join(folder, 'assets', fresh));
  const version = versionIn(build);
  const later = version.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  for (const name of files) {
    const path = join(folder, name.replace(old, fresh));
    const text = readFileSync(path, 'utf8');
    let next = text.replaceAll(old, fresh).replaceAll(version, later);
    if (path.endsWith(fresh)) next = next.replace(from, to);
    if (path.endsWith(fresh) && next === text) throw new Error(`“${from}” does not stand in ${old}.`);
    writeFileSync(path, next);
  }
}

export const versionIn = (build: string): string =>
  /<meta name="version" content="(\w+)"/.exec(readFileSync(join(build, 'index.html'), 'utf8'))![1];
