import { createServer, type Socket } from 'node:net';
import { PEER_NAMES, PEERS, type PeerName } from './peers.ts';

/** The parent process asks for what this peer has received. */
export type Question = { readonly id: number; readonly peer: PeerName };
/** The first message gives the ports; each other answers a question. */
export type Answer =
  | { readonly kind: 'ports'; readonly ports: Readonly<Partial<Record<PeerName, number>>> }
  | { readonly kind: 'received'; readonly id: number; readonly connections: readonly string[] };

/** Bytes of each connection so far, by peer: shows what reached the application through a proxy. */
const received: Partial<Record<PeerName, string[]>> = {};

const record = (name: PeerName, socket: Socket): void => {
  const connections = received[name] ?? [];
  received[name] = connections;
  const index = connections.push('') - 1;
  socket.on('data', (chunk: Buffer) => {
    connections[index] = `${connections[index]}${chunk.toString('latin1')}`.slice(0, 4_096);
  });
  socket.on('error', () => socket.destroy());
};

const serve = (name: Exclude<PeerName, 'dead'>): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer({ allowHalfOpen: false, noDelay: true }, (socket) => {
      record(name, socket);
      PEERS[name](socket);
    });
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0, backlog: 1_024 }, () => {
      const address = server.address();
      resolve(address && typeof address === 'object' ? address.port : 0);
    });
  });

const ports: Partial<Record<PeerName, number>> = {};
for (const name of PEER_NAMES) if (name !== 'dead') ports[name] = await serve(name);

process.on('message', (question: Question) => {
  const connections = received[question.peer] ?? [];
  process.send?.({ kind: 'received', id: question.id, connections } satisfies Answer);
});
process.on('disconnect', () => process.exit(0));
process.send?.({ kind: 'ports', ports } satisfies Answer);
