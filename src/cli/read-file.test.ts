import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mustBeOrdinary, readFile, readText } from './read-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'sim-read-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const MEGABYTE = 1024 * 1024;
const hasDevices = existsSync('/dev/zero') && existsSync('/dev/full');

describe('a file that is given by name', () => {
  it('is read whole, whatever its size', () => {
    for (const size of [0, 1, 3 * MEGABYTE + 17]) {
      const bytes = Buffer.from(Uint8Array.from({ length: size }, (_, i) => (i * 31) % 251));
      writeFileSync(at('whole'), bytes);
      expect(readFile(at('whole'), size).equals(bytes)).toBe(true);
    }
    writeFileSync(at('text'), '山谷');
    expect(readText(at('text'), 6)).toBe('山谷');
  });

  it('is refused by its limit where it is too large, without being read', () => {
    writeFileSync(at('large'), '');
    truncateSync(at('large'), 20_000 * MEGABYTE);
    expect(() => readFile(at('large'), 5 * MEGABYTE)).toThrow(
      /^it holds more than 5 MB, the most that is read$/,
    );
  });

  it('is complained of by the system where it is none', () => {
    expect(() => readFile(at('no'), 9)).toThrow(/ENOENT/);
    expect(() => readFile(folder, 9)).toThrow(/EISDIR/);
    expect(() => readFile(folder, 9, { ordinary: true })).toThrow(/EISDIR/);
  });

  it.runIf(hasDevices)('ends where a device does not', () => {
    expect(() => readFile('/dev/zero', 3 * MEGABYTE)).toThrow(/more than 3 MB/);
    expect(readFile('/dev/null', 9)).toHaveLength(0);
    expect(readFile('/proc/self/status', MEGABYTE).toString()).toContain('Pid:');
    symlinkSync('/dev/zero', at('zero'));
    expect(() => readFile(at('zero'), 9, { ordinary: true })).toThrow(/not an ordinary file/);
    expect(() => mustBeOrdinary('/dev/zero')).toThrow(/not an ordinary file/);
  });

  it.runIf(hasDevices)('may be a pipe, which gives a little at a time and is read to its end', async () => {
    const pipe = at('pipe');
    execFileSync('mkfifo', [pipe]);
    const text = 'x,y\n'.repeat(100_000);
    writeFileSync(at('source'), text);
    const writer = spawn('sh', ['-c', `(cat ${at('source')}; sleep 0.2; printf end) > ${pipe}`]);
    expect(readText(pipe, MEGABYTE)).toBe(`${text}end`);
    await new Promise((resolve) => (writer.exitCode === null ? writer.on('exit', resolve) : resolve(0)));
    expect(readFileSync(at('source'), 'utf8')).toBe(text);
  });
});
