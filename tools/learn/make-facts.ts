/** `npm run learn:facts`: works out the numbers of all chapters and keeps them; `-- random` those of one chapter. */
import { writeFileSync } from 'node:fs';
import { allFacts } from './facts.ts';
import { FACTS, keptFacts } from './library.ts';

const before = keptFacts();
const made = await allFacts(process.argv.slice(2), before);
writeFileSync(FACTS, `${JSON.stringify(made, null, 2)}\n`);
for (const [chapter, facts] of Object.entries(made))
  for (const [id, { value }] of Object.entries(facts)) {
    const old = before[chapter]?.[id]?.value;
    if (old !== value) process.stdout.write(`${chapter} ${id}: ${old ?? 'new'} → ${value}\n`);
  }
