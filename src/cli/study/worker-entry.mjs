// A thread of a command that runs from its sources, as in tests: threads do not take over the TypeScript loader, and would
// each read 250 files. What is compiled holds the same code, and has this file's place there.
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiled } from '../../../tools/sim.mjs';

await import(pathToFileURL(join(dirname(await compiled()), 'worker-entry.mjs')).href);
