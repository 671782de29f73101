/** Random trials as programs, spreadsheets and people write them, for tests. */
import type { Made, Random } from './trials.ts';

type Table = { names: string[]; rows: string[][] };

/** Numbers as a file writes them. */
function writer({ pick, chance }: Random, decimal: '.' | ',', grouping: string) {
  const scientific = chance(0.3);
  const minus = pick(['-', '-', '−']);
  return (x: number): string => {
    const plain = scientific && Math.abs(x) < 0.01 && x !== 0 ? x.toExponential() : String(x);
    const [, sign, whole, rest] = /^(-?)(\d+)(.*)$/.exec(plain)!;
    const grouped = grouping ? whole.replace(/\B(?=(\d{3})+$)/g, grouping) : whole;
    return `${sign && minus}${grouped}${rest.replace('.', decimal)}`;
  };
}

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const SEPARATED: (table: Table, random: Random, separator: string) => string = (
  { names, rows },
  { chance },
  separator,
) => {
  const always = chance(0.2);
  const cell = (text: string) =>
    always || text.includes(separator) || (separator === ' ' && /\s/.test(text)) ? quote(text) : text;
  const lines = [names, ...rows].map((row) => row.map(cell).join(separator));
  return lines.join('\n');
};

/** What stands beside trials in tables of one's own. */
function withOthers({ names, rows }: Table, { chance, pick, below, shuffled }: Random): Table {
  const others: [string, (i: number) => string][] = shuffled<[string, (i: number) => string]>([
    ['trial', (i) => String(i)],
    ['seconds', (i) => String(100 + ((i * 37) % 50))],
    ['notes', (i) => `run no ${i}`],
    ['seed', () => '1'],
    ['rank', (i) => String(i + 1)],
    ['train_loss', (i) => String(900 + i)],
    ['gpu', () => 'a100'],
  ]).slice(0, below(4));
  const all = [...names.map((_, i) => i), ...others.map((_, i) => names.length + i)];
  const order = chance(0.7) ? shuffled(all) : all;
  const full = rows.map((row, i) => [...row, ...others.map(([, cell]) => cell(i))]);
  const called = [
    ...names,
    ...others.map(([name]) => (chance(0.5) ? name : pick([name, name.toUpperCase()]))),
  ];
  return { names: order.map((i) => called[i]), rows: full.map((row) => order.map((i) => row[i])) };
}

export interface Written {
  text: string;
  maker: string | null;
  names: string[];
  result: string;
  sense: 'minimise' | 'maximise';
}

