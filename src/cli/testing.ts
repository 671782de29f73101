/** What the tests of commands share. */
import { vi } from 'vitest';
import { sim } from './sim.ts';

/** The command as a whole: its exit code, and what it says on standard output and standard error. */
export async function said(...args: string[]) {
  let [out, told] = ['', ''];
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => !!(out += String(text))),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => !!(told += String(text))),
  ];
  const code = await sim(args);
  for (const spy of spies) spy.mockRestore();
  return { code, out, told };
}
