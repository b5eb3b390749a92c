import { runnable } from './run.ts';

export default runnable({
  name: 'mariadb',
  package: 'mariadb-server',
  protocol: 'mysql',
  speaksFirst: 'server',
  version: /^10\.\d+\.\d+-MariaDB/,
  program: '/usr/sbin/mariadbd',
  readyMs: 60_000,
  before: ({ folder }) => [
    [
      'mariadb-install-db',
      '--no-defaults',
      `--datadir=${folder}/data`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--basedir=/usr',
      `--tmpdir=${folder}`,
    ],
  ],
  command: ({ folder, address, port }) => [
    '/usr/sbin/mariadbd',
    '--no-defaults',
    `--datadir=${folder}/data`,
    `--tmpdir=${folder}`,
    `--port=${port}`,
    `--bind-address=${address}`,
    `--socket=${folder}/sock`,
    `--pid-file=${folder}/pid`,
    '--innodb-buffer-pool-size=8M',
    '--innodb-log-file-size=4M',
    '--innodb-flush-log-at-trx-commit=0',
    '--performance-schema=0',
    '--log-warnings=4',
  ],
});
