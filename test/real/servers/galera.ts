import { mariadb } from './mariadb-recipe.ts';
import { runnable } from './run.ts';

const PROVIDER = '/usr/lib/galera/libgalera_smm.so';

/** The port of group communication, beside the one for SQL. */
export default runnable(
  mariadb({
    name: 'galera',
    protocol: 'galera',
    program: PROVIDER,
    options: ({ address, port }) => [
      ...['--skip-networking', '--binlog-format=ROW', '--innodb-autoinc-lock-mode=2'],
      ...['--wsrep-on=ON', `--wsrep-provider=${PROVIDER}`, '--wsrep-cluster-address=gcomm://'],
      ...[`--wsrep-node-address=${address}`, '--wsrep-sst-method=skip'],
      `--wsrep-provider-options=gmcast.listen_addr=tcp://${address}:${port};base_host=${address};gcache.size=1M`,
    ],
  }),
);
