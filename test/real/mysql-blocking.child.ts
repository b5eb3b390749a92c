/** Runs inside the namespace that mysql-blocking.test.ts made: visits a MariaDB thirty times in each manner, and tells if it still lets us in. */
import { connect } from 'node:net';
import mysql from '../../probes/mysql.ts';
import { QUIET_NUDGE } from '../../src/experiment/nudges.ts';
import type { Exchange } from '../../src/model/probe.ts';
import mariadb from './servers/mariadb.ts';

const [serverAddress = '', clientAddress = ''] = process.argv.slice(2);
const VISITS = 30;
const [login] = mysql.goodbye;

/** How to visit: what to say at once, and how to leave. */
const MANNERS: Readonly<Record<string, { readonly first: string; readonly goodbye: readonly Exchange[] }>> = {
  'greeting and goodbye': { first: '', goodbye: mysql.goodbye },
  'login at once': { first: mysql.opening, goodbye: mysql.goodbye.slice(1) },
  'greeting and away': { first: '', goodbye: [] },
  'quiet nudge and away': { first: QUIET_NUDGE, goodbye: [] },
};

/** One connection, all it heard. It leaves when there is nothing more to say, or at the server's end. */
const visit = (port: number, first: string, goodbye: readonly Exchange[]): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect({ host: serverAddress, port, localAddress: clientAddress });
    const left = [...goodbye];
    let heard = '';
    const done = () => resolve(heard);
    socket.setEncoding('latin1').once('close', done).once('error', done);
    if (first !== '') socket.write(first, 'latin1');
    socket.on('data', (chunk: string) => {
      heard += chunk;
      const next = left[0];
      if (next?.hear?.test(chunk)) socket.write(left.shift()?.say ?? '', 'latin1');
      else if (left.length === 0 && first === '' && goodbye.length === 0) socket.destroy();
      else if (first === QUIET_NUDGE) socket.destroy();
    });
  });

/** The same packet, with the name of a user that exists. */
const asVisitor: readonly Exchange[] = [{ ...login, say: login.say.replace('deadair', 'visitor') }];

const canLogIn = async (port: number): Promise<string> => {
  const socketText = await new Promise<string>((resolve) => {
    const socket = connect({ host: serverAddress, port, localAddress: clientAddress });
    let heard = '';
    const done = () => {
      socket.destroy();
      resolve(heard);
    };
    socket.setEncoding('latin1').once('close', done).once('error', done);
    socket.on('data', (chunk: string) => {
      heard += chunk;
      if (asVisitor[0]?.hear?.test(chunk)) socket.write(asVisitor[0].say, 'latin1');
      else done();
    });
  });
  if (/\0\0\x02\0/.test(socketText)) return 'let in';
  return /is blocked/.test(socketText) ? 'blocked' : socketText;
};

const outcomes: Record<string, string> = {};
for (const [manner, { first, goodbye }] of Object.entries(MANNERS)) {
  const server = await mariadb.start({
    address: serverAddress,
    files: { 'init.sql': "CREATE USER visitor@'%' IDENTIFIED BY '';\n" },
    extra: ['--max-connect-errors=10', '--init-file=../init.sql', '--skip-name-resolve=0'],
  });
  for (let visits = 0; visits < VISITS; visits += 1) await visit(server.port, first, goodbye);
  outcomes[manner] = await canLogIn(server.port);
  await server.stop();
}
process.stdout.write(JSON.stringify(outcomes));
