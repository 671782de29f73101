/** What stands there where not even the texts came: in every language, because none was loaded. */
const SORRY = [
  ['en', 'Trial by Trial could not be loaded. Check the connection, then try again.', 'Try again'],
  ['zh-Hans', '“逐次试验”未能加载。请检查网络，然后重试。', '重试'],
] as const;

/** In place of the page. */
export function apologise(error: unknown): void {
  const place = document.getElementById('app')!;
  for (const [lang, text, again] of SORRY) {
    const said = document.createElement('p');
    said.lang = lang;
    said.setAttribute('role', 'alert');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = again;
    button.onclick = () => location.reload();
    said.append(`${text} `, button);
    place.append(said);
  }
  // For whoever has to find out more.
  console.error(error);
}
