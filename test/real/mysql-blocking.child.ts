/** Runs inside the namespace that mysql-blocking.test.ts made: visits a MariaDB in each manner, and tells whether it still lets its visitors in. */
import { execFileSync } from 'node:child_process';
import { connect } from 'node:net';
import { PROBES } from '../../probes/index.ts';
import mysql from '../../probes/mysql.ts';
import { QUIET_NUDGE } from '../../src/experiment/nudges.ts';
import { probeAll } from '../../src/experiment/probe-all.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';
import type { Target } from '../../src/model/target.ts';
import { nodeWorld } from '../../src/net/node.ts';
import { parseTargets } from '../../src/targets/parse.ts';
import { SHAPES } from './envoy/shapes.ts';
import { type Envoy, startEnvoy } from './envoy/start.ts';
import type { Carelessness, Order, Outcome, Path, Visits } from './mysql-blocking.orders.ts';
import mariadb from './servers/mariadb.ts';

const order = JSON.parse(process.argv[2] ?? '') as Order;

/** So many sidecars, so that so many probes can be under way: deadair makes one experiment at a time at one endpoint. */
const SIDECARS = 100;
/** Enough for all legs to come before it is over. */
const PATIENCE_MS = 2_500;
const BLOCKS_NOBODY = 1_000_000;

const server = await mariadb.start({
  // On all addresses: what is asked of it from 127.0.0.1 is never counted.
  address: '0.0.0.0',
  files: { 'init.sql': "CREATE USER visitor@'%' IDENTIFIED BY '';\n" },
  extra: ['--init-file=../init.sql', '--skip-name-resolve=0', '--performance-schema=ON', '--max-connections=500'],
});

const sql = (query: string): string =>
  execFileSync('/usr/bin/mariadb', ['--host=127.0.0.1', `--port=${server.port}`, '--user=root', '-NB', '-e', query], {
    encoding: 'utf8',
  });

const errorsCounted = (): number => Number(sql('SELECT SUM(SUM_CONNECT_ERRORS) FROM performance_schema.host_cache'));

const forgetErrors = (limit: number): string => sql(`SET GLOBAL max_connect_errors=${limit}; FLUSH HOSTS`);

/** Where the probes of one row go: all of them to one server, and through as many sidecars as there are. */
const targetsOf = ({ path, words }: Visits, envoy: Envoy, count: number): readonly Target[] =>
  Array.from({ length: count }, (_, index) => {
    const place =
      path === 'direct'
        ? `${order.server}:${server.port}`
        : `127.0.0.1:${envoy.port(nameOf(path, index % SIDECARS), 'mariadb')}`;
    return [...parseTargets(`${words}${place}`, PROBES)];
  }).flat();

const nameOf = (path: Path, index: number): string => `${path}-${index}`;

/** Whole probes, with everything deadair does unless it is told not to. The verdicts they come to. */
const probeWhole = async (visits: Visits, envoy: Envoy, count: number): Promise<readonly string[]> => {
  const world = nodeWorld();
  const verdicts = new Set<string>();
  const options = { ...DEFAULT_OPTIONS, patienceMs: PATIENCE_MS, perHost: 2 * SIDECARS, identify: visits.identify };
  for await (const { judgement } of probeAll(targetsOf(visits, envoy, count), options, world, PROBES))
    verdicts.add(judgement.kind);
  world.close();
  return [...verdicts];
};

/** One connection of somebody who takes no care: what to say at once, and away at the first byte. */
const visitCarelessly = (manner: Carelessness): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect({ host: order.server, port: server.port });
    const done = () => resolve();
    socket.once('close', done).once('error', done);
    if (manner === 'quiet nudge and away') socket.write(QUIET_NUDGE, 'latin1');
    socket.once('data', () => socket.destroy());
  });

/** Logs in as a user that exists, with the packet that deadair leaves by, from an address of which errors may have been counted. */
const logIn = (localAddress: string): Promise<string> =>
  new Promise((resolve) => {
    const [{ hear, say }] = mysql.goodbye;
    const socket = connect({ host: order.server, port: server.port, localAddress }).setEncoding('latin1');
    let heard = '';
    const done = () => {
      socket.destroy();
      if (/\0\0\x02\0/.test(heard)) resolve('let in');
      else resolve(/is blocked/.test(heard) ? 'blocked' : heard);
    };
    socket.once('close', done).once('error', done);
    socket.on('data', (chunk: string) => {
      heard += chunk;
      if (hear.test(chunk)) socket.write(say.replace('deadair', 'visitor'), 'latin1');
      else done();
    });
  });

const outcomeOf = async (visits: Visits, envoy: Envoy): Promise<Outcome> => {
  forgetErrors(BLOCKS_NOBODY);
  const verdicts = await probeWhole(visits, envoy, SIDECARS);
  const errorsEach = errorsCounted() / SIDECARS;
  forgetErrors(order.limit);
  await probeWhole(visits, envoy, order.probes);
  return { verdicts, errorsEach, login: await logIn(visits.path === 'direct' ? order.client : order.sidecar) };
};

const paths = [...new Set(order.visits.map(({ path }) => path))].filter((path) => path !== 'direct');
const sidecars = paths.flatMap((path) =>
  Array.from({ length: SIDECARS }, (_, index) => [nameOf(path, index), SHAPES[path]] as const),
);
const envoy = await startEnvoy(
  Object.fromEntries(sidecars),
  { mariadb: server.port },
  { sourceAddress: order.sidecar },
);
const careless: string[] = [];
for (const manner of order.careless) {
  forgetErrors(order.limit);
  for (let visit = 0; visit < 2 * order.limit; visit += 1) await visitCarelessly(manner);
  careless.push(await logIn(order.client));
}
const visits: Outcome[] = [];
for (const row of order.visits) visits.push(await outcomeOf(row, envoy));
await envoy.stop();
await server.stop();
process.stdout.write(JSON.stringify({ careless, visits }));
