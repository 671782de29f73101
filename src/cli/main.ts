/** The process around `sim`. */
import { sim } from './sim.ts';

// A reader that stops early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// Nor is a log or a terminal that is gone: a study of hours does not end because nobody reads how far it is.
process.stderr.on('error', () => {});

process.exitCode = await sim(process.argv.slice(2));
