import { type Backends, type Box, type ProxyProgram, startProxy } from './proxy.ts';

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
export const startHaproxy = (backends: Backends): Promise<ProxyProgram<HaproxyBox>> =>
  startProxy(
    {
      program: 'haproxy',
      names: Object.keys(FRONTENDS) as HaproxyBox[],
      config: (boxes) => configOf(boxes, backends),
      args: (config) => ['-f', config, '-db'],
    },
    backends,
  );

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
