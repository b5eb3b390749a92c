import { runnable } from './run.ts';

export default runnable({
  name: 'pgbouncer',
  package: 'pgbouncer',
  protocol: 'postgresql',
  speaksFirst: 'client',
  program: '/usr/sbin/pgbouncer',
  files: ({ folder, address, port }) => ({
    'pgbouncer.ini': `${[
      '[databases]',
      '* = host=127.0.0.1 port=1',
      '[pgbouncer]',
      `listen_addr = ${address}`,
      `listen_port = ${port}`,
      'auth_type = any',
      `unix_socket_dir = ${folder}`,
      `pidfile = ${folder}/pid`,
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/pgbouncer', `${folder}/pgbouncer.ini`],
});
