/** A diagnosis in words, one entry per property. */
import { formatNumber } from '#charts/format.ts';
import type { Diagnosis, Share, Verdict } from '#core/assumptions/diagnosis/index.ts';
import { inSense, t } from '../../i18n/index.svelte.ts';
import { steepnessShort, type VerdictId } from './marks.ts';
import { atLeast, coordinate, placeOf, plain, plainApart, tidy, type Subject } from './words.ts';
import { finePercent } from '../../shared/numbers.ts';

export interface Entry {
  id: VerdictId;
  name: string;
  /** `count`: a number instead of a yes or no. */
  kind: 'yes' | 'no' | 'unknown' | 'count';
  /** Yes, no, or the number. */
  answer: string;
  /** What it means. */
  means: string;
  /** What was found, with its numbers. */
  said: string[];
  /** What noise makes of it. */
  noise: string[];
  resolution: string;
  /** There is something to draw. */
  shows: boolean;
}

export function entriesOf(diagnosis: Diagnosis, subject: Subject): Entry[] {
  const several = subject.dimensions.length > 1;
  return [
    unimodal(diagnosis, subject),
    convex(diagnosis, subject),
    minima(diagnosis, subject),
    ...(several ? [separable(diagnosis, subject)] : []),
    lipschitz(diagnosis, subject),
    ...(several ? [sensitivity(diagnosis, subject)] : []),
  ];
}

const entry = (
  id: VerdictId,
  { sense }: Subject,
  rest: Pick<Entry, 'kind' | 'answer' | 'said' | 'resolution'> & Partial<Entry>,
): Entry => ({
  id,
  name: t(`assumptions.name.${id}`, inSense(sense)),
  means: t(`assumptions.means.${id}`, inSense(sense)),
  noise: [],
  shows: false,
  ...rest,
  said: rest.said.map(tidy),
});

const answered = ({ holds }: Verdict<unknown>): Pick<Entry, 'kind' | 'answer'> => ({
  kind: holds,
  answer: t(`assumptions.${holds}`),
});

function lineResolution({ resolution, dimensions }: Diagnosis): string {
  const { perLine, lines } = resolution;
  if (dimensions.length > 1) return t('assumptions.resolution.lines', { lines, perLine });
  const whole = dimensions[0].kind === 'integer';
  return t(whole ? 'assumptions.resolution.whole' : 'assumptions.resolution.points', { points: perLine });
}

function unimodal(diagnosis: Diagnosis, subject: Subject): Entry {
  const verdict = diagnosis.unimodal;
  const { perLine: points, lines } = diagnosis.resolution;
  const several = subject.dimensions.length > 1;
  const name = t(
    several ? 'assumptions.name.unimodalLines' : 'assumptions.name.unimodal',
    inSense(subject.sense),
  );
  const base = { ...answered(verdict), name, resolution: lineResolution(diagnosis) };
  const noise = noiseSentences(diagnosis, 'unimodal');
  const at = (unit: readonly number[]) => placeOf(subject, unit);
  if (verdict.holds === 'yes') {
    const key = several ? 'assumptions.unimodalYes' : 'assumptions.unimodalYes1';
    return entry('unimodal', subject, {
      ...base,
      said: [t(key, { points, lines, ...inSense(subject.sense) })],
      noise,
    });
  }
  if (verdict.holds === 'unknown') {
    return entry('unimodal', subject, { ...base, said: [t(`assumptions.why.${verdict.why}`)] });
  }
  const { witness } = verdict;
  if (witness.kind === 'plateau') {
    const [value, lower] = plainApart(subject, [witness.a.value, witness.lower.value]);
    const places = { a: at(witness.a.unit), b: at(witness.b.unit), c: at(witness.lower.unit) };
    return entry('unimodal', subject, {
      ...base,
      said: [t('assumptions.plateau', { ...places, value, lower, ...inSense(subject.sense) })],
      noise,
      shows: true,
    });
  }
  const { a, b, c, violation } = witness;
  const [fa, fb, fc] = plainApart(subject, [a.value, b.value, c.value]);
  const places = { a: at(a.unit), b: at(b.unit), c: at(c.unit) };
  return entry('unimodal', subject, {
    ...base,
    said: [t('assumptions.hump', { ...places, fa, fb, fc, violation, ...inSense(subject.sense) })],
    noise,
    shows: true,
  });
}

