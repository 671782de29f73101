/**
 * What the single file runs first, as it stands here: it uses nothing from outside, and no syntax that is compiled into calls
 * of helpers.
 */
export function unpack(): void {
  interface Policies {
    createPolicy: (
      name: string,
      rules: { createScript: (text: string) => string },
    ) => {
      createScript: (text: string) => string;
    };
  }
  const place = globalThis as { packedWorkers?: Record<string, string>; trustedTypes?: Policies };
  const read = (element: HTMLElement): Promise<string> => {
    const text = atob(element.textContent ?? '');
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    element.remove();
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new Response(unpacked).text();
  };
  const sorry = (error: unknown): void => {
    console.error(error);
    const say = (lang: string, text: string) => {
      const said = document.createElement('p');
      said.lang = lang;
      said.setAttribute('role', 'alert');
      said.textContent = text;
      document.getElementById('app')!.append(said);
    };
    say(
      'en',
      'This file could not be unpacked. It needs a browser of 2023 or later; or it is damaged: copy it again.',
    );
    say('zh-Hans', '无法解开此文件：需要 2023 年及以后的浏览器；也可能文件已损坏，请重新复制。');
  };
  const start = (all: [name: string, code: string][]): void => {
    const workers: Record<string, string> = {};
    let page = '';
    for (const [name, code] of all)
      if (name === 'page') page = code;
      else workers[name] = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    place.packedWorkers = workers;
    // Which texts run is said by the policy of the file, by their hashes.
    const script = document.createElement('script');
    const trusted = place.trustedTypes?.createPolicy('packed', { createScript: (text) => text });
    script.text = trusted ? trusted.createScript(page) : page;
    document.body.append(script);
  };
  const named = (element: HTMLElement): Promise<[string, string]> =>
    read(element).then((code) => [element.dataset.packed!, code]);
  new Promise<HTMLElement[]>((resolve) =>
    resolve([...document.querySelectorAll<HTMLElement>('script[data-packed]')]),
  )
    .then((elements) => Promise.all(elements.map(named)))
    .then(start)
    .catch(sorry);
}
