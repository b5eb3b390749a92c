import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PeerName } from './peers.ts';
import type { Answer, Question } from './serve.ts';

/** The applications, in a process of their own so that they do not share the prober's event loop. */
export interface Peers {
  port(peer: PeerName): number;
  /** What each connection to this peer has sent so far, in the order they came. */
  received(peer: PeerName): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** tcpmux: nothing listens there, and a kernel never lends it to an outgoing connection, as it might a random one. */
const DEAD_PORT = 1;

export const startPeers = async (): Promise<Peers> => {
  const script = fileURLToPath(new URL('serve.ts', import.meta.url));
  const child = fork(script, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ports = await firstPorts(child);
  let lastId = 0;
  return {
    port: (peer) => (peer === 'dead' ? DEAD_PORT : (ports[peer] ?? 0)),
    received: (peer) => {
      lastId += 1;
      return ask(child, { id: lastId, peer });
    },
    stop: () => stop(child),
  };
};

const firstPorts = (child: ChildProcess): Promise<Readonly<Partial<Record<PeerName, number>>>> =>
  new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the peers ended with ${code}`)));
    child.once('message', (answer: Answer) => {
      if (answer.kind === 'ports') resolve(answer.ports);
      else reject(new Error('the peers told no ports'));
    });
  });

const ask = (child: ChildProcess, question: Question): Promise<readonly string[]> =>
  new Promise((resolve) => {
    const hear = (answer: Answer) => {
      if (answer.kind !== 'received' || answer.id !== question.id) return;
      child.off('message', hear);
      resolve(answer.connections);
    };
    child.on('message', hear);
    child.send(question);
  });

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.disconnect();
  });
