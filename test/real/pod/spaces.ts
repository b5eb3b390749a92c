import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Program, startProgram } from '../program.ts';

/** Istio's sidecar runs under this number, by which the redirection knows and spares it. */
export const SIDECAR_GROUP = 1_337;

/** A port that the pod's annotations would exclude: its connections bypass the sidecar. */
const EXCLUDED_PORT = 3_310;

export const POD_ADDRESS = '10.203.0.2';
export const SERVER_ADDRESS = '10.203.0.7';

const BITS = 24;

/** A pod and the rest of its world: two network namespaces, joined by a cable. */
export interface Spaces {
  /** Runs a program to its end. */
  run(where: Where, argv: readonly string[]): Promise<{ readonly status: number; readonly stdout: string }>;
  start(where: Where, argv: readonly string[], isReady: () => Promise<boolean>): Promise<Program>;
  isListening(where: Where, port: number): Promise<boolean>;
  remove(): void;
}

export type Where = 'pod' | 'world';

export const makeSpaces = (): Spaces => {
  const names = { pod: `da-pod-${process.pid}`, world: `da-world-${process.pid}` };
  const remove = () => {
    for (const name of Object.values(names)) spawnSync('ip', ['netns', 'del', name]);
  };
  remove();
  const { pod, world } = names;
  for (const name of [pod, world]) {
    ip('netns', 'add', name);
    ip('-n', name, 'link', 'set', 'lo', 'up');
  }
  ip('link', 'add', 'eth0', 'netns', pod, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', world);
  for (const [name, address] of [[pod, POD_ADDRESS] as const, [world, SERVER_ADDRESS] as const]) {
    ip('-n', name, 'address', 'add', `${address}/${BITS}`, 'dev', 'eth0');
    ip('-n', name, 'link', 'set', 'eth0', 'up');
  }
  ip('-n', pod, 'route', 'add', 'default', 'via', SERVER_ADDRESS);
  call('ip', ['netns', 'exec', pod, 'nft', '-f', '-'], REDIRECTION);
  const inside = (where: Where, argv: readonly string[]) => ['netns', 'exec', names[where], ...argv];
  const run: Spaces['run'] = (where, argv) =>
    new Promise((resolve) => {
      execFile('ip', inside(where, argv), { cwd: ROOT, timeout: 60_000 }, (error, stdout) =>
        resolve({ status: error ? Number(error.code ?? 1) : 0, stdout }),
      );
    });
  return {
    run,
    isListening: async (where, port) => (await run(where, ['ss', '-Hltn', `sport = :${port}`])).stdout !== '',
    start: (where, argv, isReady) => startProgram('ip', inside(where, argv), isReady),
    remove,
  };
};

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** What istio-iptables makes of a pod's outgoing connections: all to the sidecar, but its own and what stays on the machine. */
const REDIRECTION = `
table ip nat {
  chain output {
    type nat hook output priority -100;
    oifname "lo" return
    meta skgid ${SIDECAR_GROUP} return
    tcp dport ${EXCLUDED_PORT} return
    meta l4proto tcp redirect to :15001
  }
}
`;

const ip = (...argv: string[]): void => call('ip', argv);

const call = (program: string, argv: readonly string[], input = ''): void => {
  const { status, stderr } = spawnSync(program, argv, { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${argv.join(' ')}: ${stderr}`);
};
