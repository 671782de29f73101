import { Opening } from './opening.ts';

/** Opens without a worker: the core works out itself what takes long. */
export const openingAtOnce = () => new Opening({ ready: () => undefined });
