import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Carelessness, Order, Outcomes, Path } from './mysql-blocking.orders.ts';
import { describeReal } from './requirements.ts';

// MariaDB exempts 127.0.0.1 and counts only clients whose name it can look up, so this wants a network and a hosts file of its own.
const SPACE = `deadair${process.pid}`;
const HOSTS = `/etc/netns/${SPACE}`;
const SERVER = '192.0.2.1';
const CLIENT = '192.0.2.2';
const SIDECAR = '192.0.2.6';
const NAMES = `127.0.0.1 localhost\n${SERVER} db.example\n${CLIENT} prober.example\n${SIDECAR} sidecar.example\n`;

/** How many whole probes a user must survive. */
const PROBES = 200;
/** The server's max_connect_errors: far below its default of 100. */
const LIMIT = 10;

type Login = 'let in' | 'blocked';

const CARELESS: readonly (readonly [Carelessness, Login])[] = [
  ['greeting and away', 'blocked'],
  ['quiet nudge and away', 'blocked'],
];

// Which connections MariaDB counts, by its own host_cache. A login that is refused is never one of them.
// - The quiet nudge: where no port or scheme says MySQL. Where one does, the login takes its place.
// - Each handshake but the first on an automatic port: the sidecar hands it over, or connects before it asks for a certificate.
/** Path, how the target is written, if the proxy is asked who it is; the verdict, the errors of one probe, and a login after all. */
const ROWS: readonly (readonly [Path, '' | 'mysql://', 'identify' | 'no-identify', string, number, Login])[] = [
  ['direct', 'mysql://', 'identify', 'server-first', 0, 'let in'],
  ['direct', '', 'identify', 'server-first', 0, 'let in'],
  ['permissive-auto', 'mysql://', 'identify', 'stalled', 0, 'let in'],
  ['permissive-auto', 'mysql://', 'no-identify', 'stalled', 0, 'let in'],
  ['permissive-tcp', 'mysql://', 'identify', 'stalled', 1, 'blocked'],
  ['permissive-auto', '', 'identify', 'stalled', 1, 'blocked'],
  ['permissive-auto', '', 'no-identify', 'stalled', 1, 'blocked'],
  ['strict-auto', 'mysql://', 'identify', 'mtls-required', 1, 'blocked'],
  ['strict-auto', 'mysql://', 'no-identify', 'misdeclared', 1, 'blocked'],
];

const ORDER: Order = {
  ...{ server: SERVER, client: CLIENT, sidecar: SIDECAR, limit: LIMIT, probes: PROBES },
  careless: CARELESS.map(([manner]) => manner),
  visits: ROWS.map(([path, words, identify]) => ({ path, words, identify: identify === 'identify' })),
};

const ip = (...argv: string[]): boolean => spawnSync('ip', argv).status === 0;
const child = fileURLToPath(new URL('./mysql-blocking.child.ts', import.meta.url));

const makeSpace = (): void => {
  ip('netns', 'add', SPACE);
  mkdirSync(HOSTS, { recursive: true });
  writeFileSync(`${HOSTS}/hosts`, NAMES);
  for (const address of [SERVER, CLIENT, SIDECAR]) ip('-n', SPACE, 'address', 'add', `${address}/32`, 'dev', 'lo');
  ip('-n', SPACE, 'link', 'set', 'lo', 'up');
  // Who does not say where they come from come from here, and not from the address they go to.
  ip('-n', SPACE, 'route', 'change', 'table', 'local', 'local', SERVER, 'dev', 'lo', 'src', CLIENT);
};

const removeSpace = (): void => {
  ip('netns', 'del', SPACE);
  rmSync(HOSTS, { recursive: true, force: true });
  // Gone too, unless somebody else keeps something there.
  try {
    rmdirSync('/etc/netns');
  } catch {}
};

describeReal(`MariaDB with max_connect_errors at ${LIMIT}`, ['mariadb', 'envoy', 'openssl', 'namespaces'], () => {
  let outcomes: Outcomes = { careless: [], visits: [] };

  beforeAll(async () => {
    makeSpace();
    const inSpace = ['netns', 'exec', SPACE, process.execPath, '--import', 'tsx', child, JSON.stringify(ORDER)];
    const { stdout } = await promisify(execFile)('ip', inSpace, { timeout: 170_000 });
    outcomes = JSON.parse(stdout) as Outcomes;
  }, 180_000);

  afterAll(removeSpace);

  it.each(CARELESS.map((row, index) => [...row, index] as const))(
    `a client that takes no care, ${2 * LIMIT} times %s: %s`,
    (_manner, login, index) => {
      expect(outcomes.careless[index]).toBe(login);
    },
  );

  it.each(ROWS.map((row, index) => [...row, index] as const))(
    `${PROBES} probes, %s, "%s", %s: %s, %i errors each, and then a user is %s`,
    (_path, _words, _identify, verdict, errorsEach, login, index) => {
      expect(outcomes.visits[index]).toEqual({ verdicts: [verdict], errorsEach, login });
    },
  );
});
