/** The traces that are stored (`src/core/conformance/vectors`), asked of the worker that is built, in whatever browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { VECTOR_PROBLEMS, vectorScenario } from '#core/conformance/vector-scenarios.ts';
import { strategies } from '#core/strategies/index.ts';
import type { Ask } from '#workers/protocol.ts';

export interface Question {
  /** `random on branin`. */
  name: string;
  ask: Ask<'run'>;
}

export const QUESTIONS: readonly Question[] = VECTOR_PROBLEMS.flatMap((problem) =>
  strategies.map(({ id }) => {
    const scenario = vectorScenario(problem, id);
    return { name: `${id} on ${problem}`, ask: { scenario, strategy: scenario.strategies[0] } };
  }),
);

/** Of each trial, as Node made it. */
export const STORED: Readonly<Record<string, string[]>> = Object.fromEntries(
  VECTOR_PROBLEMS.flatMap((problem) => {
    const file = new URL(`../../src/core/conformance/vectors/${problem}.json`, import.meta.url);
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { hashes: string[] }>;
    return Object.entries(stored).map(([id, { hashes }]) => [`${id} on ${problem}`, hashes] as const);
  }),
);

/** Address of the simulation worker, from the page. */
export function builtWorker(): string {
  const file = readdirSync('dist/assets').find((name) => /^simulation\.worker.*\.js$/.test(name));
  if (!file) throw new Error('The build has no simulation worker.');
  return `./assets/${file}`;
}

/**
 * In the page: what a worker answers.
 * @param address of its script; a name: of one that the single file holds
 * @returns by name twelve digits of the SHA-256 of each trial, as the vectors have them
 */
export async function tracesOf({
  address,
  questions,
}: {
  address: { file: string } | { packed: string };
  questions: readonly Question[];
}): Promise<Record<string, string[]>> {
  const worker =
    'file' in address
      ? new Worker(address.file, { type: 'module', name: 'traces' })
      : new Worker(
          (globalThis as unknown as { packedWorkers: Record<string, string> }).packedWorkers[address.packed],
        );
  const trials = questions.map((): unknown[] => []);
  await new Promise<void>((resolve, reject) => {
    let open = questions.length;
    worker.onerror = (event) => reject(new Error(event.message || 'The worker did not start.'));
    worker.onmessage = ({ data }: MessageEvent) => {
      const { type, job, part, error } = data as {
        type: string;
        job: number;
        part: unknown[];
        error?: { message: string };
      };
      if (type === 'ready') {
        for (const [number, { ask }] of questions.entries())
          worker.postMessage({ type: 'ask', job: number, request: 'run', ask });
      } else if (type === 'part') trials[job].push(...part);
      else if (type === 'failed') reject(new Error(`${questions[job].name}: ${error?.message}`));
      else if (type === 'done' && --open === 0) resolve();
    };
  });
  worker.terminate();
  const hashOf = async (trial: unknown) => {
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(trial)));
    return [...new Uint8Array(bytes)]
      .slice(0, 6)
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
  };
  const made: Record<string, string[]> = {};
  for (const [number, { name }] of questions.entries())
    made[name] = await Promise.all(trials[number].map(hashOf));
  return made;
}
