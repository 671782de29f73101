import { strategies } from '../strategies/index.ts';
import { modelBased } from './cases.ts';
import { everyPair } from './every-pair.ts';

everyPair(strategies.filter(modelBased), 8);
