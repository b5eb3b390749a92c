import type { RealServer, Recipe } from './real-server.ts';
import { runnable } from './run.ts';

type Differences = Pick<Recipe, 'name' | 'protocol'> &
  Partial<Pick<Recipe, 'inside' | 'before'>> & {
    readonly scheme: 'ldap' | 'ldaps';
    /** What stands after the rest of its configuration. */
    readonly settings: (folder: string) => readonly string[];
  };

/** An OpenLDAP without a directory. */
export const slapd = ({ scheme, settings, ...known }: Differences): RealServer =>
  runnable({
    ...known,
    package: 'slapd',
    speaksFirst: 'client',
    program: '/usr/sbin/slapd',
    files: ({ folder }) => ({
      'slapd.conf': `${['include /etc/ldap/schema/core.schema', `pidfile ${folder}/pid`, ...settings(folder)].join('\n')}\n`,
    }),
    command: ({ folder, address, port }) => [
      '/usr/sbin/slapd',
      ...['-d', '0', '-h', `${scheme}://${address}:${port}`, '-f', `${folder}/slapd.conf`],
    ],
  });
