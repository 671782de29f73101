/**
 * The state of the phase diagrams: a question being put together, a question on screen, and the runs between them.
 */
import {
  checkQuestion,
  countRuns,
  dialsOf,
  gridOf,
  OUTCOME,
  paramOf,
  placeOf,
  planRuns,
  suggestAxis,
  Tally,
  type Dial,
  type Grid,
  type Outcome,
  type PhaseAxis,
  type PhaseQuestion,
} from '#core/assumptions/phase/index.ts';
import { defaultNoiseOf, getObjective } from '#core/objectives/index.ts';
import { defaults, type ParamValue } from '#core/params.ts';
import { say, type Message, type Scenario } from '#core/types.ts';
import { dealPhase } from '#workers/deal/phase.ts';
import type { WorkerPool } from '#workers/pool.ts';
import type { PhasePart } from '#workers/protocol.ts';
import { LongRun } from '../../pacing/long-run.svelte.ts';
import { errorMessage } from '../../shared/errors.ts';
import { readSketch, sketchToQuery } from './phase-link.ts';
import { PHASE_PRESETS, sketchFor, type Base, type PhaseSketch, type PresetId } from './phase-presets.ts';

/** `paused`: some runs are missing, nothing is being computed. */
export type PhaseStatus = 'empty' | 'running' | 'paused' | 'done';

export const baseOfScenario = ({ objective, noise, budget, seed }: Scenario): Base => ({
  objective,
  noise,
  budget,
  seed,
});

export class PhaseDiagram {
  #page = $state.raw<Base>({} as Base);
  /** What somebody has chosen; undefined as long as the question is the page's usual one, which follows it. */
  #chosen = $state.raw<PhaseSketch | undefined>(undefined);
  #sketch = $derived<PhaseSketch>(this.#chosen ?? sketchFor(this.#page));
  #query = $derived(this.#chosen ? sketchToQuery(this.#chosen) : '');
  #question = $derived<PhaseQuestion>(complete(this.#sketch, this.#page));
  #refusals = $derived<readonly Message[]>(checkQuestion(this.#question));
  #results = $state.raw<{ tally: Tally } | undefined>(undefined);
  #notices = $state.raw<Message[]>([]);
  #current = $derived(
    this.#results !== undefined &&
      questionKey(this.#results.tally.grid.question) === questionKey(this.#question),
  );

  readonly #pool: WorkerPool;
  readonly #runs: LongRun;

  /** @param scenario of the page: what the question is about unless it has a problem of its own */
  constructor({
    pool,
    scenario,
    now = () => performance.now(),
  }: {
    pool: WorkerPool;
    scenario: Scenario;
    now?: () => number;
  }) {
    this.#pool = pool;
    this.#runs = new LongRun({ now });
    this.#page = baseOfScenario(scenario);
  }

