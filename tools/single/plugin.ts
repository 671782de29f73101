/**
 * Everything in one HTML file. Scripts stand in it compressed, as data that nobody runs; a short script unpacks them. Workers
 * are `blob:` addresses of their text, the only ones that a page from a disk may start. The policy names each script and the
 * style by its hash: nothing else runs, and nothing at all is fetched.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { build as buildWith, type Plugin, type UserConfig } from 'vite';
import { POLICY, policyText } from '../policy.ts';
import { unpack } from './unpack.ts';

interface Options {
  /** Of the page, from the root of the project: stands in the file, too. */
  icon: string;
  /** Name of what is written. */
  file: string;
  build: NonNullable<UserConfig['build']>;
  /** For each worker. */
  plugins: () => NonNullable<UserConfig['plugins']>;
}

/** How the sources start a worker; any other way would ask for a file. */
const WORKER =
  /new Worker\(\s*new URL\(\s*'([^']+)'\s*,\s*import\.meta\.url\s*\)\s*,\s*\{\s*type: 'module'\s*,?/g;

export function oneFile({ icon, file, build, plugins }: Options): Plugin {
  /** Paths of the workers' sources, by name. */
  const workers = new Map<string, string>();
  let root = '';
  return {
    name: 'one-file',
    apply: 'build',
    configResolved: (config) => void (root = config.root),
    resolveId: {
      order: 'pre',
      handler: (id) =>
        id.endsWith('/shell/trusted.ts') ? join(root, 'src/app/shell/offline/trusted-packed.ts') : undefined,
    },
    transform: {
      order: 'pre',
      handler(code, id) {
        if (!code.includes('new Worker(') || !id.includes('/src/')) return null;
        const started = code.replace(WORKER, (_, path: string) => {
          const name = basename(path).replace(/\..*/, '');
          const source = join(dirname(id.replace(/\?.*/, '')), path);
          if ((workers.get(name) ?? source) !== source) this.error(`Two workers are called ${name}.`);
          workers.set(name, source);
          // A classic script: Firefox and Chromium start no module from a `blob:` of a page on a disk.
          return `new Worker(globalThis.packedWorkers[${JSON.stringify(name)}], {`;
        });
        if (/new Worker\(\s*new URL/.test(started))
          this.error(`${id}: a worker is started in a way that the single file does not know.`);
        return { code: started, map: null };
      },
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const files = Object.values(bundle);
        const scripts = files.flatMap((one) => (one.type === 'chunk' ? [one.code] : []));
        if (scripts.length !== 1) this.error(`The single file has ${scripts.length} scripts, not one.`);
        const assets = files.flatMap((one) => (one.type === 'asset' ? [one] : []));
        const styles = assets.filter(({ fileName }) => fileName.endsWith('.css'));
        const html = assets.find(({ fileName }) => fileName.endsWith('.html'));
        const other = assets.filter((one) => one !== html && !styles.includes(one));
        if (!html || other.length > 0)
          this.error(`The single file cannot hold ${other.map(({ fileName }) => fileName).join(', ')}.`);
        const packed: [name: string, code: string][] = [];
        for (const [name, source] of workers)
          packed.push([name, await workerCode(root, source, { build, plugins: plugins() })]);
        for (const name of Object.keys(bundle)) delete bundle[name];
        this.emitFile({
          type: 'asset',
          fileName: file,
          source: assembled({
            html: String(html.source),
            icon: readFileSync(join(root, icon), 'utf8'),
            style: styles.map(({ source }) => String(source)).join(''),
            script: scripts[0],
            workers: packed,
          }),
        });
      },
    },
  };
}

async function workerCode(root: string, source: string, config: UserConfig): Promise<string> {
  const built = await buildWith({
    ...config,
    ...{ root, configFile: false, publicDir: false, logLevel: 'error' },
    build: {
      ...config.build,
      write: false,
      rolldownOptions: { ...config.build?.rolldownOptions, input: source },
    },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const [code, ...more] = outputs.flatMap((one) => (one.type === 'chunk' ? [one.code] : []));
  if (code === undefined || more.length > 0) throw new Error(`${source} is not one script.`);
  return code;
}

export interface Parts {
  /** With references to files, which are taken out. */
  html: string;
  icon: string;
  style: string;
  script: string;
  workers: readonly (readonly [name: string, code: string])[];
}

/** As policies name what may stand inline. */
export const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** In as many characters as the disk has to hold; none of them means anything in HTML. */
const pack = (text: string): string => deflateRawSync(text, { level: 9 }).toString('base64');

/** Characters that end a `style` element. */
const inStyle = (css: string): string => css.replaceAll('</', '<\\/').trim();

export function assembled({ html, icon, style, script, workers }: Parts): string {
  const css = inStyle(style);
  const unpacking = `(${unpack.toString()})();`;
  const policy = {
    ...POLICY,
    'default-src': ["'none'"],
    'script-src': [hashOf(unpacking), hashOf(script)],
    'style-src': [hashOf(css)],
    'img-src': ['data:', 'blob:'],
    'font-src': ['data:'],
    'worker-src': ['blob:'],
    'trusted-types': [...POLICY['trusted-types'], 'packed'],
  };
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policyText(policy)}">`,
    '<meta charset="utf-8" />',
  ];
  const data = [['page', script] as const, ...workers].map(
    ([name, code]) => `<script type="text/plain" data-packed="${name}">${pack(code)}</script>`,
  );
  const image = `data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}`;
  const left = html
    .replace(/\s*<script type="module"[^>]*><\/script>/g, '')
    .replace(/\s*<link rel="(stylesheet|manifest|apple-touch-icon|modulepreload)"[^>]*>/g, '')
    .replace(/\s*<meta charset="utf-8" \/>/, '')
    .replace(/(<link rel="icon" href=")[^"]*/, (_, before: string) => before + image)
    // Functions: what stands in place of a text is not read for `$&`.
    .replace('<head>', () => `<head>\n    ${head.join('\n    ')}`)
    .replace('</head>', () => `  <style>${css}</style>\n  </head>`)
    .replace('</body>', () => `  ${[...data, `<script>${unpacking}</script>`].join('\n    ')}\n  </body>`);
  const lost = /<(script|link|img)\b[^>]*\b(src|href)="(?!data:)[^"]*"/.exec(left);
  if (lost) throw new Error(`The single file refers to another: ${lost[0]}`);
  return left;
}
