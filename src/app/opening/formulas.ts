/**
 * What takes long about a formula, worked out before the page needs it: its certified minimum and its surface, by a
 * worker. The core remembers what is learnt here, so that checking a formula and making the problem of it, wherever on the
 * page, is a matter of a millisecond. Answers are kept by formula and domain: none of them can be taken for another's.
 */
import { getObjective } from '#core/objectives/index.ts';
import { formulaMinimum } from '#core/objectives/own/index.ts';
import { readParams, type ParamValues } from '#core/params.ts';
import { problemOf } from '#core/run.ts';
import type { Message } from '#core/types.ts';
import { JobCancelled } from '#workers/client.ts';
import type { Job, WorkerPool } from '#workers/pool.ts';
import { codeFor } from './code.ts';
import { learnSurface, SURFACE } from '../shared/surfaces.ts';

/** A link or a file waits so long, in ms, for the next word of a worker; then the page does the work itself. */
const PATIENCE = 5000;

export class Formulas {
  readonly #pool: WorkerPool;

  /** @param pool not disposed of here */
  constructor(pool: WorkerPool) {
    this.#pool = pool;
  }

  /**
   * @param params complete settings of a formula
   * @returns why it is refused; undefined where it may be used. Rejects only where it is cancelled: without a worker, the
   *   page does the work itself
   */
  learn(params: ParamValues): Job<Message | undefined> {
    if (formulaMinimum.known(params)) return { result: Promise.resolve(checked(params)), cancel: () => {} };
    const { result, cancel } = this.#pool.ask('formula', { params, surface: SURFACE });
    const said = result.then(
      ({ minimum, surface }) => {
        formulaMinimum.learn(params, minimum);
        if ('problem' in minimum) return minimum.problem;
        if (surface) learnSurface(problemOf({ objective: { id: 'formula', params } }), surface);
        return undefined;
      },
      (error: unknown) => {
        if (error instanceof JobCancelled) throw error;
        return checked(params);
      },
    );
    return { result: said, cancel };
  }

  /**
   * Brings the code of objectives from a link or a file, and learns the formulas among them, whatever else stands there.
   * @returns undefined where nothing is missing; settled when everything is known. Never rejects
   */
  ready(objectives: readonly unknown[]): Promise<void> | undefined {
    // Where it does not come, opening says so.
    const coming = codeFor(objectives)?.catch(() => {});
    return coming ? coming.then(() => this.#learnAll(objectives)) : this.#learnAll(objectives);
  }

  #learnAll(objectives: readonly unknown[]): Promise<void> | undefined {
    const missing: ParamValues[] = [];
    for (const raw of objectives) {
      const params = codeFor([raw]) ? undefined : ownSettings(raw);
      if (params && !formulaMinimum.known(params)) missing.push(params);
    }
    if (missing.length === 0) return undefined;
    const jobs = missing.map((params) => this.learn(params));
    return new Promise((resolve) => {
      const giveUp = () => {
        for (const { cancel } of jobs) cancel();
        for (const params of missing) checked(params);
        resolve();
      };
      let timer = setTimeout(giveUp, PATIENCE);
      const heard = () => {
        clearTimeout(timer);
        timer = setTimeout(giveUp, PATIENCE);
      };
      for (const { result } of jobs) result.then(heard, () => {});
      void Promise.allSettled(jobs.map(({ result }) => result)).then(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

const checked = (params: ParamValues) => getObjective('formula').check?.(params);

/** Settings as `readScenario` will take them; undefined where the objective is no formula. */
function ownSettings(raw: unknown): ParamValues | undefined {
  if (raw === 'formula') return ownSettings({ id: raw });
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { id, params } = raw as { id?: unknown; params?: unknown };
  return id === 'formula' ? readParams(getObjective(id).params, params, id).values : undefined;
}
