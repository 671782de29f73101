/** What columns hold besides hyperparameters and results, by their names. */
import { byName, wordsOf } from './words.ts';

export type Kind = 'id' | 'time' | 'rank' | 'progress' | 'seed' | 'fold' | 'machine' | 'state';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Names made of nothing but these count or name trials. */
const NAMES = set(
  'id uid uuid index idx number no nr num n trial trials run runs row line experiment exp job task config name key ' +
    'hash tag the of record case model exec execution configuration unnamed 0 order',
);
const COUNTS = set(
  'id uid uuid index idx number no nr trial run row line experiment exp job task record unnamed hash key',
);
const ENDS_AS_ID = set('id uid uuid hash');

/** A name that ends with one of these is a time or a date. */
const TIMES = set(
  'time seconds secs sec elapsed timestamp datetime date duration runtime walltime minutes mins hours hrs eta created ' +
    'updated started finished ms millis',
);
const AROUND_TIME = set(
  'time seconds secs sec s ms h m min minutes hours total this iter iteration since restore mean std max fit score ' +
    'train test validation start end complete completed created per epoch step at of wall clock cpu gpu utc local ' +
    'elapsed timestamp datetime date duration runtime cumulative relative process',
);

const PROGRESS = set(
  'epoch epochs iteration iterations iter iters step steps timestep timesteps rung generation round rounds',
);
/** In the plural, and as a number of them, they are often set: only the data can tell. */
const OFTEN_SET = set('epochs iterations iters steps timesteps rounds');
const AROUND_PROGRESS = set(
  'global train training current total env environment best last at i optimizer optimiser number',
);

const SEEDS = set('seed seeds rng');
const AROUND_SEED = set(
  'random data model init global train validation split number no id torch np numpy state value',
);
const FOLDS = set('fold split repeat repetition rep replicate replica replication repeats');
const MACHINE = set(
  'host hostname node ip pid gpu cpu device user username author git commit branch sha notes note comment comments ' +
    'remark remarks tags tag path dir logdir checkpoint url link file filename script program version sweep group hardware ' +
    'memory mem ram cores sampler worker',
);
const STATES = set('state status outcome');

/** Undefined where the name may well be that of a hyperparameter. */
export const kindOf = byName((name): Kind | undefined => {
  const words = wordsOf(name);
  if (words.length === 0) return /^[#№]$/.test(name.trim()) ? 'id' : undefined;
  const last = words.at(-1)!;
  const all = (...sets: ReadonlySet<string>[]) => words.every((word) => sets.some((one) => one.has(word)));
  if (isRank(words)) return 'rank';
  if (all(SEEDS, AROUND_SEED) && words.some((word) => SEEDS.has(word))) return 'seed';
  if (words.join(' ') === 'random state') return 'seed';
  if (STATES.has(last) && words.length <= 2) return 'state';
  if (isTime(words)) return 'time';
  if (words.some((word) => PROGRESS.has(word)) && all(PROGRESS, AROUND_PROGRESS)) return 'progress';
  if (all(FOLDS, NAMES) && words.some((word) => FOLDS.has(word))) return 'fold';
  if (ENDS_AS_ID.has(last)) return 'id';
  if (all(NAMES) && words.some((word) => COUNTS.has(word))) return 'id';
  return words.every((word) => MACHINE.has(word) || NAMES.has(word)) &&
    words.some((word) => MACHINE.has(word))
    ? 'machine'
    : undefined;
});

/** Whether a column of progress may be a setting: `epochs`, `n_iterations`. */
export const maybeSet = (name: string): boolean => wordsOf(name).some((word) => OFTEN_SET.has(word));

/** The rank of a matrix (LoRA) is a setting. */
function isRank(words: readonly string[]): boolean {
  if (words[0] === 'rank' || words[0] === 'ranking') return true;
  return (
    words.at(-1) === 'rank' && words.length < 4 && !/^(?:lora|low|matrix|r|tensor|max|full)$/.test(words[0])
  );
}

function isTime(words: readonly string[]): boolean {
  if (words.every((word) => AROUND_TIME.has(word)) && words.some((word) => TIMES.has(word))) {
    return !(words.includes('time') && words.at(-1) === 'step');
  }
  return TIMES.has(words.at(-1)!) && !/^(?:warm|warmup|decay|burn|half|limit)/.test(words[0]);
}
