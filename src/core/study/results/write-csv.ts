/**
 * Results as a table that everything opens, RFC 4180 with lines that end in \n.
 *
 *     # trial-by-trial/results 1 {"format":"trial-by-trial/study", … }
 *     problem,strategy,repeat,trial,batch,y,value,best,regret,status,flags
 *     branin,random,0,1,0,24.1,24.1,24.1,23.7,ok,0
 *     …
 *     # end 9600 5ab1c2d3
 *
 * The last line has the number of rows and the CRC-32 of all bytes before it: whatever is cut off or changed, it is
 * noticed. Values are in the problem's own sense: of what is maximised, best is the highest. Numbers are the shortest that read back as the same double, nothing stands for NaN.
 */
import { STATUSES } from '../columns.ts';
import { optimaOf } from '../instances.ts';
import { turned } from '../../sense.ts';
import { sensesOf } from '../own-sense.ts';
import { planIndex } from '../plan.ts';
import { FLAG, type RunRecord, type Study } from '../types.ts';
import { crc32, hex } from './crc32.ts';
import { COLUMN_NAMES, FORMAT, VERSION } from './format.ts';

export const FIRST_LINE = `# ${FORMAT} `;
export const HEADER = COLUMN_NAMES.join(',');

/** Characters of a chunk, more or less. */
const CHUNK = 1 << 16;

/** @returns the text in pieces: all of it would be longer than a string may be where the study is large */
export function* writeCsv(study: Study, records: readonly RunRecord[]): Generator<string, void, void> {
  const encoder = new TextEncoder();
  let crc = 0;
  let rows = 0;
  const counted = (chunk: string): string => {
    crc = crc32(encoder.encode(chunk), crc);
    return chunk;
  };
  yield counted(`${FIRST_LINE}${VERSION} ${JSON.stringify(study)}\n${HEADER}\n`);

  const problems = study.problems.map(({ name }) => cell(name));
  const strategies = study.strategies.map(({ name }) => cell(name));
  const optimumOf = optimaOf(study);
  const senses = sensesOf(study);
  let chunk = '';
  for (const record of [...records].sort((a, b) => planIndex(study, a) - planIndex(study, b))) {
    const { problem, strategy, repeat, batch, y, value, best, flags } = record;
    const run = `${problems[problem]},${strategies[strategy]},${repeat}`;
    const optimum = optimumOf(record);
    const sense = senses[problem];
    for (let i = 0; i < y.length; i++) {
      const bits = flags[i];
      const status = STATUSES[bits & FLAG.failed ? 1 : bits & FLAG.infeasible ? 2 : 0];
      const own = (one: number) => decimal(turned(one, sense));
      const numbers = `${own(y[i])},${own(value[i])},${own(best[i])},${decimal(best[i] - optimum)}`;
      chunk += `${run},${i + 1},${batch[i]},${numbers},${status},${bits}\n`;
    }
    rows += y.length;
    if (chunk.length >= CHUNK) {
      yield counted(chunk);
      chunk = '';
    }
  }
  if (chunk !== '') yield counted(chunk);
  yield `# end ${rows} ${hex(crc)}\n`;
}

/** String() is the shortest that reads back the same; −0 is 0, as in the columns of other formats. */
const decimal = (x: number): string => (Number.isNaN(x) ? '' : String(x));

/** A first cell that starts with # would pass for a comment. */
const cell = (text: string): string => (/[",#]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
