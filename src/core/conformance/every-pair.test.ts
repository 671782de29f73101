import { strategies } from '../strategies/index.ts';
import { modelBased } from './cases.ts';
import { everyPair } from './every-pair.ts';

everyPair(
  strategies.filter((strategy) => !modelBased(strategy)),
  8,
);
