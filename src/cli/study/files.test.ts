import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from './files.ts';
import { temporaryFolder } from './testing.ts';

const root = temporaryFolder();

describe('a folder', () => {
  it('is made with those above it, and left where it is there', () => {
    const path = join(root, 'a', 'b', 'c');
    makeFolder(path);
    writeFileSync(join(path, 'mine'), '');
    makeFolder(path);
    makeFolder(`${path}/`);
    expect(existsSync(join(path, 'mine'))).toBe(true);
  });

  it('is refused for what is in its way', () => {
    writeFileSync(join(root, 'file'), '');
    expect(() => makeFolder(join(root, 'file'))).toThrow('EEXIST');
    expect(() => makeFolder(join(root, 'file', 'a', 'b'))).toThrow('ENOTDIR');
    symlinkSync(join(root, 'nowhere', 'at-all'), join(root, 'link'));
    expect(() => makeFolder(join(root, 'link', 'a'))).toThrow('EEXIST');
  });
});
