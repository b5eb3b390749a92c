import { runnable } from './run.ts';

/** The port of group communication, beside the one for SQL. */
export default runnable({
  name: 'galera',
  package: 'mariadb-server',
  protocol: 'galera',
  speaksFirst: 'server',
  program: '/usr/lib/galera/libgalera_smm.so',
  readyMs: 60_000,
  before: ({ folder }) => [
    [
      'mariadb-install-db',
      '--no-defaults',
      `--datadir=${folder}/data`,
      '--skip-test-db',
      '--basedir=/usr',
      `--tmpdir=${folder}`,
    ],
  ],
  command: ({ folder, address, port }) => [
    '/usr/sbin/mariadbd',
    ...[
      '--no-defaults',
      `--datadir=${folder}/data`,
      `--tmpdir=${folder}`,
      '--skip-networking',
      `--socket=${folder}/sock`,
    ],
    ...[
      '--innodb-buffer-pool-size=8M',
      '--innodb-log-file-size=4M',
      '--performance-schema=0',
      `--pid-file=${folder}/pid`,
    ],
    ...['--wsrep-on=ON', '--wsrep-provider=/usr/lib/galera/libgalera_smm.so', '--wsrep-cluster-address=gcomm://'],
    ...[
      '--binlog-format=ROW',
      '--innodb-autoinc-lock-mode=2',
      `--wsrep-node-address=${address}`,
      '--wsrep-sst-method=skip',
    ],
    `--wsrep-provider-options=gmcast.listen_addr=tcp://${address}:${port};base_host=${address};gcache.size=1M`,
  ],
});
