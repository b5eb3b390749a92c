import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startProgram } from '../program.ts';
import { programOf } from '../requirements.ts';
import { type Backends, type Box, isOpen, type ProxyProgram } from './proxy.ts';

/** What the manual of HAProxy recommends for sorting TLS from the rest: look at the first bytes, but not for ever. */
const FRONTENDS = {
  'haproxy-inspect-5s': ['tcp-request inspect-delay 5s', 'tcp-request content accept if { req.ssl_hello_type 1 }'],
  'haproxy-inspect-2s': ['tcp-request inspect-delay 2s', 'tcp-request content accept if { req.ssl_hello_type 1 }'],
  'haproxy-only-tls': [
    'tcp-request inspect-delay 2s',
    'tcp-request content accept if { req.ssl_hello_type 1 }',
    'tcp-request content reject',
  ],
} as const;

export type HaproxyBox = keyof typeof FRONTENDS;

/** One HAProxy with a frontend for each box in front of each backend. */
export const startHaproxy = async (backends: Backends): Promise<ProxyProgram<HaproxyBox>> => {
  const folder = mkdtempSync(join(tmpdir(), 'deadair-haproxy-'));
  const config = join(folder, 'haproxy.cfg');
  const boxes = await boxesOf(backends);
  writeFileSync(config, configOf(boxes, backends));
  const first = boxes[0];
  const isReady = async () => first !== undefined && (await isOpen(first.port));
  const program = await startProgram(programOf('haproxy'), ['-f', config, '-db'], isReady);
  return {
    port: (name, backend) => boxes.find((box) => box.name === name && box.backend === backend)?.port ?? 0,
    log: program.log,
    stop: async () => {
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const boxesOf = async (backends: Backends): Promise<readonly Box<HaproxyBox>[]> => {
  const boxes: Box<HaproxyBox>[] = [];
  for (const name of Object.keys(FRONTENDS) as HaproxyBox[])
    for (const backend of Object.keys(backends)) boxes.push({ name, backend, port: await freePort() });
  return boxes;
};

const configOf = (boxes: readonly Box<HaproxyBox>[], backends: Backends): string => `
global
  maxconn 2000
defaults
  mode tcp
  timeout connect 5s
  timeout client 60s
  timeout server 60s
${boxes
  .map(
    (box) => `
frontend ${box.name}-${box.backend}
  bind 127.0.0.1:${box.port}
  ${FRONTENDS[box.name].join('\n  ')}
  default_backend ${box.backend}`,
  )
  .join('\n')}
${Object.entries(backends)
  .map(
    ([name, port]) => `
backend ${name}
  server one 127.0.0.1:${port}`,
  )
  .join('\n')}
`;