export function write(made: Made, random: Random): Written {
  const { pick, chance } = random;
  const { names, result, sense, trials } = made;
  const own = (text: string): Written => ({ text, maker: null, names, result, sense });
  const table = (number: (x: number) => string): Table => ({
    names: [...names, result],
    rows: trials.map((row) => row.map(number)),
  });
  const english = writer(random, '.', '');
  const style = pick([
    'comma',
    'grouped',
    'semicolon',
    'german',
    'swiss',
    'tab',
    'pipe',
    'markdown',
    'blanks',
    'r',
    'pandas',
    'print',
    'numpy',
    'remarks',
    'sep',
    'records',
    'lines',
    'optuna',
    'scikit-learn',
    'wandb',
    'ray-tune',
    'keras-tuner',
    'mlflow',
    'hiplot',
  ] as const);
  const spaceless = (one: Table): Table => ({
    ...one,
    names: one.names.map((name) => name.replace(/ /g, '_')),
  });
  const plainNames = {
    names: names.map((name) => name.replace(/ /g, '_')),
    result: result.replace(/ /g, '_'),
  };
  switch (style) {
    case 'comma':
      return own(SEPARATED(withOthers(table(english), random), random, ','));
    case 'grouped':
      return own(SEPARATED(withOthers(table(writer(random, '.', ',')), random), random, ','));
    case 'semicolon':
      return own(SEPARATED(withOthers(table(writer(random, ',', '')), random), random, ';'));
    case 'german':
      return own(
        SEPARATED(
          withOthers(table(writer(random, ',', pick(['.', '\u00A0', '\u202F']))), random),
          random,
          ';',
        ),
      );
    case 'swiss':
      return own(SEPARATED(withOthers(table(writer(random, '.', pick(["'", '’']))), random), random, ';'));
    case 'tab':
      return own(
        SEPARATED(withOthers(table(chance(0.5) ? english : writer(random, ',', '.')), random), random, '\t'),
      );
    case 'pipe':
      return own(SEPARATED(withOthers(table(english), random), random, '|'));
    case 'markdown': {
      const { names: called, rows } = withOthers(table(english), random);
      const line = (row: string[]) => `| ${row.join(' | ')} |`;
      return own(
        [
          line(called),
          `|${called.map(() => pick(['---', ':--', '--:'])).join('|')}|`,
          ...rows.map(line),
        ].join('\n'),
      );
    }
    case 'blanks': {
      const { names: called, rows } = spaceless(table(english));
      return {
        ...own([called, ...rows].map((row) => row.join(pick([' ', '  ', '\t ']))).join('\n')),
        ...plainNames,
      };
    }
    case 'r': {
      const { names: called, rows } = table(english);
      const lines = [called.map(quote), ...rows.map((row, i) => [quote(String(i + 1)), ...row])];
      const separator = pick([' ', '\t']);
      return own(lines.map((row) => row.join(separator)).join('\n'));
    }
    case 'pandas': {
      const { names: called, rows } = withOthers(table(english), random);
      const index = {
        names: [pick(['', 'Unnamed: 0']), ...called],
        rows: rows.map((row, i) => [String(i), ...row]),
      };
      return own(SEPARATED(index, random, ','));
    }
    case 'print': {
      const { names: called, rows } = spaceless(table(english));
      const lines = [['', ...called], ...rows.map((row, i) => [String(i), ...row])];
      const widths = lines[0].map((_, i) => Math.max(...lines.map((row) => row[i].length)));
      const text = lines.map((row) => row.map((cell, i) => cell.padStart(widths[i])).join('  ')).join('\n');
      return { ...own(text), ...plainNames };
    }
    case 'numpy': {
      const { names: called, rows } = spaceless(table((x) => x.toExponential(18)));
      const separator = pick([' ', ',']);
      const lines = [
        `# ${called.join(chance(0.5) ? separator : ' ')}`,
        ...rows.map((row) => row.join(separator)),
      ];
      return { ...own(lines.join('\n')), ...plainNames };
    }
    case 'remarks':
      return own(`# made on 3 May, 2024\n${SEPARATED(withOthers(table(english), random), random, ',')}`);
    case 'sep':
      return own(`sep=;\n${SEPARATED(withOthers(table(writer(random, ',', '')), random), random, ';')}`);
    case 'records':
    case 'lines': {
      const objects = trials.map((row) =>
        Object.fromEntries([...names, result].map((name, i) => [name, row[i]])),
      );
      return own(
        style === 'lines' ? objects.map((one) => JSON.stringify(one)).join('\n') : JSON.stringify(objects),
      );
    }
    default:
      return made_by(style, made, random);
  }
}

type MakerStyle = 'optuna' | 'scikit-learn' | 'wandb' | 'ray-tune' | 'keras-tuner' | 'mlflow' | 'hiplot';

