/** Serves a built folder as the web does: compressed. Keeps account of what was asked for. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One answer of the server. */
export interface Served {
  path: string;
  /** When it was asked for, in ms since 1970. */
  at: number;
  /** Of the body as it was sent. */
  bytes: number;
  /** Asked for by the page itself, or by one of its workers. */
  by: 'page' | 'worker';
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface Server {
  /** Its address, with the closing slash. */
  address: string;
  /** What has been served so far; whoever empties it starts counting anew. */
  served: Served[];
  close: () => void;
}

/** @param folder as `vite build` leaves it. `vite preview` would not compress */
export async function serveCompressed(folder: string): Promise<Server> {
  const served: Served[] = [];
  const bodies = new Map<string, Buffer>();
  const bodyOf = (path: string): Buffer => {
    let body = bodies.get(path);
    if (!body) {
      const plain = readFileSync(join(folder, path));
      // A typeface is compressed in itself.
      body = extname(path) === '.woff2' ? plain : gzipSync(plain, { level: 9 });
      bodies.set(path, body);
    }
    return body;
  };
  const server = createServer((request, response) => {
    const asked = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const path = asked === '/' ? '/index.html' : asked;
    const { referer = '', 'sec-fetch-dest': purpose } = request.headers;
    const by = purpose === 'worker' || /worker[^/]*\.js/.test(referer) ? 'worker' : 'page';
    try {
      const body = bodyOf(path);
      served.push({ path, at: Date.now(), bytes: body.length, by });
      response.writeHead(200, {
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
        'content-length': body.length,
        'cache-control': 'no-store',
        ...(extname(path) !== '.woff2' && { 'content-encoding': 'gzip' }),
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    served,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
