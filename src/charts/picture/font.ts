/** The page's typeface within a picture: whoever opens it need not have it. Other scripts are set in the reader's own fonts. */
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';

let coming: Promise<string> | undefined;

/** A style sheet for a picture; empty where the font cannot be had: words then stand in the fonts that are named beside it. */
export function fontSheet(): Promise<string> {
  coming ??= bring().catch(() => {
    coming = undefined;
    return '';
  });
  return coming;
}

async function bring(): Promise<string> {
  const bytes = inter.startsWith('data:')
    ? inter
    : `data:font/woff2;base64,${base64(await (await fetch(inter)).arrayBuffer())}`;
  return `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(${bytes}) format('woff2')}`;
}

function base64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  let text = '';
  // As many at once as a call takes arguments.
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}
