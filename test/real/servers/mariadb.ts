import { mariadb } from './mariadb-recipe.ts';
import { runnable } from './run.ts';

export default runnable(
  mariadb({
    name: 'mariadb',
    protocol: 'mysql',
    version: /^10\.\d+\.\d+-MariaDB/,
    program: '/usr/sbin/mariadbd',
    options: ({ address, port }) => [
      ...[`--port=${port}`, `--bind-address=${address}`],
      ...['--innodb-flush-log-at-trx-commit=0', '--log-warnings=4'],
    ],
  }),
);
