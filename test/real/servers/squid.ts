import { runnable } from './run.ts';

export default runnable({
  name: 'squid',
  package: 'squid',
  protocol: 'http',
  speaksFirst: 'client',
  version: /^squid\/\d/,
  program: '/usr/sbin/squid',
  files: ({ folder, address, port }) => ({
    'squid.conf': `${[
      `http_port ${address}:${port}`,
      `pid_filename ${folder}/pid`,
      `coredump_dir ${folder}`,
      'access_log none',
      'cache_log /dev/stderr',
      'cache deny all',
      'http_access deny all',
      'netdb_filename none',
      'pinger_enable off',
      'visible_hostname proxy.test',
      'shutdown_lifetime 0 seconds',
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/squid', '-N', '-f', `${folder}/squid.conf`],
});
