/** The process around `sim`. */
import { sim } from './sim.ts';
import { reason } from './usage.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that stops early (`| head`) is no error.
  if (error.code === 'EPIPE') process.exit(0);
  // A full disk is one, and the output is not whole.
  const text = `Standard output cannot be written: ${reason(error)}.\n`;
  // Only when this is out: a terminal may take its time.
  process.stderr.write(text, () => process.exit(2));
});

// Nor is a log or a terminal that is gone: a study of hours does not end because nobody reads how far it is.
process.stderr.on('error', () => {});

process.exitCode = await sim(process.argv.slice(2));
