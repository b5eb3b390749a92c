import { NGINX_STREAM_MODULE } from '../requirements.ts';
import { type Backends, type Box, type ProxyProgram, startProxy } from './proxy.ts';

/** How long `ssl_preread` waits for a ClientHello; 30 s is nginx's default. */
const PREREAD_TIMEOUTS = { 'nginx-preread-2s': '2s', 'nginx-preread-5s': '5s', 'nginx-preread-30s': '30s' } as const;

export type NginxBox = keyof typeof PREREAD_TIMEOUTS;

/** One nginx with a stream server for each box in front of each backend. */
export const startNginx = (backends: Backends): Promise<ProxyProgram<NginxBox>> =>
  startProxy(
    {
      program: 'nginx',
      names: Object.keys(PREREAD_TIMEOUTS) as NginxBox[],
      config: (boxes, folder) => configOf(folder, boxes, backends),
      args: (config, folder) => ['-p', folder, '-e', 'stderr', '-c', config],
    },
    backends,
  );

const configOf = (folder: string, boxes: readonly Box<NginxBox>[], backends: Backends): string => `
load_module ${NGINX_STREAM_MODULE};
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 2048; }
stream {
${boxes
  .map(
    (box) => `  server {
    listen 127.0.0.1:${box.port};
    ssl_preread on;
    preread_timeout ${PREREAD_TIMEOUTS[box.name]};
    proxy_connect_timeout 5s;
    proxy_pass 127.0.0.1:${backends[box.backend]};
  }`,
  )
  .join('\n')}
}
`;
