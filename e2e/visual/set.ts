/**
 * Which pictures there are. Every state stands at every width; theme and language are dealt out in turn, so that any two
 * of state, width, theme and language meet in at least one picture: three pictures a state, instead of eighteen.
 */
export const WIDTHS = [
  [390, 844],
  [1280, 720],
  [1920, 1080],
] as const;
export const THEMES = ['light', 'dark', 'projector'] as const;
export const LANGUAGES = ['en', 'zh'] as const;

/** By the page that they share. A new state joins a row. */
export const STATES = {
  home: ['home'],
  stage: ['one-knob', 'two-knobs', 'six-knobs', 'focus', 'focus-map'],
  drawer: ['set-up', 'problems'],
  arena: ['study', 'example', 'hours', 'dimensions'],
  assumptions: ['diagnosis', 'fate'],
  gallery: ['curves', 'maps', 'race', 'views'],
  course: ['contents', 'chapter'],
  play: ['games', 'game'],
  class: ['class'],
} as const;
export type Group = keyof typeof STATES;
export type State = (typeof STATES)[Group][number];

export interface Look {
  readonly state: State;
  readonly size: (typeof WIDTHS)[number];
  readonly theme: (typeof THEMES)[number];
  readonly lang: (typeof LANGUAGES)[number];
}

export const LOOKS: readonly Look[] = Object.values(STATES)
  .flat()
  .flatMap((state, i) =>
    WIDTHS.map((size, j) => ({
      ...{ state, size },
      theme: THEMES[(i + j) % THEMES.length],
      lang: LANGUAGES[(i + j) % LANGUAGES.length],
    })),
  );

/** The gallery is for those who work on the charts, and speaks English alone. */
const speaks = (state: State) => !(STATES.gallery as readonly State[]).includes(state);
export const nameOf = ({ state, size: [width], theme, lang }: Look) =>
  [state, width, theme, ...(speaks(state) ? [lang] : [])].join('-') + '.png';
/** Of a page whose states are places on it, those of one width follow each other: it is laid out anew thrice. */
export const looksOf = (group: Group, byWidth = false) => {
  const looks = LOOKS.filter(({ state }) => (STATES[group] as readonly State[]).includes(state));
  return byWidth ? looks.sort((a, b) => a.size[0] - b.size[0]) : looks;
};
