/** What stands within a line: emphasis, formulas, terms, facts, references, links. Strict: what is not known is refused. */
import type { Nodes, PhrasingContent } from 'mdast';
import { FACT_FORMS, type FactForm, type Inline, type Reference } from '../../src/learn/types.ts';
import { mathml } from './math.ts';
import { known, LearnError } from './refusal.ts';

/** What a chapter may refer to. */
export interface Shelf {
  facts: Readonly<Record<string, number>>;
  terms: ReadonlySet<string>;
  references: Readonly<Record<string, Reference>>;
  strategies: ReadonlySet<string>;
}

/** Where something stands, and what it uses. */
export class Reading {
  readonly file: string;
  readonly shelf: Shelf;
  readonly terms = new Set<string>();
  readonly cites = new Set<string>();
  readonly facts = new Set<string>();

  constructor(file: string, shelf: Shelf) {
    this.file = file;
    this.shelf = shelf;
  }
  refuse(node: Nodes | undefined, text: string): never {
    throw new LearnError(this.file, node?.position?.start.line, text);
  }

  inline(nodes: readonly PhrasingContent[]): Inline[] {
    const read: Inline[] = [];
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i];
      const code = nodes[i + 1];
      // `$`…`$`: a formula, as GitHub writes it.
      if (node.type === 'text' && node.value.endsWith('$') && code?.type === 'inlineCode') {
        const after = nodes[i + 2];
        if (after?.type !== 'text' || !after.value.startsWith('$'))
          this.refuse(code, 'a formula that begins with $` has to end with `$.');
        this.#text(node, node.value.slice(0, -1), read);
        read.push(this.#formula(code.value, code));
        nodes = [...nodes.slice(0, i + 2), { ...after, value: after.value.slice(1) }, ...nodes.slice(i + 3)];
        i += 1;
        continue;
      }
      read.push(...this.#one(node));
    }
    return joined(read);
  }

  #one(node: PhrasingContent): Inline[] {
    switch (node.type) {
      case 'text': {
        const read: Inline[] = [];
        this.#text(node, node.value, read);
        return read;
      }
      case 'emphasis':
      case 'strong':
        return [{ kind: node.type, inside: this.inline(node.children) }];
      case 'inlineCode':
        return [{ kind: 'code', text: node.value }];
      case 'break':
        return [' '];
      case 'link':
        return [{ kind: 'link', ...this.#target(node.url, node), inside: this.inline(node.children) }];
      case 'textDirective':
        return [this.#directive(node)];
      default:
        return this.refuse(node, `“${node.type}” is not part of a chapter’s Markdown.`);
    }
  }

  #text(node: PhrasingContent, value: string, into: Inline[]): void {
    const digit = /\d/.exec(value);
    if (digit)
      this.refuse(
        node,
        `a number stands in the prose (“${value.slice(Math.max(0, digit.index - 12), digit.index + 12).trim()}”). Declare a fact and write :fact[id], write it in words, or, where it is a definition, as a formula: $\`…\`$.`,
      );
    // Beside 汉字, a mark next to punctuation neither opens nor closes: **目标。**学生.
    const mark = /\*+/.exec(value);
    if (mark)
      this.refuse(
        node,
        `emphasis is not closed, or not opened: “${value.slice(Math.max(0, mark.index - 12), mark.index + 12).trim()}”. Put the punctuation outside of it: **…**。`,
      );
    if (value.includes('$')) this.refuse(node, 'a $ stands alone; a formula is $`…`$.');
    if (value !== '') into.push(unwrapped(value));
  }

  #formula(tex: string, node: Nodes): Inline {
    try {
      return { kind: 'math', mathml: mathml(tex, false), tex };
    } catch (error) {
      return this.refuse(node, `the formula cannot be read: ${(error as Error).message}`);
    }
  }

