// Threads do not take over the TypeScript loader that the command runs under: this one brings its own.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
