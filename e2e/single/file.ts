/** The app as one file, of what stands here now. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const FILE = resolve('dist-single/trial-by-trial.html');
const MADE_OF = ['src', 'tools', 'static', 'index.html', 'package-lock.json', 'vite.config.ts'];

const changed = (path: string): number =>
  statSync(path).isDirectory()
    ? Math.max(
        0,
        ...readdirSync(path, { recursive: true, encoding: 'utf8' }).map(
          (name) => statSync(join(path, name)).mtimeMs,
        ),
      )
    : statSync(path).mtimeMs;

/** Builds it unless it is newer than all that it is made of. @returns its address */
export function singleFile(): string {
  if (!existsSync(FILE) || MADE_OF.some((path) => changed(path) > statSync(FILE).mtimeMs))
    execFileSync('npm', ['run', 'build:single'], { stdio: 'inherit', shell: process.platform === 'win32' });
  return pathToFileURL(FILE).href;
}
