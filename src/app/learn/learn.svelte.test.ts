/** The state of the course, without a page: where the reader is, what a figure states, what is remembered. */
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { spawnInProcess } from '#workers/in-process.ts';
import { WorkerPool } from '#workers/pool.ts';
import { chapterIn } from '../../../tools/learn/library.ts';
import { keptFacts } from '../../../tools/learn/library.ts';
import type { ShareFigure, StageFigure } from '../../learn/figures.ts';
import type { Chapter } from '../../learn/types.ts';
import { Lab } from '../lab/lab.svelte.ts';
import { Formulas } from '../opening/formulas.ts';
import { Opening } from '../opening/opening.ts';
import { FakeFrames } from '../shared/testing.ts';
import type { Course } from './course.ts';
import { course as shelves } from './course.ts';
import { ManyRuns } from './figures/many.ts';
import { ShareState } from './figures/share.svelte.ts';
import { comparedWith, pointRows, seriesIn, shareRows } from './figures/share-data.ts';
import { StageState } from './figures/stage.svelte.ts';
import { Learn, placeIn } from './learn.svelte.ts';
import { plotBoxOf, unitAt } from './predict/pointing.svelte.ts';
import { Progress } from './progress.svelte.ts';
import { litLine } from './prose/lit-line.ts';

const chapter = chapterIn('random', 'en');
const front = { ...chapter, sections: chapter.sections.map(({ id, title }) => ({ id, title })) };
let pool: WorkerPool;
beforeEach(() => (pool = new WorkerPool({ size: 2, spawn: spawnInProcess })));
afterEach(() => pool.dispose());

describe('where the reader is', () => {
  const said: string[] = [];
  function opened(course: Partial<Course> = {}) {
    said.length = 0;
    return new Learn({
      course: {
        fronts: async () => [front],
        chapter: (id) => (id === 'random' ? Promise.resolve(chapter) : undefined),
        ...course,
      },
      progress: new Progress(
        () => null,
        () => {},
      ),
      notify: ({ values }) => said.push(`${values.given}: ${values.known}`),
    });
  }

  it('reads the address: the list, a chapter, a section', async () => {
    const learn = opened();
    expect(placeIn('random/one-run')).toEqual({ chapter: 'random', section: 'one-run' });
    expect(await learn.open(placeIn(''), 'en')).toBe(true);
    expect([learn.chapter, learn.fronts.length]).toEqual([undefined, 1]);
    await learn.open(placeIn('random'), 'en');
    expect(learn.section?.id).toBe('nine-trainings');
    await learn.open(placeIn('random/one-run'), 'en');
    expect(learn.section?.id).toBe('one-run');
    expect(said).toEqual([]);
  });

  it('says what an address names and is not there, and shows what comes nearest', async () => {
    const learn = opened();
    await learn.open(placeIn('random/nowhere'), 'en');
    expect(learn.section?.id).toBe('nine-trainings');
    await learn.open(placeIn('astrology'), 'en');
    expect(learn.chapter).toBeUndefined();
    expect(said).toEqual([
      `learn/random/nowhere: ${chapter.sections.map(({ id }) => id).join(', ')}`,
      'learn/astrology: random',
    ]);
  });

  it('says why a chapter does not come, and is overtaken by what is asked for later', async () => {
    const learn = opened({ chapter: () => Promise.reject(new Error('offline')) });
    expect(await learn.open(placeIn('random'), 'en')).toBe(false);
    expect(learn.problem).toBeDefined();
    let come!: (chapter: Chapter) => void;
    const slow = opened({ chapter: () => new Promise((resolve) => (come = resolve)) });
    const first = slow.open(placeIn('random/sixty'), 'en');
    await Promise.resolve();
    expect(await slow.open(placeIn(''), 'en')).toBe(true);
    come?.(chapter);
    expect(await first).toBe(false);
    expect(slow.chapter).toBeUndefined();
  });

  it('finds all chapters in both languages where they lie', async () => {
    for (const language of ['en', 'zh'] as const) {
      const fronts = await shelves.fronts(language);
      expect(fronts.map(({ order }) => order)).toEqual(
        fronts.map(({ order }) => order).toSorted((a, b) => a - b),
      );
      for (const { id, sections } of fronts)
        expect((await shelves.chapter(id, language))?.sections.map((one) => one.id)).toEqual(
          sections.map((one) => one.id),
        );
    }
    expect(shelves.chapter('astrology', 'en')).toBeUndefined();
  });
});

describe('a stage', () => {
  const figureOf = (id: string) => chapter.sections.find((one) => one.id === id)!.figure as StageFigure;
  function staged() {
    const lab = new Lab({ pool, opening: new Opening(new Formulas(pool)), frames: new FakeFrames() });
    return { lab, stage: new StageState(lab) };
  }

  it('is put into exactly what a section states, from wherever it was', () => {
    const { lab, stage } = staged();
    for (const id of ['sixty', 'two-shadows', 'one-run', 'nine-trainings', 'one-run']) {
      stage.enter(figureOf(id));
      flushSync();
      expect(stage.differs, id).toBe(false);
      lab.clock.seek(3);
      stage.set({ truth: 'hidden', focus: 'random' });
      flushSync();
      expect(stage.differs, id).toBe(true);
    }
    stage.reset();
    flushSync();
    expect([stage.differs, lab.clock.wanted, stage.options.truth, stage.options.focus]).toEqual([
      false,
      9,
      'shown',
      '',
    ]);
    stage.dispose();
  });

  it('keeps the runs of sections that share a scenario', () => {
    const { lab, stage } = staged();
    stage.enter(figureOf('two-shadows'));
    const { grid } = lab.runs;
    stage.enter(figureOf('one-run'));
    expect(lab.runs.grid).toBe(grid);
    stage.dispose();
  });

  it('waits for what its problem needs, and is overtaken', async () => {
    const lab = new Lab({ pool, opening: new Opening(new Formulas(pool)), frames: new FakeFrames() });
    const ready: (() => void)[] = [];
    const stage = new StageState(lab, () => new Promise((resolve) => ready.push(resolve)));
    stage.enter(figureOf('sixty'));
    stage.enter(figureOf('one-run'));
    for (const come of ready.toReversed()) come();
    await vi.waitFor(() => expect(lab.scenario.objective.id).toBe('important-unimportant'));
    stage.dispose();
  });
});

