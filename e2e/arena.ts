import { expect, type Locator, type Page } from './test.ts';
import { readFile } from 'node:fs/promises';
import { readStudy } from '#core/study/read-study.ts';
import { planRuns } from '#core/study/plan.ts';
import { runOne } from '#core/study/run-study.ts';
import { Accumulator } from '#core/study/statistics/index.ts';
import { summarise, type StudySummary, type StudyView } from '#core/study/summary.ts';
import type { RunRecord, Study } from '#core/study/types.ts';

/** Seconds of work on any machine. */
export const SMALL = {
  problems: ['forrester', 'branin'],
  strategies: [
    'grid',
    'binary',
    'random',
    'bayes',
    { id: 'bayes', name: 'bayes 2', params: { acquisition: 'pi' } },
  ],
  budget: 10,
  repeats: 7,
  seed: 3,
};
/** Longer than any test waits: to be stopped on the way. */
export const LONG = {
  problems: ['hartmann6'],
  strategies: ['random', 'bayes'],
  budget: 60,
  repeats: 200,
  seed: 1,
};

export function studyOf(raw: object): Study {
  const read = readStudy(raw);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.study;
}

/** What the core computes in Node. */
export function computed(study: Study): {
  records: RunRecord[];
  at: (view?: Partial<StudyView>) => StudySummary;
} {
  const records = planRuns(study).map((key) => runOne(study, key, () => 0));
  const results = new Accumulator(study);
  for (const record of records) results.add(record);
  return {
    records,
    at: (view) =>
      summarise(results, { trial: study.budget, problem: 0, scope: 'all', target: 0.01, ...view }),
  };
}

export interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}
export const fileOf = (name: string, content: string | Uint8Array): GivenFile => ({
  name,
  mimeType: name.endsWith('.json') ? 'application/json' : 'application/octet-stream',
  buffer: Buffer.from(content),
});

/** The Arena as a person finds it. */
export class ArenaPage {
  readonly page: Page;
  readonly study: Locator;
  readonly notices: Locator;
  readonly conclusions: Locator;
  readonly slider: Locator;
  readonly problems: string[] = [];

  constructor(page: Page) {
    this.page = page;
    this.study = page.getByTestId('study');
    this.notices = page.getByTestId('notices');
    this.conclusions = page.getByTestId('conclusions');
    this.slider = page.getByTestId('as-of');
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => {
      if (/^(error|warning)$/.test(message.type())) this.problems.push(message.text());
    });
  }

  async open(query = '') {
    await this.page.goto(`/#/arena${query && `?${query}`}`);
    await this.is(/empty|paused|done/);
  }

  /** Puts a study together, as from its file. */
  async give(raw: object) {
    await this.choose(fileOf('study.json', JSON.stringify(raw)));
    const { budget, repeats, problems, strategies } = studyOf(raw);
    const runs = problems.length * strategies.length * repeats;
    await expect(this.page.locator('.size')).toContainText(
      `= ${runs.toLocaleString('en')} runs of up to ${budget} trials`,
    );
  }

  async run() {
    await this.page.getByRole('button', { name: 'Run the study' }).click();
  }

  /** Waits until the study is in one of the states. */
  async is(status: RegExp | string, timeout = 60_000) {
    await expect(this.study).toHaveAttribute('data-status', status, { timeout });
  }

  /** Waits until all is computed and the charts show it. */
  async complete() {
    await this.is('done', 120_000);
    const total = await this.study.getAttribute('data-total');
    await expect(this.conclusions).toHaveAttribute('data-runs', total!);
  }

  async finished(): Promise<number> {
    return Number(await this.study.getAttribute('data-finished'));
  }

  async seek(trial: number) {
    await this.slider.fill(String(trial));
    await expect(this.conclusions).toHaveAttribute('data-trial', String(trial));
  }

  /** Opens a file by the button. */
  async choose(file: GivenFile) {
    await this.page.getByTestId('results-file').setInputFiles(file);
  }

  /** Drops a file on the page, as from the desktop. */
  async drop({ name, mimeType, buffer }: GivenFile) {
    const transfer = await this.page.evaluateHandle(
      ([fileName, type, text]) => {
        const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], fileName, { type }));
        return data;
      },
      [name, mimeType, buffer.toString('base64')],
    );
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await this.page.dispatchEvent('body', type, { dataTransfer: transfer });
    }
  }

  async download(press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), press()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  downloadResults(format: 'CSV' | 'Parquet') {
    const button = this.page.getByRole('button', { name: `Results as ${format}` });
    return this.download(() => button.click());
  }

  figure(name: string): Locator {
    return this.page.locator(`[data-figure=${name}]`);
  }

  downloadFigure(name: string, format: 'PNG' | 'SVG' | 'CSV') {
    return this.download(() =>
      this.figure(name)
        .getByRole('button', { name: new RegExp(`as ${format}$`) })
        .click(),
    );
  }

  /** Strategies as they stand, each with its mean rank. */
  async standing(): Promise<string[]> {
    return this.conclusions
      .locator('ol > li')
      .evaluateAll((items) =>
        items.map(
          (item) =>
            `${item.querySelector('strong')?.textContent} ${item.querySelector('.rank')?.textContent}`,
        ),
      );
  }
}