  #target(url: string, node: Nodes): { to: 'lab' | 'learn' | 'app' | 'web'; address: string } {
    const [, scheme, address] = /^(lab|learn|app):(.*)$/s.exec(url) ?? [];
    if (scheme) return { to: scheme as 'lab' | 'learn' | 'app', address };
    if (url.startsWith('https://')) return { to: 'web', address: url };
    return this.refuse(
      node,
      `“${url}” is no link of a chapter: lab:objective=…, learn:chapter/section, app:arena or https://….`,
    );
  }

  #directive(node: Extract<PhrasingContent, { type: 'textDirective' }>): Inline {
    const { name, children } = node;
    const given = node.attributes ?? {};
    const only = (...names: string[]) => {
      for (const key of Object.keys(given))
        if (!names.includes(key))
          this.refuse(node, `:${name} has no attribute “${key}”; known are ${known(names)}.`);
    };
    const id = given.id ?? '';
    switch (name) {
      case 'term':
        only('id');
        this.#known(node, 'term', id, this.shelf.terms, 'Add it to src/app/i18n/glossary.<language>.ts.');
        this.terms.add(id);
        return { kind: 'term', id, inside: this.inline(children) };
      case 'cite':
        only('id', 'at');
        this.#known(
          node,
          'reference',
          id,
          new Set(Object.keys(this.shelf.references)),
          'Add it to src/learn/references.ts.',
        );
        this.cites.add(id);
        return { kind: 'cite', id, who: shortly(this.shelf.references[id]), at: given.at ?? '' };
      case 'fact': {
        only('as', 'digits');
        const [only_] = children;
        const fact = only_?.type === 'text' && children.length === 1 ? only_.value : '';
        const { facts } = this.shelf;
        this.#known(
          node,
          'fact',
          fact,
          new Set(Object.keys(facts)),
          'Declare it in facts.ts of the chapter, then npm run learn:facts.',
        );
        const as = (given.as ?? 'number') as FactForm;
        if (!FACT_FORMS.includes(as))
          this.refuse(node, `a fact is said as ${known(FACT_FORMS)}, not as “${as}”.`);
        const digits = Number(given.digits ?? 3);
        if (!(Number.isInteger(digits) && digits >= 1 && digits <= 4))
          this.refuse(node, 'digits are 1 … 4: more, nobody reads.');
        this.facts.add(fact);
        return { kind: 'fact', id: fact, as, value: facts[fact], digits };
      }
      default:
        return this.refuse(node, `there is no :${name}; known are :cite, :fact and :term.`);
    }
  }

  #known(node: Nodes, what: string, id: string, there: ReadonlySet<string>, todo: string): void {
    if (!there.has(id)) this.refuse(node, `there is no ${what} “${id}”; known are ${known(there)}. ${todo}`);
  }
}

/** Without first names: as a sentence cites it. */
const shortly = ({ authors, year }: Reference): string =>
  `${authors.replace(/(?:\p{Lu}[\p{L}’-]*\. ?)+/gu, '').trim()} ${year}`;

const HAN = /\p{Script=Han}/u;
const WIDE = /[，。；：、？！（）“”…—]/u;
/** Between 汉字, and beside their punctuation, there is no blank, and a line's end is nothing. */
const tight = (before: string, after: string): boolean =>
  WIDE.test(before) || WIDE.test(after) || (HAN.test(before) && HAN.test(after));

/** Lines of a source are as long as its writer likes: elsewhere a line's end is a blank. */
const unwrapped = (text: string): string =>
  text.replace(/(.?)\s*\n\s*(?=(.?))/gsu, (_, before: string, after: string) =>
    tight(before, after) ? before : `${before} `,
  );

/** The text of a part, as far as its ends go. */
const edges = (part: Inline | undefined): string => {
  if (part === undefined) return '';
  if (typeof part === 'string') return part;
  if ('inside' in part) return part.inside.map(edges).join('');
  // A formula, a number, a name.
  return 'a';
};

/** Pieces of text beside each other are one, and blanks beside other parts are those that Chinese has. */
function joined(parts: readonly Inline[]): Inline[] {
  const made: Inline[] = [];
  for (const part of parts) {
    const last = made.at(-1);
    if (typeof part === 'string' && typeof last === 'string') made[made.length - 1] = last + part;
    else made.push(part);
  }
  return made.map((part, i) => {
    if (typeof part !== 'string') return part;
    const [before, after] = [edges(made[i - 1]).slice(-1), edges(made[i + 1]).slice(0, 1)];
    const own = part.trim();
    const start = /^ +/.test(part) && tight(before, own.slice(0, 1) || after);
    const end = / +$/.test(part) && tight(own.slice(-1) || before, after);
    return (start ? part.trimStart() : part).replace(end ? / +$/ : /$^/, '');
  });
}
