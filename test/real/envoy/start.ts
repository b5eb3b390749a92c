import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram } from '../program.ts';
import { programOf } from '../requirements.ts';
import { type Admin, adminAt } from './admin.ts';
import { bootstrapOf, listenerName, type Mesh } from './bootstrap.ts';

/** One real Envoy that plays every sidecar. */
export interface Envoy {
  /** Where the sidecar of this shape, in front of this backend, listens on 127.0.0.1. */
  port(shape: string, backend: string): number;
  readonly admin: Admin;
  log(): string;
  stop(): Promise<void>;
}

export const startEnvoy = async (
  shapes: Mesh['shapes'],
  backends: Mesh['backends'],
  options: Partial<Pick<Mesh, 'httpParser' | 'sourceAddress'>> = {},
): Promise<Envoy> => {
  const folder = mkdtempSync(join(tmpdir(), 'deadair-envoy-'));
  const config = join(folder, 'bootstrap.json');
  const adminFile = join(folder, 'admin');
  const mesh = { shapes, backends, httpParser: 'balsa', sourceAddress: '127.0.0.6', ...options } as const;
  writeFileSync(config, JSON.stringify(bootstrapOf(mesh)), { mode: 0o600 });
  const args = ['-c', config, '--admin-address-path', adminFile, ...ARGUMENTS];
  const program = await startProgram(programOf('envoy'), args, () => isReady(adminFile));
  const admin = adminAt(readFileSync(adminFile, 'utf8'));
  const ports = await admin.ports();
  return {
    port: (shape, backend) => portOf(ports, listenerName(shape, backend)),
    admin,
    log: program.log,
    stop: async () => {
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

// No hot restart, so that no shared memory is claimed and several can run; one worker is enough for two cores.
const ARGUMENTS = ['--disable-hot-restart', '--concurrency', '1', '--log-level', 'warn', '--use-dynamic-base-id'];

const isReady = async (adminFile: string): Promise<boolean> => {
  const address = existsSync(adminFile) ? readFileSync(adminFile, 'utf8') : '';
  return address !== '' && (await adminAt(address).isLive());
};

const portOf = (ports: ReadonlyMap<string, number>, name: string): number => {
  const port = ports.get(name);
  if (port === undefined) throw new Error(`no listener ${name}`);
  return port;
};
