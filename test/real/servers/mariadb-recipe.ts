import type { Place, Recipe } from './real-server.ts';

interface Differences extends Pick<Recipe, 'name' | 'protocol' | 'program'> {
  readonly version?: RegExp;
  /** Its own arguments, after those that keep it small and in its folder. */
  readonly options: (place: Place) => readonly string[];
}

/** MariaDB without a password, as small as it gets. */
export const mariadb = ({ options, ...known }: Differences): Recipe => ({
  ...known,
  package: 'mariadb-server',
  speaksFirst: 'server',
  readyMs: 60_000,
  before: ({ folder }) => [
    [
      ...['mariadb-install-db', '--no-defaults', `--datadir=${folder}/data`, `--tmpdir=${folder}`, '--basedir=/usr'],
      ...['--auth-root-authentication-method=normal', '--skip-test-db'],
    ],
  ],
  command: (place) => [
    '/usr/sbin/mariadbd',
    ...['--no-defaults', `--datadir=${place.folder}/data`, `--tmpdir=${place.folder}`],
    ...[`--socket=${place.folder}/sock`, `--pid-file=${place.folder}/pid`],
    ...['--innodb-buffer-pool-size=8M', '--innodb-log-file-size=4M', '--performance-schema=0'],
    ...options(place),
  ],
});
