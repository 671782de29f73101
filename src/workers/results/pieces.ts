/** Runs in packs of a size that a database takes at once. */
import { pack, type PackedRuns } from '#core/study/packed.ts';
import type { RunRecord } from '#core/study/types.ts';

/** Trials of a pack, more or less: some 15 MB. */
const LARGEST = 500_000;

export function* inPieces(records: readonly RunRecord[], largest = LARGEST): Generator<PackedRuns> {
  for (let from = 0; from < records.length;) {
    let to = from;
    for (let trials = 0; to < records.length && trials < largest; to++) trials += records[to].y.length;
    yield pack(records.slice(from, to));
    from = to;
  }
}
