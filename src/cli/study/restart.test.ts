/** Commands that were killed, at each moment there is, continue to the same bytes. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { planRuns } from '#core/study/plan.ts';
import { readStudy } from '#core/study/read-study.ts';
import { runOne } from '#core/study/run-study.ts';
import type { Study } from '#core/study/types.ts';
import { writeResults } from './folder.ts';
import { openJournal, unfinishedIn } from './journal.ts';
import { WHOLE } from './shard.ts';
import { call, configIn, contents, FINISHED, MAIN, SMALL, temporaryFolder } from './testing.ts';

const folder = temporaryFolder();
const at = (...names: string[]) => join(folder, ...names);

/** Runs that take long enough to be killed between two of them. */
const SLOW = { problems: ['branin'], strategies: ['bayes'], budget: 40, repeats: 40, seed: 1 };

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  told: string;
}

/** The command in a process of its own; `limit`: kilobytes that a file may have, as on a disk that is full. */
function start(args: string[], limit?: number): ChildProcess & { ended: Promise<Ended> } {
  const command = [process.execPath, ...MAIN, ...args];
  const child =
    limit === undefined
      ? spawn(command[0], command.slice(1))
      : spawn('bash', ['-c', `ulimit -f ${limit}; exec "$@"`, 'bash', ...command]);
  let told = '';
  child.stderr.on('data', (text) => (told += text));
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, told })),
  );
  return Object.assign(child, { ended });
}

const bytesOfJournals = (out: string): number =>
  existsSync(unfinishedIn(out))
    ? readdirSync(unfinishedIn(out)).reduce(
        (sum, name) => sum + statSync(join(unfinishedIn(out), name)).size,
        0,
      )
    : 0;