function convex(diagnosis: Diagnosis, subject: Subject): Entry {
  const verdict = diagnosis.convex;
  const { perLine: points, lines } = diagnosis.resolution;
  const base = { ...answered(verdict), resolution: lineResolution(diagnosis) };
  const noise = noiseSentences(diagnosis, 'convex');
  if (verdict.holds === 'yes') {
    const key = subject.dimensions.length > 1 ? 'assumptions.convexYes' : 'assumptions.convexYes1';
    return entry('convex', subject, {
      ...base,
      said: [t(key, { points, lines, ...inSense(subject.sense) })],
      noise,
    });
  }
  if (verdict.holds === 'unknown') {
    return entry('convex', subject, { ...base, said: [t(`assumptions.why.${verdict.why}`)] });
  }
  const { a, b, c, chord, violation } = verdict.witness;
  const [fb, height] = plainApart(subject, [b.value, chord]);
  const places = {
    a: placeOf(subject, a.unit),
    b: placeOf(subject, b.unit),
    c: placeOf(subject, c.unit),
  };
  return entry('convex', subject, {
    ...base,
    said: [t('assumptions.chord', { ...places, fb, chord: height, violation, ...inSense(subject.sense) })],
    noise,
    shows: true,
  });
}

const LISTED = 5;

function minimaResolution(diagnosis: Diagnosis, { sense }: Subject): string {
  const { picture, dimensions, minima: found } = diagnosis;
  if (picture.kind === 'field') {
    const { columns, rows } = picture;
    return t('assumptions.resolution.lattice', { columns, rows });
  }
  if (dimensions.length > 1) {
    return t('assumptions.resolution.descents', { starts: found.starts, ...inSense(sense) });
  }
  return lineResolution(diagnosis);
}

function minima(diagnosis: Diagnosis, subject: Subject): Entry {
  const { count, more, proved, level, starts, spots } = diagnosis.minima;
  const resolutionOf = minimaResolution(diagnosis, subject);
  if (level) {
    return entry('minima', subject, {
      kind: 'count',
      answer: '1',
      said: [t('assumptions.minimaLevel', inSense(subject.sense))],
      resolution: resolutionOf,
    });
  }
  const said =
    count === 0
      ? t('assumptions.minimaNone')
      : starts > 0 && !proved
        ? t('assumptions.minimaStarts', { count, starts, ...inSense(subject.sense) })
        : t(proved ? 'assumptions.minimaCount' : more ? 'assumptions.minimaMore' : 'assumptions.minimaSeen', {
            count,
            ...inSense(subject.sense),
          });
  const named = spots.slice(0, LISTED).map(({ unit, value }) =>
    t('assumptions.minimaEntry', {
      value: formatNumber(plain(value, subject), 4),
      at: placeOf(subject, unit),
    }),
  );
  if (count > named.length) named.push(t('assumptions.minimaRest'));
  return entry('minima', subject, {
    kind: count === 0 ? 'unknown' : 'count',
    answer: count === 0 ? t('assumptions.unknown') : `${more ? '≥ ' : ''}${count}`,
    said: [
      count === 0
        ? said
        : [
            said,
            t(count === 1 ? 'assumptions.minimaOnly' : 'assumptions.minimaList', {
              ...inSense(subject.sense),
              list: named.join(t('assumptions.semicolon')),
            }),
          ].join(t('assumptions.gap')),
    ],
    resolution: resolutionOf,
    shows: count > 0 && diagnosis.dimensions.length < 3,
  });
}

function lipschitz(diagnosis: Diagnosis, subject: Subject): Entry {
  const verdict = diagnosis.lipschitz;
  const resolution = t('assumptions.resolution.slopes');
  if (verdict.holds === 'unknown') {
    return entry('lipschitz', subject, {
      ...answered(verdict),
      said: [t(`assumptions.why.${verdict.why}`)],
      resolution,
    });
  }
  if (verdict.holds === 'no') {
    const { a, b } = verdict.witness;
    const [fa, fb] = plainApart(subject, [a.value, b.value]);
    const distance = Math.hypot(...a.unit.map((u, i) => u - b.unit[i]));
    const said = t('assumptions.jump', {
      a: placeOf(subject, a.unit),
      distance: formatNumber(distance, 1),
      fa,
      fb,
    });
    return entry('lipschitz', subject, { kind: 'no', answer: '∞', said: [said], resolution, shows: true });
  }
  const { constant, a } = verdict;
  const [low, high] = diagnosis.resolution.range;
  const flat = low === high ? 'assumptions.lipschitzFlat' : 'assumptions.lipschitzRounding';
  const key = subject.dimensions.length > 1 ? 'assumptions.lipschitzFinite2' : 'assumptions.lipschitzFinite';
  return entry('lipschitz', subject, {
    kind: 'count',
    answer: constant === 0 ? '0' : steepnessShort(constant),
    said: [constant === 0 ? t(flat) : t(key, { constant: atLeast(constant), at: placeOf(subject, a.unit) })],
    resolution,
    shows: constant > 0 && subject.dimensions.length < 3,
  });
}

