// Installs what the tests need and this machine lacks; each command is shown before it runs.
import { spawnSync } from 'node:child_process';

/** @returns {boolean} whether the command ended well */
export function attempt(command, args, timeout) {
  console.error(`$ ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout,
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/** Debian's package, as root or where sudo asks for no password. */
export function aptInstall(name) {
  if (process.platform !== 'linux') return false;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'apt-get', ...args];
    return attempt(command, rest, 900_000);
  };
  return apt('update') && apt('install', '-y', '--no-install-recommends', name);
}
