import { strategies } from '../strategies/index.ts';
import { modelBased } from './cases.ts';
import { everyPair } from './every-pair.ts';

everyPair(
  strategies.filter((strategy) => !modelBased(strategy)),
  // A strategy that breaks the contract somewhere does so in most cases: in `npm test` a few are enough.
  process.env.TESTS === 'essential' ? 3 : 8,
);