function separable(diagnosis: Diagnosis, subject: Subject): Entry {
  const verdict = diagnosis.separable;
  const base = { ...answered(verdict), resolution: t('assumptions.resolution.pairs') };
  if (verdict.holds === 'yes')
    return entry('separable', subject, { ...base, said: [t('assumptions.separableYes')] });
  if (verdict.holds === 'unknown') {
    return entry('separable', subject, { ...base, said: [t(`assumptions.why.${verdict.why}`)] });
  }
  const { axes, corners } = verdict.witness;
  const [one, two, three, four] = corners;
  const [low, high] = plainApart(subject, [two.value - one.value, four.value - three.value]);
  const [x, y] = axes.map((axis) => subject.labels[axis]);
  const values = {
    x1: coordinate(subject, axes[0], one.unit),
    x2: coordinate(subject, axes[0], two.unit),
    y1: coordinate(subject, axes[1], one.unit),
    y2: coordinate(subject, axes[1], three.unit),
  };
  return entry('separable', subject, {
    ...base,
    said: [t('assumptions.interaction', { x, y, ...values, low, high })],
    noise: witnessChance(diagnosis, 'separable'),
    shows: subject.dimensions.length === 2,
  });
}

function sensitivity({ sensitivity: found }: Diagnosis, subject: Subject): Entry {
  const { labels } = subject;
  if ('unknown' in found) {
    const said = [t(`assumptions.why.${found.unknown}`)];
    return entry('sensitivity', subject, {
      kind: 'unknown',
      answer: t('assumptions.unknown'),
      said,
      resolution: '',
    });
  }
  const { first, total, effective: count, points } = found;
  const share = (index: number) => finePercent(Math.min(1, Math.max(0, index)));
  return entry('sensitivity', subject, {
    kind: 'count',
    answer: t('assumptions.effectiveShort', { count, all: labels.length }),
    said: [
      t('assumptions.effective', { count, all: labels.length }),
      ...labels.map((name, i) =>
        t('assumptions.index', { name, first: share(first[i]), total: share(total[i]) }),
      ),
    ],
    resolution: t('assumptions.resolution.design', { points }),
  });
}

/** The look at n values, and the witness’s own points. */
function noiseSentences(diagnosis: Diagnosis, id: 'convex' | 'unimodal'): string[] {
  const { look } = diagnosis;
  const said: string[] = [];
  const clean = look?.clean[id];
  if (look && clean !== null && clean !== undefined) {
    const key = clean ? 'assumptions.noise.clean.agrees' : 'assumptions.noise.clean.differs';
    said.push(t(key, { points: look.points }));
  }
  const share = look?.noisy?.[id];
  if (look && share) said.push(shareSentence(share, look.points));
  return [...said, ...witnessChance(diagnosis, id)];
}

const shareSentence = ({ hits, draws, low, high }: Share, points: number): string =>
  t('assumptions.noise.share', {
    share: finePercent(hits / draws),
    draws,
    points,
    low: finePercent(low),
    high: finePercent(high),
  });

function witnessChance({ chances }: Diagnosis, id: 'convex' | 'unimodal' | 'separable'): string[] {
  const p = chances[id];
  if (p === null) return [];
  const key = id === 'separable' ? 'assumptions.noise.chanceOrder' : 'assumptions.noise.chance';
  return [t(key, { p: finePercent(p) })];
}

/** What is to be said of all of it: how much was looked at, and what counts as rounding. */
export function resolutionSentences(diagnosis: Diagnosis, subject: Subject): string[] {
  const { resolution, coarse } = diagnosis;
  const { evaluations, failed, tolerance, range } = resolution;
  const [low, high] = plainApart(subject, range);
  return [
    t('assumptions.resolution.all', { evaluations, low, high, tolerance: formatNumber(tolerance, 1) }),
    ...(failed > 0 ? [t('assumptions.resolution.failed', { count: failed })] : []),
    ...(coarse ? [t('assumptions.resolution.coarse')] : []),
  ];
}
