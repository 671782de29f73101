/** A static host as there are many: files of a folder under some path, and nothing else. What it serves can be exchanged. */
import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.webmanifest', 'application/manifest+json'],
]);

export class Host {
  /** From the root of the server, with a slash at both ends. */
  readonly path: string;
  /** What is served; undefined: nothing is found. */
  folder: string | undefined;
  /** Paths that were asked for, below {@link path}. */
  readonly asked: string[] = [];
  #server: Server | undefined;
  #port = 0;

  constructor(folder: string, path = '/') {
    this.folder = folder;
    this.path = path;
  }
  get url(): string {
    return `http://localhost:${this.#port}${this.path}`;
  }

  /** Again after {@link stop}: at the same place. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      void this.#answer(request.url ?? '').then(({ status, type, body }) =>
        response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'max-age=0' }).end(body),
      );
    });
    await new Promise<void>((resolve) => server.listen(this.#port, 'localhost', resolve));
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }
  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve) ?? resolve(undefined));
  }

  async #answer(url: string): Promise<{ status: number; type: string; body: Buffer | string }> {
    const { pathname } = new URL(url, 'http://localhost');
    const path = pathname.startsWith(this.path) ? pathname.slice(this.path.length) || 'index.html' : '';
    this.asked.push(path);
    try {
      if (path === '' || path.includes('..') || this.folder === undefined) throw new Error('not here');
      const type = TYPES.get(extname(path)) ?? 'application/octet-stream';
      return { status: 200, type, body: await readFile(join(this.folder, path)) };
    } catch {
      return { status: 404, type: 'text/plain', body: 'Not found' };
    }
  }
}
