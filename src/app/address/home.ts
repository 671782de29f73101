/** The front door has no scenario: its address says how it is shown, nothing else. Read by the first file, too: keep it small. */
export const HOME = 'home';

/** The course, too, has no scenario of its own in its address: its sections name places, and the texts say what runs there. */
export const LEARN = 'learn';
/** A game is not an experiment: its address names the challenge and nothing else. */
export const PLAY = 'play';
/** A class has its results in the browser; what an address brings of them is taken, and leaves it. */
export const CLASS = 'class';
export const isBare = (page: string): boolean => [HOME, LEARN, PLAY, CLASS].includes(page);

/** Older links that name no page but an experiment are the Lab's, as they were. */
export function isHome(hash: string): boolean {
  const [path, query = ''] = hash.replace(/^#?\/?/, '').split('?');
  const shown = [...new URLSearchParams(query).keys()].every((key) =>
    /^(lang|presenter|embed|strings)$/.test(key),
  );
  return shown && (path === '' || path === HOME);
}
