import { connect } from 'node:net';

/** Ports on 127.0.0.1, by name. */
export type Backends = Readonly<Record<string, number>>;

/** A running proxy program, with one listener for each of its boxes in front of each backend. */
export interface ProxyProgram<Name extends string> {
  port(box: Name, backend: string): number;
  log(): string;
  stop(): Promise<void>;
}

/** One listener. */
export interface Box<Name extends string> {
  readonly name: Name;
  readonly backend: string;
  readonly port: number;
}

export const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
