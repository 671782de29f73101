/** Changes to a text, by places in it. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** From the last to the first; what is cut leaves its line breaks. */
export const edited = (code: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce(
      (left, { start, end, text }) =>
        left.slice(0, start) + text + left.slice(start, end).replace(/[^\n]+/g, '') + left.slice(end),
      code,
    );
