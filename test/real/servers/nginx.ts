import type { Recipe } from './real-server.ts';
import { runnable } from './run.ts';

/** nginx with one page; the listening port may have more words, and the server more lines. */
export const nginxRecipe = (
  name: string,
  words = '',
  settings: (folder: string) => readonly string[] = () => [],
): Recipe => ({
  name,
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
      ...settings(folder),
      `  server { listen ${address}:${port}${words}; location / { return 200 "hello\\n"; } }`,
      '}',
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/nginx', '-e', 'stderr', '-c', `${folder}/nginx.conf`],
});

export default runnable(nginxRecipe('nginx'));
