import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startProgram } from '../program.ts';
import { programOf } from '../requirements.ts';

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

/** How to run one such program. */
export interface Setup<Name extends string> {
  readonly program: 'haproxy' | 'nginx';
  readonly names: readonly Name[];
  /** Its configuration, and the arguments that make it stay in the foreground with it. */
  config(boxes: readonly Box<Name>[], folder: string): string;
  args(config: string, folder: string): readonly string[];
}

/** One program with a listener for each of its boxes in front of each backend. */
export const startProxy = async <Name extends string>(
  setup: Setup<Name>,
  backends: Backends,
): Promise<ProxyProgram<Name>> => {
  const folder = mkdtempSync(join(tmpdir(), `deadair-${setup.program}-`));
  // Its workers are somebody else.
  chmodSync(folder, 0o755);
  const path = join(folder, 'config');
  const boxes = await boxesOf(setup.names, backends);
  writeFileSync(path, setup.config(boxes, folder));
  const first = boxes[0];
  const isReady = async () => first !== undefined && (await isOpen(first.port));
  const program = await startProgram(programOf(setup.program), setup.args(path, folder), isReady);
  return {
    port: (name, backend) => boxes.find((box) => box.name === name && box.backend === backend)?.port ?? 0,
    log: program.log,
    stop: async () => {
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const boxesOf = async <Name extends string>(
  names: readonly Name[],
  backends: Backends,
): Promise<readonly Box<Name>[]> => {
  const boxes: Box<Name>[] = [];
  for (const name of names)
    for (const backend of Object.keys(backends)) boxes.push({ name, backend, port: await freePort() });
  return boxes;
};

export const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