/** Waits until the command has finished runs: its journal has more than a head. */
async function untilAtWork(out: string, child: { exitCode: number | null }): Promise<void> {
  const before = bytesOfJournals(out);
  const head = 2000;
  while (bytesOfJournals(out) < before + head) {
    if (child.exitCode !== null) throw new Error('The command ended before it could be killed.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe.skipIf(process.platform === 'win32')('a study that is killed between two runs', () => {
  const config = configIn(folder, SLOW, 'slow.json');
  beforeAll(async () => {
    expect((await call('study', config, '--out', at('slow'), '--workers', '2')).code).toBe(0);
  }, 120_000);

  it('goes on, whatever killed it and however often, and ends with the same bytes', async () => {
    const out = at('killed');
    const command = ['study', config, '--out', out, '--workers', '1'];
    const done = async (signal: NodeJS.Signals): Promise<Ended> => {
      const child = start(command);
      await untilAtWork(out, child);
      child.kill(signal);
      return child.ended;
    };
    expect(await done('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL', told: '' });
    expect(Object.keys(contents(out))).toEqual([expect.stringMatching(/^unfinished\/\w+\.journal$/)]);

    const stopped =
      /^Continuing: \d+ of 40 runs are there\.\nStopped after \d+ of 40 runs; the same command continues\.\n$/;
    const [interrupted, terminated] = [await done('SIGINT'), await done('SIGTERM')];
    expect(interrupted).toEqual({ code: 130, signal: null, told: expect.stringMatching(stopped) as string });
    expect(terminated).toEqual({ code: 143, signal: null, told: expect.stringMatching(stopped) as string });

    // A disk that is full: first for the journal, then only for the results.
    const full = await start(command, 4).ended;
    expect(full).toMatchObject({
      code: 2,
      told: expect.stringMatching(
        /\.journal cannot be written: EFBIG: file too large; what is finished/,
      ) as string,
    });
    const fuller = await start(command, 64).ended;
    expect(fuller).toMatchObject({
      code: 2,
      told: expect.stringMatching(/killed cannot be written: EFBIG: file too large; .*continues/) as string,
    });
    expect(Object.keys(contents(out)).filter((name) => !name.endsWith('.journal'))).toEqual([]);

    const last = await call(...command);
    expect(last).toMatchObject({
      code: 0,
      told: expect.stringMatching(/^Continuing: 40 of 40 runs/) as string,
    });
    expect(contents(out)).toEqual(contents(at('slow')));
  }, 120_000);

  it('may be at work twice in one folder', async () => {
    const out = at('twice');
    const command = ['study', config, '--out', out, '--workers', '1'];
    const child = start(command);
    await untilAtWork(out, child);
    const second = await call(...command);
    const first = await child.ended;
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(second.told).toContain(`Process ${child.pid} seems to be at work in ${out} too`);
    expect(contents(out)).toEqual(contents(at('slow')));
  }, 120_000);
});

describe('a study whose log is gone', () => {
  it('is finished all the same', async () => {
    const { study } = readStudy(SMALL) as { study: Study };
    const journal = openJournal(at('unread'), study, WHOLE);
    journal.append(
      planRuns(study)
        .slice(0, 3)
        .map((key) => runOne(study, key, () => 0)),
    );
    journal.close();
    // That three runs are there is said before the others are made, and nobody listens.
    const args = [...MAIN, 'study', configIn(folder, SMALL, 'unread.json'), '--out', at('unread')];
    const child = spawn(process.execPath, args);
    child.stderr.destroy();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expect(Object.keys(contents(at('unread')))).toEqual(FINISHED);
  }, 60_000);
});

describe('a command that is killed while it puts its files in place', () => {
  const config = configIn(folder);
  const { study } = readStudy(SMALL) as { study: Study };
  /** In the order in which they get their names. */
  const order = ['results.csv', 'results.parquet', 'study.json', 'manifest.json'];

  beforeAll(async () => {
    for (const i of [1, 2])
      expect((await call('study', config, '--out', at(`${i}`), '--shard', `${i}/2`)).code).toBe(0);
    expect((await call('merge', at('1'), at('2'), '--out', at('whole'))).code).toBe(0);
  }, 120_000);

  /** What is there when the command is killed after it has named that many files. */
  function killedAfter(named: number, out: string, runs: boolean): void {
    const journal = openJournal(out, study, WHOLE);
    if (runs) journal.append(planRuns(study).map((key) => runOne(study, key, () => 0)));
    journal.close();
    for (const name of order.slice(0, named)) cpSync(at('whole', name), join(out, name));
    for (const [k, name] of order.slice(named).entries())
      cpSync(at('whole', name), join(unfinishedIn(out), `00112233aabbccd${k}.part`));
  }

  it.each([0, 1, 2, 3])('of which %i have theirs, does it again', async (named) => {
    const out = at(`study-${named}`);
    killedAfter(named, out, true);
    const { code, told } = await call('study', config, '--out', out);
    expect([code, told]).toEqual([
      0,
      expect.stringMatching(/^Continuing: 36 of 36 runs are there\.\n36 runs/),
    ]);
    expect(contents(out)).toEqual(contents(at('whole')));

    const merged = at(`merge-${named}`);
    killedAfter(named, merged, false);
    expect(await call('merge', at('1'), at('2'), '--out', merged)).toMatchObject({ code: 0 });
    expect(contents(merged)).toEqual(contents(at('whole')));
  });

  it('and all have theirs, is done, and what it left is cleared away', async () => {
    killedAfter(4, at('all'), true);
    writeFileSync(join(unfinishedIn(at('all')), '00112233aabbccdd.part'), 'half a file');
    const { code, told } = await call('study', config, '--out', at('all'));
    expect([code, told]).toEqual([0, expect.stringMatching(/nothing to do/)]);
    expect(Object.keys(contents(at('all')))).toEqual(FINISHED);
    expect(existsSync(unfinishedIn(at('all')))).toBe(false);
  });

  it('is done, too, where another command in the folder was done sooner and cleared up', async () => {
    const records = planRuns(study).map((key) => runOne(study, key, () => 0));
    cpSync(at('whole'), at('sooner'), { recursive: true });
    mkdirSync(at('later'));
    // No file can be written where this one stands.
    for (const name of ['sooner', 'later']) writeFileSync(unfinishedIn(at(name)), '');
    await writeResults(at('sooner'), study, records);
    await expect(writeResults(at('later'), study, records)).rejects.toThrow(
      /later cannot be written: EEXIST/,
    );
  });

  it('can be finished by the other: a study that was begun, by the merge of its shards', async () => {
    killedAfter(1, at('other'), true);
    expect((await call('merge', at('1'), at('2'), '--out', at('other'))).code).toBe(0);
    expect(contents(at('other'))).toEqual(contents(at('whole')));
  });

  it('but files that no command of ours began are not overwritten', async () => {
    mkdirSync(at('mine'));
    writeFileSync(at('mine', 'results.csv'), 'mine');
    for (const command of [
      ['study', config],
      ['merge', at('1'), at('2')],
    ]) {
      const { code, told } = await call(...command, '--out', at('mine'));
      expect([code, told]).toEqual([
        2,
        `${at('mine')} already has a results.csv, which would be overwritten; choose another --out.\n`,
      ]);
    }
    expect(contents(at('mine'))).toEqual({ 'results.csv': Buffer.from('mine') });
  });
});
