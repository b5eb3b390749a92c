import { FROM_INSIDE, type Story } from '../story.ts';
import { cluster, plainRule } from './cluster.ts';

/** Client and server with a sidecar each: the client's waits, or the server's for a client that speaks plain text to it. */
export const BOTH_IN_MESH: readonly Story[] = [
  { ...FROM_INSIDE, name: 'both inside', objects: cluster('both', 'smtp'), fix: 'declare-tcp' },
  {
    ...FROM_INSIDE,
    name: 'both inside, strict',
    objects: cluster('both', 'smtp'),
    meshMode: 'STRICT',
    fix: 'declare-tcp',
  },
  {
    ...FROM_INSIDE,
    name: 'both inside, a database',
    server: 'mariadb',
    objects: cluster('both', 'db'),
    fix: 'declare-tcp',
  },
  {
    ...FROM_INSIDE,
    name: 'both inside, a database taken for HTTP',
    server: 'mariadb',
    objects: cluster('both', 'http-db'),
    before: 'misdeclared',
    fix: 'declare-tcp',
  },
  {
    ...FROM_INSIDE,
    name: 'both inside, no mutual TLS',
    objects: cluster('both', 'smtp'),
    meshMode: 'DISABLE',
    fix: 'declare-tcp',
  },
  {
    ...FROM_INSIDE,
    name: 'both inside, a pod by its address',
    objects: cluster('both', 'tcp-smtp'),
    vantage: 'meshed-client-to-pod',
    fix: 'dial-the-service',
    vantageAfter: 'meshed-client',
  },
  {
    ...FROM_INSIDE,
    name: 'both inside, a pod by its address, declared only',
    objects: cluster('both', 'smtp'),
    vantage: 'meshed-client-to-pod',
    fix: 'declare-tcp',
    after: 'stalled',
  },
  {
    ...FROM_INSIDE,
    name: 'both inside, plain by a rule',
    objects: cluster('both', 'tcp-smtp', plainRule),
    fix: 'send-mtls',
  },
];
