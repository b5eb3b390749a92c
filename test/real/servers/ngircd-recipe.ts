import type { Place, RealServer, Recipe } from './real-server.ts';
import { runnable } from './run.ts';

type Differences = Pick<Recipe, 'name' | 'protocol'> &
  Partial<Pick<Recipe, 'inside' | 'before'>> & {
    /** Where it listens without TLS. */
    readonly plainPort: (place: Place) => number;
    /** What stands after the rest of its configuration. */
    readonly more: (place: Place) => readonly string[];
  };

/** ngIRCd that looks nobody up. */
export const ngircd = ({ plainPort, more, ...known }: Differences): RealServer =>
  runnable({
    ...known,
    package: 'ngircd',
    speaksFirst: 'client',
    program: '/usr/sbin/ngircd',
    files: (place) => ({
      'ngircd.conf': `${[
        ...['[Global]', 'Name = irc.example.org', 'Info = test', 'ServerUID = 65534', 'ServerGID = 65534'],
        ...[`Listen = ${place.address}`, `Ports = ${plainPort(place)}`],
        ...['[Options]', 'DNS = no', 'Ident = no', 'PAM = no'],
        ...more(place),
      ].join('\n')}\n`,
    }),
    command: ({ folder }) => ['/usr/sbin/ngircd', '-n', '-f', `${folder}/ngircd.conf`],
  });
