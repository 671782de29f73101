/**
 * A chapter: Markdown of one language and the sheet that no language says → plain data. What is wrong with it is said with
 * file and line; nothing is guessed.
 */
import type { Heading, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { directive } from 'micromark-extension-directive';
import { gfmTable } from 'micromark-extension-gfm-table';
import * as v from 'valibot';
import { parseDocument } from 'yaml';
import type { Figure } from '../../src/learn/figures.ts';
import type { Chapter, Reference, Section, TermCard } from '../../src/learn/types.ts';
import { BlockReading } from './blocks.ts';
import { Reading } from './prose.ts';
import { known, LearnError } from './refusal.ts';
import { minutesOf } from './statistics.ts';
import type { Sheet } from './sheet.ts';

/** Everything that chapters refer to, in one language. */
export interface Sources {
  /** Of this chapter. */
  facts: Readonly<Record<string, number>>;
  cards: Readonly<Record<string, TermCard>>;
  references: Readonly<Record<string, Reference>>;
  /** Ids. */
  strategies: ReadonlySet<string>;
}

const Front = v.strictObject({
  title: v.string(),
  question: v.string(),
  /** What figures call those that are compared, and their dials. */
  names: v.optional(v.record(v.string(), v.string()), {}),
});

/** The id of notes for teachers, the last section, which needs no figure. */
const TEACHERS = 'teachers';

/**
 * @param id of the chapter: its folder
 * @throws {LearnError}
 */
export function compile(text: string, file: string, id: string, sheet: Sheet, sources: Sources): Chapter {
  const { front, body } = divide(text, file);
  const prose: Reading = new Reading(file, {
    facts: sources.facts,
    terms: new Set(Object.keys(sources.cards)),
    references: sources.references,
    strategies: sources.strategies,
  });
  const blocks = new BlockReading(prose, sheet.predictions);
  const root: Root = fromMarkdown(body, {
    extensions: [directive(), gfmTable()],
    mdastExtensions: [directiveFromMarkdown(), gfmTableFromMarkdown()],
  });
  const { lead, parts } = cut(root, prose);
  const leading = blocks.all(lead);
  const sections: Section[] = [];
  let teachers: Chapter['teachers'] = [];
  for (const { heading, id: section, title, content } of parts) {
    if (section === TEACHERS) {
      teachers = blocks.all(content);
      continue;
    }
    if (sections.some((other) => other.id === section))
      prose.refuse(heading, `there are two sections “${section}”.`);
    const figure = Object.hasOwn(sheet.figures, section) ? sheet.figures[section] : undefined;
    if (!figure)
      prose.refuse(
        heading,
        `chapter.yaml states no figure for the section “${section}”; it does for ${known(Object.keys(sheet.figures))}.`,
      );
    sections.push({
      id: section,
      title,
      figure: named(figure, front.names, (name) =>
        prose.refuse(heading, `its figure speaks of “${name}”, which the front matter’s names do not say.`),
      ),
      blocks: blocks.all(content),
    });
  }
  const absent = Object.keys(sheet.figures).find((one) => !sections.some((section) => section.id === one));
  if (absent !== undefined)
    throw new LearnError(
      file,
      undefined,
      `chapter.yaml has a figure for “${absent}”: there is no such section.`,
    );
  const unasked = Object.keys(sheet.predictions).find((one) => !blocks.predicted.includes(one));
  if (unasked !== undefined)
    throw new LearnError(file, undefined, `chapter.yaml has the prediction “${unasked}”: nothing asks it.`);
  const truths = truthsOf(sheet, prose);
  const pick = <Entry>(all: Readonly<Record<string, Entry>>, ids: Iterable<string>): Record<string, Entry> =>
    Object.fromEntries([...ids].map((one) => [one, all[one]]));
  const chapter: Chapter = {
    ...{ id, order: sheet.order, title: front.title, question: front.question, minutes: 0 },
    ...{ lead: leading, sections, teachers, predictions: blocks.predicted, truths },
    terms: pick(sources.cards, prose.terms),
    references: pick(sources.references, prose.cites),
  };
  return { ...chapter, minutes: minutesOf(chapter) };
}

/** Front matter becomes blank lines: lines keep their numbers. */
function divide(text: string, file: string): { front: v.InferOutput<typeof Front>; body: string } {
  const [whole, inner] = /^---\n(.*?)\n---\n/s.exec(text) ?? [];
  if (whole === undefined || inner === undefined)
    throw new LearnError(file, 1, 'a chapter begins with front matter: ---, title: …, question: …, ---.');
  const document = parseDocument(inner);
  const [broken] = document.errors;
  if (broken) throw new LearnError(file, (broken.linePos?.[0].line ?? 0) + 1, broken.message.split('\n')[0]);
  const read = v.safeParse(Front, document.toJS());
  if (!read.success) {
    const [issue] = read.issues;
    throw new LearnError(
      file,
      1,
      `front matter, ${v.getDotPath(issue) ?? ''}: ${issue.message}. Known are ${known(Object.keys(Front.entries))}.`,
    );
  }
  return { front: read.output, body: whole.replace(/[^\n]/g, '') + text.slice(whole.length) };
}

interface CutPart {
  heading: Heading;
  id: string;
  title: string;
  content: RootContent[];
}

/** At every `## Title {#id}`. */
function cut({ children }: Root, prose: Reading): { lead: RootContent[]; parts: CutPart[] } {
  const lead: RootContent[] = [];
  const parts: CutPart[] = [];
  for (const node of children) {
    if (node.type === 'heading' && node.depth < 3) {
      const [text] = node.children;
      const [, title, id] =
        (node.depth === 2 &&
          node.children.length === 1 &&
          text.type === 'text' &&
          /^(.+?)\s*\{#([a-z][a-z-]*)\}$/.exec(text.value)) ||
        [];
      if (title === undefined)
        prose.refuse(
          node,
          'a section begins with “## Title {#id}”: plain words, and an id of small letters.',
        );
      parts.push({ heading: node, id, title, content: [] });
    } else (parts.at(-1)?.content ?? lead).push(node);
  }
  return { lead, parts };
}

/** What a figure compares is called in the chapter's language. */
function named(
  figure: Figure,
  names: Readonly<Record<string, string>>,
  refuse: (name: string) => never,
): Figure {
  if (figure.kind !== 'share' && figure.kind !== 'lost') return figure;
  const nameOf = (name: string) => (Object.hasOwn(names, name) ? names[name] : refuse(name));
  if (figure.kind === 'lost') return { ...figure, dial: { ...figure.dial, name: nameOf(figure.dial.name) } };
  const against = figure.against.map((entrant) => ({ ...entrant, name: nameOf(entrant.name) }));
  const dial = figure.dial && { ...figure.dial, name: nameOf(figure.dial.name) };
  return { ...figure, against, ...(dial && { dial }) };
}

function truthsOf({ predictions }: Sheet, prose: Reading): Record<string, number> {
  const truths: Record<string, number> = {};
  for (const [id, prediction] of Object.entries(predictions)) {
    if (prediction.kind === 'choice' || prediction.kind === 'plane' || prediction.kind === 'order') continue;
    const { truth } = prediction;
    if (!Object.hasOwn(prose.shelf.facts, truth))
      prose.refuse(undefined, `the truth of the prediction “${id}” is no fact: “${truth}”.`);
    truths[truth] = prose.shelf.facts[truth];
  }
  return truths;
}
