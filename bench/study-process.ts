/** One plain process of the comparison in `arena.ts`: makes its share of a study's runs, and says how long it took. */
import { readFileSync } from 'node:fs';
import { planRuns, shardOf } from '#core/study/plan.ts';
import { readStudy } from '#core/study/read-study.ts';
import { runOne } from '#core/study/run-study.ts';

const [path, i, n] = process.argv.slice(2);
const read = readStudy(JSON.parse(readFileSync(path, 'utf8')));
if ('problems' in read) throw new Error(JSON.stringify(read.problems));
const started = Date.now();
let trials = 0;
for (const key of shardOf(planRuns(read.study), Number(i), Number(n))) {
  trials += runOne(read.study, key, () => performance.now() / 1000).y.length;
}
process.stdout.write(`${JSON.stringify({ started, ended: Date.now(), trials })}\n`);