  /** What is being put together, and what is wrong with it. */
  get sketch(): PhaseSketch {
    return this.#sketch;
  }
  get question(): PhaseQuestion {
    return this.#question;
  }
  get refusals(): readonly Message[] {
    return this.#refusals;
  }
  /** What the maps show: a new object whenever there is more. */
  get results(): { tally: Tally } | undefined {
    return this.#results;
  }
  get grid(): Grid | undefined {
    return this.#results?.tally.grid;
  }
  /** The maps answer the question that is being put together. */
  get current(): boolean {
    return this.#current;
  }
  get finished(): number {
    return this.#results?.tally.done ?? 0;
  }
  get total(): number {
    return this.#results ? countRuns(this.#results.tally.grid) : 0;
  }
  get status(): PhaseStatus {
    if (!this.#results) return 'empty';
    if (this.#runs.running) return 'running';
    return this.finished < this.total ? 'paused' : 'done';
  }
  get secondsLeft(): number | undefined {
    return this.#runs.secondsLeft;
  }
  get notices(): readonly Message[] {
    return this.#notices;
  }

  /** The question as part of an address; nothing as long as it is the usual one of the page's scenario. */
  get query(): string {
    return this.#query;
  }
  /**
   * Takes the question of an address; nothing is computed. @returns what was not taken as given
   * @param scenario of the page, from the same address
   */
  read(query: string, scenario: Scenario): Message[] {
    this.adopt(scenario);
    if (query === this.#query) return [];
    if (query === '') {
      this.#chosen = undefined;
      return [];
    }
    const { sketch, notices } = readSketch(query, this.#page);
    this.#chosen = sketch;
    return notices;
  }

  /** The page's scenario has changed. */
  adopt(scenario: Scenario): void {
    const base = baseOfScenario(scenario);
    if (JSON.stringify(base) === JSON.stringify(this.#page)) return;
    this.#page = base;
    if (this.#chosen && !this.#chosen.own) this.#keepDials();
  }

  edit(patch: Partial<PhaseSketch>): void {
    this.#chosen = { ...this.#sketch, ...patch };
  }

  choose(preset: PresetId): void {
    this.#chosen = PHASE_PRESETS[preset]();
  }

  /** A problem of its own, at its defaults and with the noise it comes with; without an id the page's again. */
  setObjective(id: string | undefined): void {
    if (id === undefined) this.edit({ own: undefined });
    else {
      const { params } = getObjective(id);
      const { budget, seed } = this.#question.base;
      const objective = { id, params: defaults(params) };
      this.edit({ own: { objective, noise: defaultNoiseOf(id), budget, seed } });
    }
    this.#keepDials();
  }

  setBase(patch: Partial<Base>): void {
    const { own } = this.#sketch;
    if (own) this.edit({ own: { ...own, ...patch } });
    this.#keepDials();
  }
  setParam(name: string, value: ParamValue): void {
    const { id, params } = this.#question.base.objective;
    this.setBase({ objective: { id, params: { ...params, [name]: value } } });
  }

  /** Turns another dial, over a range that suits it. */
  setDial(place: 'x' | 'y', dial: Dial): void {
    this.edit({ [place]: suggestAxis(dial, this.#question, this.#sketch[place].cells) });
  }
  setAxis(place: 'x' | 'y', patch: Partial<PhaseAxis>): void {
    this.edit({ [place]: { ...this.#sketch[place], ...patch } });
  }

  /** A target of another kind: where it is a dial, its range is another, too. */
  setTargetKind(kind: PhaseQuestion['target']['kind'], value: number): void {
    this.edit({ target: { kind, value } });
    for (const place of ['x', 'y'] as const)
      if (this.#sketch[place].dial === 'target') this.setDial(place, 'target');
  }

  /** The question of the maps again. */
  back(): void {
    if (!this.#results) return;
    const { base, ...rest } = this.#results.tally.grid.question;
    const samePage = JSON.stringify(base) === JSON.stringify(this.#page);
    this.#chosen = { ...rest, own: samePage ? undefined : base };
  }

  /** Computes the maps, or what is missing of them. */
  run(): void {
    if (this.#runs.running || this.#refusals.length > 0) return;
    // Once asked, it stays asked: an address that leads to maps says of what.
    this.#chosen ??= this.#sketch;
    // A snapshot: it goes to workers, and is what the maps are about.
    const question = structuredClone(this.#question);
    const tally = this.#current && this.#results ? this.#results.tally : new Tally(gridOf(question));
    const missing = planRuns(tally.grid, (run) => tally.outcomes[run] !== OUTCOME.unknown);
    this.#results = { tally };
    if (missing.length === 0) return;
    this.#notices = [];
    const failed = tally.grid.question.strategies.map(() => false);
    this.#runs.begin({
      total: countRuns(tally.grid),
      finished: () => tally.done,
      deal: (changed) =>
        dealPhase(this.#pool, tally.grid.question, missing, {
          onPart: (part) => {
            take(tally, part);
            changed();
          },
          onFailure: (run, error) => {
            tally.add(run, OUTCOME.broken);
            const { strategy } = placeOf(tally.grid, run);
            if (!failed[strategy]) {
              failed[strategy] = true;
              const { name } = tally.grid.question.strategies[strategy];
              const said = say('error.phase-run', { strategy: name });
              this.#notices = [...this.#notices, said, errorMessage(error)];
            }
            changed();
          },
        }),
      refresh: () => (this.#results = { tally }),
    });
  }

  /** Stops computing; what is in stays, and {@link run} goes on from there. */
  cancel(): void {
    this.#runs.stop();
  }

  /** Dials that the problem does not have give way to others. */
  #keepDials(): void {
    const { base } = this.#question;
    const dials = dialsOf(base.objective);
    for (const [place, other] of [
      ['x', 'y'],
      ['y', 'x'],
    ] as const) {
      if (dials.includes(this.#sketch[place].dial)) continue;
      const free = dials.find((dial) => dial !== this.#sketch[other].dial)!;
      this.setDial(place, free);
    }
  }
}

const complete = ({ own, ...rest }: PhaseSketch, page: Base): PhaseQuestion => ({
  ...rest,
  base: own ?? page,
});

function take(tally: Tally, { runs, outcomes, theory }: PhasePart): void {
  for (let i = 0; i < runs.length; i++) tally.add(runs[i], outcomes[i] as Outcome, theory[i]);
}

/** Two questions with the same key have the same runs: what a dial turns does not count. */
function questionKey(question: PhaseQuestion): string {
  const { objective, noise, budget, seed } = question.base;
  const dials = [question.x.dial, question.y.dial];
  const params = Object.entries(objective.params).filter(
    ([name]) => !dials.some((dial) => paramOf(dial) === name),
  );
  return JSON.stringify([
    objective.id,
    params.sort(([a], [b]) => (a < b ? -1 : 1)),
    dials.includes('noise') ? null : noise,
    dials.includes('budget') ? null : budget,
    seed,
    { ...question, base: null, target: dials.includes('target') ? question.target.kind : question.target },
  ]);
}
