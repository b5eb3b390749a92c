import type { RealServer, Recipe } from './real-server.ts';
import { runnable } from './run.ts';
import { selfSigned } from './self-signed.ts';

type Differences = Pick<Recipe, 'name' | 'inside'> & {
  /** What comes after the handshake. */
  readonly behind: (folder: string) => readonly string[];
  readonly before?: (folder: string) => readonly (readonly string[])[];
};

/** TLS before whatever there is. */
export const stunnel = ({ behind, before = () => [], ...known }: Differences): RealServer =>
  runnable({
    ...known,
    package: 'stunnel4',
    protocol: 'tls',
    speaksFirst: 'client',
    program: '/usr/bin/stunnel4',
    files: ({ folder, address, port }) => ({
      'stunnel.conf': `${[
        ...['foreground = yes', 'pid =', '[tls]', `accept = ${address}:${port}`, ...behind(folder)],
        ...[`key = ${folder}/key.pem`, `cert = ${folder}/cert.pem`],
      ].join('\n')}\n`,
    }),
    before: ({ folder }) => [selfSigned(folder), ...before(folder)],
    command: ({ folder }) => ['/usr/bin/stunnel4', `${folder}/stunnel.conf`],
  });
