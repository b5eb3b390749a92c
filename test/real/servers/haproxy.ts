import { runnable } from './run.ts';

export default runnable({
  name: 'haproxy',
  package: 'haproxy',
  protocol: 'http',
  speaksFirst: 'client',
  program: '/usr/sbin/haproxy',
  files: ({ address, port }) => ({
    'haproxy.cfg': `${[
      'defaults',
      '  mode http',
      '  timeout connect 1s',
      '  timeout client 5s',
      '  timeout server 5s',
      'frontend web',
      `  bind ${address}:${port}`,
      '  default_backend nobody',
      'backend nobody',
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/haproxy', '-db', '-f', `${folder}/haproxy.cfg`],
});
