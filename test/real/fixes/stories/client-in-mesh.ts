import { type Story, TO_OUTSIDE } from '../story.ts';
import { cluster, webOnThisPort } from './cluster.ts';

const shared = cluster('client', null, webOnThisPort);
const byName = { ...TO_OUTSIDE, objects: shared, host: 'db.example.com' } as const;

const entry = (port: number, protocol: string | null, address: string | null): string => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: db, namespace: shop }
spec:
  hosts: [db.example.com]
  ${address === null ? '' : `addresses: ["${address}"]`}
  ports: [{ number: ${port}, name: db${protocol === null ? '' : `, protocol: ${protocol}`} }]
  resolution: DNS
`;

/** A client with a sidecar, a server that is in nobody's. */
export const CLIENT_IN_MESH: readonly Story[] = [
  {
    ...TO_OUTSIDE,
    name: 'server outside, its Service',
    objects: cluster('client', 'smtp'),
    fix: 'declare-tcp-outside',
  },
  {
    ...TO_OUTSIDE,
    name: 'server outside on a port that nobody shares: nothing sniffs it',
    objects: cluster('client', null),
    before: 'server-first',
    fix: null,
    byHand: () => '',
  },
  {
    ...TO_OUTSIDE,
    name: 'server outside, and an HTTP service comes to share its port',
    objects: cluster('client', null),
    before: 'server-first',
    fix: null,
    byHand: (port) => JSON.stringify(webOnThisPort(port)),
    after: 'stalled',
  },
  { ...TO_OUTSIDE, name: 'server outside, by address', objects: shared, fix: 'service-entry' },
  { ...byName, name: 'server outside, by name', fix: 'service-entry' },
  {
    ...byName,
    name: 'server outside, an entry that leaves the protocol away',
    fix: null,
    byHand: (port) => entry(port, null, '127.0.0.1'),
    after: 'stalled',
  },
  {
    ...byName,
    name: 'server outside, an entry without an address on a shared port',
    fix: null,
    byHand: (port) => entry(port, 'TCP', null),
    after: 'stalled',
  },
  {
    ...byName,
    name: 'server outside, an entry without protocol or address, on a port that nobody shares',
    objects: cluster('client', null),
    before: 'server-first',
    fix: null,
    byHand: (port) => entry(port, null, null),
    after: 'stalled',
  },
  { ...byName, name: 'server outside, by a captured name', fix: 'service-entry-with-dns-capture' },
  {
    ...byName,
    name: 'server outside, by a name that is not captured',
    fix: 'service-entry-with-dns-capture',
    without: ['Deployment'],
    after: 'stalled',
  },
  {
    ...byName,
    name: 'server outside, capture without an entry',
    fix: 'service-entry-with-dns-capture',
    without: ['ServiceEntry'],
    after: 'stalled',
  },
  { ...TO_OUTSIDE, name: 'server outside, round the sidecar by address', objects: shared, fix: 'exclude-outbound' },
  {
    ...TO_OUTSIDE,
    name: 'server outside, round the sidecar by port',
    objects: shared,
    address: '2001:db8::7',
    fix: 'exclude-outbound',
  },
];
