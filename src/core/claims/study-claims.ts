/** Runs what is claimed of a study: only the runs that a claim is about, each once. */
import { problemOf, runTrials } from '../run.ts';
import { runOne, runScenario } from '../study/run-study.ts';
import { Accumulator, averageRanks, regretTable } from '../study/statistics/index.ts';
import type { Study } from '../study/types.ts';
import type { Range, StudyClaim } from './types.ts';

const within = (value: number, [from, to]: Range) => value >= from && value <= to;
const said = (value: number, [from, to]: Range) => `${value}, not ${from} to ${to}`;

export class StudyClaims {
  readonly #study: Study;
  readonly #results: Accumulator;

  constructor(study: Study) {
    this.#study = study;
    this.#results = new Accumulator(study);
  }

  /**
   * @returns what is found instead; undefined where the claim holds
   * @throws {Error} where it names what the study does not hold
   */
  complaint(claim: StudyClaim): string | undefined {
    const { problems, strategies } = this.#study;
    switch (claim.kind) {
      case 'ahead': {
        const on = claim.on === undefined ? problems.map(({ name }) => name) : [claim.on];
        const shares = on.map((name) => this.#shareOfWins(claim.a, claim.b, name));
        const share = shares.reduce((sum, one) => sum + one, 0) / shares.length;
        return within(share, claim.share) ? undefined : `a share of wins of ${said(share, claim.share)}`;
      }
      case 'best': {
        const ranks = this.#ranks(claim.on);
        const lowest = strategies[ranks.indexOf(Math.min(...ranks))].name;
        return lowest === claim.strategy ? undefined : `${lowest} is best`;
      }
      case 'worse': {
        const times = this.#median(claim.strategy, claim.on) / this.#median(claim.strategy, claim.than);
        return within(times, claim.times) ? undefined : `${said(times, claim.times)} times`;
      }
      case 'values': {
        const distinct = this.#fewestValues(claim.strategy, claim.on);
        return within(distinct, claim.distinct) ? undefined : `${said(distinct, claim.distinct)} values`;
      }
      case 'facts': {
        const other = problems.filter((one) => problemOf(one).facts.unimodal !== claim.unimodal);
        return other.length === 0 ? undefined : `not so: ${other.map(({ name }) => name).join(', ')}`;
      }
    }
  }

  #place(names: readonly { name: string }[], name: string): number {
    const place = names.findIndex((one) => one.name === name);
    if (place < 0)
      throw new Error(`“${name}” is not in the study: ${names.map((one) => one.name).join(', ')}`);
    return place;
  }

  /** Regrets at the end of the budget, by repeat. */
  #regrets(strategy: number, problem: number): number[] {
    const { repeats, budget } = this.#study;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const key = { problem, strategy, repeat };
      if (!this.#results.find(key)) this.#results.add(runOne(this.#study, key, () => 0));
    }
    const table = regretTable(this.#results, problem, budget);
    return Array.from(table.slice(strategy * repeats, (strategy + 1) * repeats));
  }

  #of(strategy: string, problem: string): number[] {
    const { strategies, problems } = this.#study;
    return this.#regrets(this.#place(strategies, strategy), this.#place(problems, problem));
  }

  #shareOfWins(a: string, b: string, on: string): number {
    const [ours, theirs] = [this.#of(a, on), this.#of(b, on)];
    const points = ours.map((regret, i) => (regret < theirs[i] ? 1 : regret === theirs[i] ? 0.5 : 0));
    return points.reduce((sum: number, one) => sum + one, 0) / points.length;
  }

  #median(strategy: string, on: string): number {
    const regrets = this.#of(strategy, on).toSorted((a, b) => a - b);
    const middle = (regrets.length - 1) / 2;
    return (regrets[Math.floor(middle)] + regrets[Math.ceil(middle)]) / 2;
  }

  #ranks(on: string): number[] {
    const { strategies, repeats } = this.#study;
    const all = strategies.map(({ name }) => this.#of(name, on));
    const sums = strategies.map(() => 0);
    for (let repeat = 0; repeat < repeats; repeat++)
      averageRanks(all.map((regrets) => regrets[repeat])).forEach((rank, i) => (sums[i] += rank));
    return sums;
  }

  #fewestValues(strategy: string, on: string): number {
    const key = {
      problem: this.#place(this.#study.problems, on),
      strategy: this.#place(this.#study.strategies, strategy),
      repeat: 0,
    };
    const scenario = runScenario(this.#study, key);
    const trials = [...runTrials(scenario, scenario.strategies[0])];
    return Math.min(...trials[0].x.map((_, axis) => new Set(trials.map(({ x }) => x[axis])).size));
  }
}