/** With rows that do not count among the others. */
function made_by(maker: MakerStyle, { names, result, sense, trials }: Made, random: Random): Written {
  const number = writer(random, '.', '');
  const before = (prefix: string) => names.map((name) => `${prefix}${name}`);
  const of = (
    called: string[],
    objective: string,
    known: typeof sense,
    head: string[],
    rows: string[][],
  ): Written => ({
    text: SEPARATED({ names: head, rows }, random, ','),
    maker,
    names: called,
    result: objective,
    sense: known,
  });
  const bad = random.below(trials.length + 1);
  const withBad = (rows: string[][], row: string[]) => [...rows.slice(0, bad), row, ...rows.slice(bad)];
  const xs = (row: number[]) => row.slice(0, -1).map(number);
  const y = (row: number[]) => number(row.at(-1)!);
  const some = trials[0];
  switch (maker) {
    case 'optuna': {
      const params = before('params_');
      const row = (i: number, value: string, x: string[], state: string) => [
        String(i),
        value,
        '2024-05-01 10:00:00',
        '0 days 00:00:10',
        ...x,
        'a note',
        state,
      ];
      const rows = trials.map((one, i) => row(i, y(one), xs(one), 'COMPLETE'));
      const head = ['number', 'value', 'datetime_start', 'duration', ...params, 'user_attrs_note', 'state'];
      const other = random.pick([
        row(99, '0.1', xs(some), 'PRUNED'),
        row(99, '', xs(some), 'FAIL'),
        row(99, '', xs(some), 'RUNNING'),
      ]);
      return of(params, 'value', 'minimise', head, withBad(rows, other));
    }
    case 'scikit-learn': {
      const params = before('param_');
      const rows = trials.map((one, i) => [
        String(i),
        '0.5',
        ...xs(one),
        "{'a': 1}",
        y(one),
        y(one),
        '0.01',
        String(i + 1),
      ]);
      const head = [
        '',
        'mean_fit_time',
        ...params,
        'params',
        'split0_test_score',
        'mean_test_score',
        'std_test_score',
        'rank_test_score',
      ];
      return of(params, 'mean_test_score', 'maximise', head, rows);
    }
    case 'wandb': {
      const row = (i: number, state: string, x: string[], value: string) => [
        `fine-sweep-${i}`,
        state,
        '-',
        'ann',
        '2024-05-01T10:00:00.000Z',
        String(60 + i),
        'ab12',
        ...x,
        String(9),
        value,
      ];
      const rows = trials.map((one, i) => row(i, 'finished', xs(one), y(one)));
      const head = [
        'Name',
        'State',
        'Notes',
        'User',
        'Created',
        'Runtime',
        'Sweep',
        ...names,
        'epoch',
        result,
      ];
      return of(
        names,
        result,
        sense,
        head,
        withBad(rows, row(99, random.pick(['crashed', 'running', 'failed']), xs(some), '0.1')),
      );
    }
    case 'ray-tune': {
      const params = before('config/');
      const rows = trials.flatMap((one, i) => [
        ['0.25', 'False', '1', `t_${i}`, ...xs(one)],
        [y(one), 'True', '2', `t_${i}`, ...xs(one)],
      ]);
      return of(params, result, sense, [result, 'done', 'training_iteration', 'trial_id', ...params], rows);
    }
    case 'keras-tuner': {
      const params = before('hyperparameters/');
      const rows = trials.map((one, i) => [`0${i}`, ...xs(one), '3', y(one), 'COMPLETED']);
      const head = ['trial_id', ...params, 'hyperparameters/tuner/epochs', 'score', 'status'];
      const known = trials.some((one) => one.at(-1)! > 1) ? 'minimise' : 'maximise';
      return of(params, 'score', known, head, withBad(rows, ['099', ...xs(some), '3', '', 'FAILED']));
    }
    case 'mlflow': {
      const params = before('params.');
      const rows = trials.map((one, i) => [
        `r${i}`,
        'FINISHED',
        '2024-05-01 10:00:00',
        y(one),
        ...xs(one),
        'ann',
      ]);
      const head = ['run_id', 'status', 'start_time', `metrics.${result}`, ...params, 'tags.mlflow.user'];
      return of(
        params,
        `metrics.${result}`,
        sense,
        head,
        withBad(rows, ['r99', 'FAILED', '2024-05-01 10:00:00', '0.1', ...xs(some), 'ann']),
      );
    }
    case 'hiplot': {
      const points = trials.map((row, i) => ({
        uid: `u${i}`,
        from_uid: null,
        values: Object.fromEntries([...names, result].map((name, k) => [name, row[k]])),
      }));
      return { text: JSON.stringify({ datapoints: points }), maker, names, result, sense };
    }
  }
}