describe('many runs', () => {
  const figure: ShareFigure = {
    ...(chapter.sections.find((one) => one.id === 'two-thousand')!.figure as ShareFigure),
    repeats: 100,
  };

  it('stay from section to section, and are let go with the course', () => {
    const runs = new ManyRuns(pool);
    const { own, leave } = runs.hold(figure, undefined);
    leave?.();
    expect(runs.hold(figure, undefined).own).toBe(own);
    runs.forget();
    const again = runs.hold(figure, undefined);
    expect(again.own).not.toBe(own);
    again.leave?.();
  });

  it('are counted by the workers as the facts count them', async () => {
    const share = new ShareState(figure, pool);
    share.enter();
    await vi.waitFor(() => expect(share.ends?.done).toBe(100), 20_000);
    const fact = keptFacts().random['ahead-ends'].sample!;
    expect(fact.repeats).toBe(100);
    expect(comparedWith(share.ends!, 0).share).toBe(fact.value);
    const series = seriesIn(figure, share.ends!);
    expect(series.map(({ label }) => label).slice(1)).toEqual([
      'Grid, ends included',
      'Grid of cell centres',
    ]);
    const { rows, domain } = pointRows(series, share.ends!.regrets);
    expect(rows.map(({ values }) => values.length)).toEqual([100, 100, 100]);
    expect(domain[0]).toBeLessThan(domain[1]);
    expect(rows[1].remark).toBeDefined();
    expect(shareRows(series, share.ends!)[0].parts[0].share).toBe(fact.value);
  });

  it('go back to the dial’s start, and are not counted twice', async () => {
    const dialled = {
      ...(chapter.sections.find((one) => one.id === 'importance')!.figure as ShareFigure),
      repeats: 20,
    };
    const share = new ShareState(dialled, pool);
    share.enter();
    await vi.waitFor(() => expect(share.ends?.done).toBe(20), 20_000);
    const before = share.ends;
    share.turn(1);
    flushSync();
    expect(share.differs).toBe(true);
    await vi.waitFor(
      () => expect(share.ends?.study.problems[0].objective.params.conditioning).toBe(1),
      20_000,
    );
    share.reset();
    await vi.waitFor(() => expect(share.ends).toBe(before), 20_000);
    expect(share.differs).toBe(false);
  });
});

describe('what is remembered', () => {
  it('outlives the page; what cannot be read is nothing', () => {
    let kept = '';
    const keep = (text: string) => void (kept = text);
    const progress = new Progress(() => null, keep);
    progress.read('random', 'one-run');
    progress.predict('random', 'ahead', 0.6);
    const again = new Progress(() => kept, keep);
    expect([again.hasRead('random', 'one-run'), again.prediction('random', 'ahead'), again.empty]).toEqual([
      true,
      0.6,
      false,
    ]);
    again.begin('tuning', 'places', '1,2');
    const third = new Progress(() => kept, keep);
    expect([third.draft('tuning', 'places'), third.prediction('tuning', 'places')]).toEqual([
      '1,2',
      undefined,
    ]);
    third.predict('tuning', 'places', '1,2;3,4');
    expect(third.draft('tuning', 'places')).toBe('');
    third.begin('tuning', 'places', '1,2');
    third.forget();
    expect(new Progress(() => kept, keep).empty).toBe(true);
    for (const broken of ['{', '[]', '{"read":[1],"said":{}}', 'null'])
      expect(new Progress(() => broken, keep).empty).toBe(true);
    expect(again.prediction('random', 'constructor')).toBeUndefined();
  });
});

describe('pointing', () => {
  const box = { left: 100, top: 50, width: 200, height: 100 };
  it.each([
    [0, 100, 60, 0],
    [0, 200, 60, 0.5],
    [1, 200, 50, 1],
    [1, 200, 125, 0.25],
    [0, 90, 60, undefined],
    [0, 150, 160, undefined],
  ])('on axis %d at %d, %d', (axis, x, y, unit) => {
    expect(unitAt(box, axis, x, y)).toBe(unit);
  });
  it('needs a plot', () => {
    expect(plotBoxOf({ querySelector: () => null } as unknown as Element)).toBeUndefined();
  });
});

describe('pseudocode', () => {
  const trials = [3, 3, 1].map((best, index) => ({ index, best })) as never;
  it.each([
    ['random', 0, 'draw'],
    ['random', 1, 'keep'],
    ['random', 2, 'train'],
    ['random', 3, 'keep'],
    ['random', 4, 'return'],
    ['grid', 0, 'levels'],
    ['unknown', 1, undefined],
  ])('%s after %d trials: %s', (strategy, shown, line) => {
    expect(litLine(strategy, trials, shown, 4)).toBe(line);
  });
});
