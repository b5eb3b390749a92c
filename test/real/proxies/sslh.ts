import { freePort, startProgram } from '../program.ts';
import { programOf } from '../requirements.ts';
import { isOpen } from './proxy.ts';

/** One sslh: sorts SSH, TLS and HTTP on one port by the client's first bytes. */
export interface Sslh {
  readonly port: number;
  log(): string;
  stop(): Promise<void>;
}

/** A silent client gets `ssh` after the timeout, as the manual advises; so does one whose bytes nobody knows. */
export const startSslh = async (
  timeoutS: number,
  targets: { ssh: number; http: number; tls: number },
): Promise<Sslh> => {
  const port = await freePort();
  const args = [
    '--foreground',
    `--timeout=${timeoutS}`,
    '--on-timeout=ssh',
    `--listen=127.0.0.1:${port}`,
    `--ssh=127.0.0.1:${targets.ssh}`,
    `--tls=127.0.0.1:${targets.tls}`,
    `--http=127.0.0.1:${targets.http}`,
    `--anyprot=127.0.0.1:${targets.ssh}`,
  ];
  const program = await startProgram(programOf('sslh'), args, () => isOpen(port));
  return { port, log: program.log, stop: program.stop };
};
