/** What stands between lines: paragraphs, lists, formulas, pseudocode, predictions, side-tracks. */
import type { BlockContent, DefinitionContent, Nodes, RootContent } from 'mdast';
import type { Block, Inline, PseudocodeLine } from '../../src/learn/types.ts';
import type { Prediction } from '../../src/learn/predictions.ts';
import { mathml } from './math.ts';
import type { Reading } from './prose.ts';
import { known } from './refusal.ts';

export class BlockReading {
  readonly #prose: Reading;
  readonly #predictions: Readonly<Record<string, Prediction>>;
  /** Ids of predictions that have been read, in order. */
  readonly predicted: string[] = [];

  constructor(prose: Reading, predictions: Readonly<Record<string, Prediction>>) {
    this.#prose = prose;
    this.#predictions = predictions;
  }

  all(nodes: readonly (RootContent | BlockContent | DefinitionContent)[]): Block[] {
    return nodes.map((node) => this.#one(node));
  }

  #one(node: RootContent | BlockContent | DefinitionContent): Block {
    const prose: Reading = this.#prose;
    switch (node.type) {
      case 'paragraph':
        return { kind: 'paragraph', inside: prose.inline(node.children) };
      case 'heading':
        if (node.depth !== 3) prose.refuse(node, 'within a section headings are ###.');
        return { kind: 'heading', inside: prose.inline(node.children) };
      case 'blockquote':
        return { kind: 'quote', blocks: this.all(node.children) };
      case 'list':
        return {
          kind: 'list',
          ordered: node.ordered ?? false,
          items: node.children.map(({ children }) => this.all(children)),
        };
      case 'table': {
        const [head, ...rows] = node.children.map(({ children }) =>
          children.map((cell) => prose.inline(cell.children)),
        );
        return { kind: 'table', head, rows };
      }
      case 'code':
        return this.#fenced(node);
      case 'containerDirective':
        return this.#container(node);
      default:
        return prose.refuse(node, `“${node.type}” is not part of a chapter’s Markdown.`);
    }
  }

  #fenced(node: Extract<Nodes, { type: 'code' }>): Block {
    const prose: Reading = this.#prose;
    if (node.lang === 'math') {
      try {
        return { kind: 'formula', mathml: mathml(node.value, true), tex: node.value };
      } catch (error) {
        return prose.refuse(node, `the formula cannot be read: ${(error as Error).message}`);
      }
    }
    if (node.lang === 'pseudocode') {
      const strategy = node.meta?.trim() ?? '';
      const { strategies } = prose.shelf;
      if (!strategies.has(strategy))
        prose.refuse(
          node,
          `pseudocode names its strategy; there is no “${strategy}”, but ${known(strategies)}.`,
        );
      return {
        kind: 'pseudocode',
        strategy,
        lines: node.value.split('\n').map((line) => this.#line(line, node)),
      };
    }
    return prose.refuse(node, `a fenced block is math or pseudocode, not “${node.lang ?? ''}”.`);
  }
  #line(line: string, node: Nodes): PseudocodeLine {
    const [, indent, id, text] = /^(\s*)([\w-]+) \| (.+)$/.exec(line) ?? [];
    if (id === undefined)
      this.#prose.refuse(
        node,
        `a line of pseudocode is “id | text”, indented by two blanks a level: “${line}”.`,
      );
    return { id, depth: indent.length / 2, text };
  }

  #container(node: Extract<Nodes, { type: 'containerDirective' }>): Block {
    const prose: Reading = this.#prose;
    const { id = '', title = '', ...more } = (node.attributes ?? {}) as Record<string, string>;
    for (const key of Object.keys(more)) prose.refuse(node, `:::${node.name} has no attribute “${key}”.`);
    if (node.name === 'aside') {
      if (title === '') prose.refuse(node, 'a side-track needs a title: :::aside{title="…"}.');
      return { kind: 'aside', title, blocks: this.all(node.children) };
    }
    if (node.name !== 'predict')
      prose.refuse(node, `there is no :::${node.name} here; known are aside and predict.`);
    const prediction = Object.hasOwn(this.#predictions, id) ? this.#predictions[id] : undefined;
    if (!prediction)
      prose.refuse(
        node,
        `there is no prediction “${id}” in chapter.yaml; known are ${known(Object.keys(this.#predictions))}.`,
      );
    if (this.predicted.includes(id)) prose.refuse(node, `the prediction “${id}” stands twice.`);
    this.predicted.push(id);
    const options: { id: string; inside: Inline[] }[] = [];
    const question: Block[] = [];
    let answer: Block[] = [];
    for (const child of node.children) {
      if (child.type === 'leafDirective' && child.name === 'option') {
        const option = child.attributes?.id ?? '';
        if (option === '') prose.refuse(child, 'an option has an id: ::option[words]{#id}.');
        options.push({ id: option, inside: prose.inline(child.children) });
      } else if (child.type === 'containerDirective' && child.name === 'answer')
        answer = this.all(child.children);
      else question.push(this.#one(child));
    }
    if (question.length === 0) prose.refuse(node, `the prediction “${id}” asks nothing.`);
    if (answer.length === 0)
      prose.refuse(node, `the prediction “${id}” has no answer: ::::predict … :::answer … ::: … ::::.`);
    if (prediction.kind === 'choice' ? options.length < 2 : options.length > 0)
      prose.refuse(node, `“${id}” is a ${prediction.kind}: options are those of a choice, two at least.`);
    const truth = prediction.kind === 'choice' ? prediction.truth : undefined;
    if (truth !== undefined && !options.some((option) => option.id === truth))
      prose.refuse(node, `chapter.yaml says that “${truth}” comes true, which is no option of “${id}”.`);
    return { kind: 'predict', id, prediction, question, options, answer };
  }
}
