/**
 * A chapter on paper: every section is entered once, as by scrolling, and its figure is put into the text as a still picture.
 * Then the browser prints. What the reader had on screen comes back.
 */
import { tick } from 'svelte';

/** A figure that does not settle for so long, in ms, is taken as it is. */
const PATIENCE = 20_000;
/** It has settled when nothing about it has changed for so long, in ms: motion ends within that. */
const STILL = 400;

export interface HandoutOf {
  sections: readonly { readonly id: string }[];
  /** Puts the figure into the state of a section. */
  enter: (section: string) => void;
  /** The figure on screen; undefined while there is none. */
  figure: () => HTMLElement | null;
  /** Where a section's still picture goes. */
  placeOf: (section: string) => HTMLElement | null;
  /** Once the reader has left the chapter nothing more is drawn, and nothing printed. */
  left: AbortSignal;
}

export class Handout {
  #making = $state<string | undefined>();
  #made = $state(false);

  /** The section that is being drawn; undefined where none is. */
  get making(): string | undefined {
    return this.#making;
  }
  /** The pictures stand in the text. */
  get made(): boolean {
    return this.#made;
  }

  /** @param print by default the browser's */
  async print(of: HandoutOf, print: () => void = () => window.print()): Promise<void> {
    if (this.#making !== undefined) return;
    try {
      for (const { id } of of.sections) {
        this.#making = id;
        of.enter(id);
        await tick();
        await settled(of, id);
        if (of.left.aborted) return;
        const [figure, place] = [of.figure(), of.placeOf(id)];
        if (figure && place) place.replaceChildren(stillOf(figure));
      }
      this.#made = true;
      await tick();
      print();
    } finally {
      this.#making = undefined;
    }
  }
}

/** Resolves when the figure is that of the section, computes nothing, and does not change any more. */
async function settled({ figure, left }: HandoutOf, section: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  let [before, since] = ['', performance.now()];
  while (performance.now() < end && !left.aborted) {
    await new Promise((resolve) => setTimeout(resolve, STILL / 4));
    const element = figure();
    const busy = element?.querySelector('[data-busy=true]') !== null;
    const now = element?.dataset.stated === section && !busy ? element.innerHTML : '';
    if (now === '' || now !== before) [before, since] = [now, performance.now()];
    else if (performance.now() - since >= STILL) return;
  }
}

/** A copy that does nothing: drawn surfaces become images, names are not there twice, and nothing takes the focus. */
export function stillOf(figure: HTMLElement): HTMLElement {
  const picture = figure.querySelector<HTMLElement>('.picture') ?? figure;
  const copy = picture.cloneNode(true) as HTMLElement;
  const drawn = [...picture.querySelectorAll('canvas')];
  for (const [i, canvas] of [...copy.querySelectorAll('canvas')].entries()) {
    const image = document.createElement('img');
    image.src = drawn[i].toDataURL();
    image.alt = '';
    image.className = canvas.className;
    image.style.cssText = canvas.style.cssText;
    // What a rule says of surfaces by their name, it does not say of images.
    const { position, zIndex, imageRendering } = getComputedStyle(drawn[i]);
    Object.assign(image.style, { position, zIndex, imageRendering });
    image.width = canvas.clientWidth || drawn[i].clientWidth;
    image.height = drawn[i].clientHeight;
    canvas.replaceWith(image);
  }
  // A clip or a pattern is found by its id: only the copy's own stays, under another one.
  const own = `still-${Math.random().toString(36).slice(2)}-`;
  const named = [...copy.querySelectorAll('[id]')];
  const ids = named.map(({ id }) => id);
  for (const element of named) element.id = own + element.id;
  for (const element of copy.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const renamed = ids.reduce((text, id) => text.replaceAll(`#${id})`, `#${own}${id})`), value);
      // A style is no text to be set: it is what the copy has of the figure's.
      if (renamed !== value && name !== 'style') element.setAttribute(name, renamed);
    }
  }
  for (const part of copy.querySelectorAll('[data-part=clock]')) part.remove();
  for (const button of copy.querySelectorAll('button')) {
    // Whose picture it is: a heading that can be pressed is still the heading.
    if (button.closest('h1, h2, h3, h4')) button.replaceWith(...button.childNodes);
    else button.remove();
  }
  copy.inert = true;
  copy.style.width = `${picture.clientWidth}px`;
  copy.style.height = `${heightOf(picture)}px`;
  copy.className = `${picture.className} still`;
  return copy;
}

/** Px from the first part of a picture to the last: on screen short ones stand in the middle of much room. */
function heightOf(picture: HTMLElement): number {
  const parts = [...(picture.firstElementChild?.children ?? [])]
    .map((part) => part.getBoundingClientRect())
    .filter(({ height }) => height > 0);
  const [top, bottom] = [Math.min(...parts.map((r) => r.top)), Math.max(...parts.map((r) => r.bottom))];
  const extent = bottom - top;
  return extent > 0 ? Math.min(picture.clientHeight, Math.ceil(extent)) : picture.clientHeight;
}
