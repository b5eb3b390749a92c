import { FROM_INSIDE, FROM_OUTSIDE, type Story } from '../story.ts';
import { cluster } from './cluster.ts';

const service = (port: number, words: string): string => `
apiVersion: v1
kind: Service
metadata: { name: mail, namespace: mail }
spec:
  ports: [{ port: ${port}, protocol: TCP, ${words} }]
`;

const policy = (spec: string): string => `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: mail, namespace: mail }
spec: ${spec}
`;

/** What people do, or are told to: with what it comes to. */
export const FOLKLORE: readonly Story[] = [
  {
    ...FROM_OUTSIDE,
    name: 'turn on TLS in the server: its TLS begins after the greeting',
    objects: cluster('server', 'smtp'),
    fix: null,
    byHand: () => '',
    serverAfter: 'mariadb',
    after: 'stalled',
  },
  {
    ...FROM_OUTSIDE,
    name: 'use STRICT',
    objects: cluster('server', 'tcp-smtp'),
    fix: null,
    byHand: () => policy('{ mtls: { mode: STRICT } }'),
    after: 'mtls-required',
  },
  {
    ...FROM_OUTSIDE,
    name: 'turn mutual TLS off and declare nothing',
    objects: cluster('server', 'smtp'),
    fix: null,
    byHand: () => policy('{ mtls: { mode: DISABLE } }'),
    after: 'stalled',
  },
  {
    ...FROM_OUTSIDE,
    name: 'take mutual TLS off the port without a selector',
    objects: cluster('server', 'tcp-smtp'),
    fix: null,
    byHand: (_, targetPort) => policy(`{ portLevelMtls: { ${targetPort}: { mode: DISABLE } } }`),
    after: 'stalled',
  },
  {
    ...FROM_OUTSIDE,
    name: 'PERMISSIVE on the port of a strict mesh',
    objects: cluster('server', 'tcp-smtp'),
    meshMode: 'STRICT',
    before: 'mtls-required',
    fix: null,
    byHand: (_, targetPort) =>
      policy(`{ selector: { matchLabels: { app: mail } }, portLevelMtls: { ${targetPort}: { mode: PERMISSIVE } } }`),
    after: 'stalled',
  },
  {
    ...FROM_INSIDE,
    name: 'name the port for its protocol',
    objects: cluster('both', 'port'),
    fix: null,
    byHand: (port) => service(port, 'name: smtp'),
    after: 'stalled',
  },
  {
    ...FROM_INSIDE,
    name: 'say the protocol in appProtocol, beside a good name',
    objects: cluster('both', 'port'),
    fix: null,
    byHand: (port) => service(port, 'name: tcp-smtp, appProtocol: smtp'),
    after: 'stalled',
  },
  {
    ...FROM_INSIDE,
    name: 'put tcp- before the name',
    objects: cluster('both', 'port'),
    fix: null,
    byHand: (port) => service(port, 'name: tcp-smtp'),
  },
];
