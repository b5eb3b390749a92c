import { connect, createServer } from 'node:net';

/** Stands before a server and writes down what it is sent: the server's own log, whoever made the server. */
export interface Recorder {
  readonly port: number;
  /** The bytes of each connection so far, latin1, in the order they came. */
  connections(): readonly string[];
  stop(): Promise<void>;
}

export const startRecorder = (serverPort: number): Promise<Recorder> =>
  new Promise((resolve, reject) => {
    const received: string[] = [];
    const recorder = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
      const index = received.push('') - 1;
      const server = connect({ host: '127.0.0.1', port: serverPort, allowHalfOpen: true, noDelay: true });
      client.on('data', (chunk: Buffer) => {
        received[index] = `${received[index]}${chunk.toString('latin1')}`.slice(0, 4_096);
      });
      client.pipe(server).pipe(client);
      // A reset of one side is one to the other.
      client.on('error', () => server.resetAndDestroy());
      server.on('error', () => client.resetAndDestroy());
      client.on('close', () => server.destroy());
    });
    recorder.once('error', reject);
    recorder.listen({ host: '127.0.0.1', port: 0, backlog: 256 }, () => {
      const address = recorder.address();
      const port = address && typeof address === 'object' ? address.port : 0;
      const stop = () => new Promise<void>((done) => recorder.close(() => done()));
      resolve({ port, connections: () => received, stop });
    });
  });
