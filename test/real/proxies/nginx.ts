import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startProgram } from '../program.ts';
import { NGINX_STREAM_MODULE, programOf } from '../requirements.ts';
import { type Backends, type Box, isOpen, type ProxyProgram } from './proxy.ts';

/** How long `ssl_preread` waits for a ClientHello; 30 s is nginx's default. */
const PREREAD_TIMEOUTS = { 'nginx-preread-2s': '2s', 'nginx-preread-5s': '5s', 'nginx-preread-30s': '30s' } as const;

export type NginxBox = keyof typeof PREREAD_TIMEOUTS;

/** One nginx with a stream server for each box in front of each backend. */
export const startNginx = async (backends: Backends): Promise<ProxyProgram<NginxBox>> => {
  const folder = mkdtempSync(join(tmpdir(), 'deadair-nginx-'));
  chmodSync(folder, 0o755);
  const config = join(folder, 'nginx.conf');
  const boxes = await boxesOf(backends);
  writeFileSync(config, configOf(folder, boxes, backends));
  const first = boxes[0];
  const isReady = async () => first !== undefined && (await isOpen(first.port));
  const program = await startProgram(programOf('nginx'), ['-p', folder, '-e', 'stderr', '-c', config], isReady);
  return {
    port: (name, backend) => boxes.find((box) => box.name === name && box.backend === backend)?.port ?? 0,
    log: program.log,
    stop: async () => {
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const boxesOf = async (backends: Backends): Promise<readonly Box<NginxBox>[]> => {
  const boxes: Box<NginxBox>[] = [];
  for (const name of Object.keys(PREREAD_TIMEOUTS) as NginxBox[])
    for (const backend of Object.keys(backends)) boxes.push({ name, backend, port: await freePort() });
  return boxes;
};

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
