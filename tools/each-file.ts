/** Random cases are the same in every run: what fails, fails again. With `FUZZ`, each run draws others. */
import fc from 'fast-check';
import { afterAll, vi } from 'vitest';

if (!process.env.FUZZ) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 1 });

/** What a file of tests replaced is put back, however it ended: the next one may be tested in the same worker. */
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
