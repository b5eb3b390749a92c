import { runnable } from './run.ts';

export default runnable({
  name: 'nginx',
  package: 'nginx-light',
  protocol: 'http',
  speaksFirst: 'client',
  program: '/usr/sbin/nginx',
  files: ({ folder, address, port }) => ({
    'nginx.conf': `${[
      'daemon off;',
      'worker_processes 1;',
      `pid ${folder}/pid;`,
      'events { worker_connections 64; }',
      'http {',
      '  access_log off;',
      ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `  ${kind}_temp_path ${folder}/${kind};`),
      `  server { listen ${address}:${port}; location / { return 200 "hello\\n"; } }`,
      '}',
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/nginx', '-e', 'stderr', '-c', `${folder}/nginx.conf`],
});
