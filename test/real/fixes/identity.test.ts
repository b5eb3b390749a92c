import { afterAll, beforeAll, expect, it } from 'vitest';
import { readIdentity } from '../../../src/mesh/identify.ts';
import { nextOffer } from '../../../src/mesh/offers.ts';
import type { MeshIdentity } from '../../../src/model/mesh.ts';
import type { Transcript, TranscriptEvent } from '../../../src/model/transcript.ts';
import { nodeWorld } from '../../../src/net/node.ts';
import { IDENTITY, makeCertificate, type WorkloadCertificate } from '../envoy/certificates.ts';
import { listenerOf } from '../envoy/listener.ts';
import { SHAPES, type ShapeName } from '../envoy/shapes.ts';
import type { PeerName } from '../peers/peers.ts';
import { type Peers, startPeers } from '../peers/start.ts';
import { freePort } from '../program.ts';
import { describeReal } from '../requirements.ts';
import { clusterOf, type Proxies, socket, startListeners } from './paths.ts';

const APPS: readonly PeerName[] = ['smtp', 'http', 'silent', 'closing', 'resetting', 'dead'];
const KUMA_URIS = 'spiffe://default/mysql_db_svc_3306,URI:kuma://kuma.io/protocol/tcp';

type Expected = Pick<MeshIdentity, 'mesh' | 'posture' | 'declared'>;
type Listener = ReturnType<typeof listenerOf>;

const istio = (posture: Expected['posture'], declared: Expected['declared']): Expected => ({
  mesh: 'istio',
  posture,
  declared,
});
const none: Expected = { mesh: null, posture: 'none', declared: 'unknown' };

/** Istio told not to offer its own protocol: PILOT_DISABLE_MX_ALPN. */
const withoutOwnAlpn = (listener: Listener): Listener =>
  JSON.parse(JSON.stringify(listener).replaceAll('"istio-peer-exchange","h2","http/1.1"', '"h2","http/1.1"'));

/** Kuma's permissive chain is picked by its own protocol, and agrees on none. */
const asKuma = (listener: Listener): Listener =>
  JSON.parse(
    JSON.stringify(listener)
      .replaceAll(/"application_protocols":\["istio[^\]]*\]/g, '"application_protocols":["kuma"]')
      .replaceAll(/"alpn_protocols":\[[^\]]*\],/g, ''),
  );

interface Row {
  readonly shape: ShapeName;
  readonly change?: (listener: Listener) => Listener;
  readonly uris?: string;
  /** Behind an unbroken server; where a broken one can hide something, the mesh is still the same. */
  readonly expected: Expected;
}

const ROWS: readonly (readonly [string, Row])[] = [
  ['strict auto', { shape: 'strict-auto', expected: istio('strict', 'auto') }],
  ['strict tcp', { shape: 'strict-tcp', expected: istio('strict', 'tcp') }],
  ['strict http', { shape: 'strict-http', expected: istio('strict', 'http') }],
  ['permissive auto', { shape: 'permissive-auto', expected: istio('permissive', 'auto') }],
  ['permissive tcp', { shape: 'permissive-tcp', expected: istio('permissive', 'tcp') }],
  ['permissive http', { shape: 'permissive-http', expected: istio('permissive', 'http') }],
  ['permissive, denied', { shape: 'permissive-auto-deny', expected: istio('permissive', 'auto') }],
  [
    'permissive auto, no own ALPN',
    { shape: 'permissive-auto', change: withoutOwnAlpn, expected: istio('permissive', 'unknown') },
  ],
  [
    'permissive tcp, no own ALPN',
    { shape: 'permissive-tcp', change: withoutOwnAlpn, expected: istio('permissive', 'unknown') },
  ],
  ['disabled auto', { shape: 'disable-auto', expected: none }],
  ['disabled tcp', { shape: 'disable-tcp', expected: none }],
  ["the prober's own", { shape: 'outbound-auto', expected: none }],
  [
    'Kuma permissive',
    {
      shape: 'permissive-tcp',
      change: asKuma,
      uris: KUMA_URIS,
      expected: { mesh: 'kuma', posture: 'permissive', declared: 'unknown' },
    },
  ],
  [
    'Kuma strict',
    {
      shape: 'strict-tcp',
      change: asKuma,
      uris: KUMA_URIS,
      expected: { mesh: 'kuma', posture: 'strict', declared: 'unknown' },
    },
  ],
];

const CELLS = ROWS.flatMap(([name, row]) => APPS.map((app) => [name, app, row] as const));

describeReal('who ends TLS, asked of a real Envoy', ['envoy', 'openssl'], () => {
  const world = nodeWorld();
  const ports = new Map<string, number>();
  let peers: Peers;
  let proxies: Proxies;

  beforeAll(async () => {
    peers = await startPeers();
    const listeners: object[] = [];
    for (const [name, app, row] of CELLS) {
      const port = await freePort();
      ports.set(`${name} ${app}`, port);
      listeners.push({ ...listenerFor(`${name} ${app}`, app, row), address: socket(port) });
    }
    proxies = await startListeners(
      listeners,
      APPS.map((app) => clusterOf(app, peers.port(app))),
    );
  }, 60_000);

  afterAll(async () => {
    await proxies?.stop();
    await peers?.stop();
    world.close();
  });

  it.each(CELLS)('%s before %s', async (name, app, { expected }) => {
    const transcripts: Transcript[] = [];
    for (let offer = nextOffer(transcripts); offer; offer = nextOffer(transcripts)) {
      transcripts.push(await shake(ports.get(`${name} ${app}`) ?? 0, offer));
    }
    const identity = readIdentity(transcripts);
    expect(transcripts.length).toBeLessThanOrEqual(8);
    if (isHidden(expected, app)) return expect(identity?.mesh ?? null).toBeNull();
    expect(identity).toMatchObject(knownBefore(app, name, expected));
    if (expected.mesh === 'istio') expect(identity?.identity).toBe(IDENTITY);
  });

  const shake = (port: number, offer: readonly string[]): Promise<Transcript> =>
    new Promise((resolve) => {
      const events: TranscriptEvent[] = [];
      const startedAtMs = world.now();
      const at = () => ({ atMs: world.now() - startedAtMs });
      const finish = () => {
        cancel();
        wire.destroy();
        resolve({ step: { kind: 'identify', offer, waitMs: WAIT_MS }, events, startedAtMs, lagMs: 0 });
      };
      const cancel = world.after(WAIT_MS, () => {
        events.push({ kind: 'gave-up', ...at() });
        finish();
      });
      const wire = world.connect(
        { address: '127.0.0.1', port, tls: { offer } },
        {
          opened: () => events.push({ kind: 'opened', ...at() }),
          received: (bytes) => events.push({ kind: 'received', ...at(), bytes, byteCount: bytes.length }),
          secured: (peer) => events.push({ kind: 'secured', ...at(), ...peer }),
          ended: () => {
            events.push({ kind: 'ended', ...at() });
            finish();
          },
          failed: ({ code, syscall }) => {
            events.push({ kind: 'failed', ...at(), code, syscall });
            finish();
          },
        },
      );
    });
});

const WAIT_MS = 400;
const certificates = new Map<string, WorkloadCertificate>();

function listenerFor(name: string, app: PeerName, { shape, change, uris = IDENTITY }: Row): object {
  const certificate = certificates.get(uris) ?? makeCertificate(uris);
  certificates.set(uris, certificate);
  return (change ?? ((listener) => listener))(listenerOf(name, app, SHAPES[shape], certificate));
}

/** A server that hangs up on every ClientHello tells nothing, and no mesh is seen. */
function isHidden({ mesh }: Expected, app: PeerName): boolean {
  return mesh === null && ['closing', 'resetting', 'dead'].includes(app);
}

/** Without its own ALPN a port in front of a broken server resets a bare handshake, as an HTTP port does. */
function knownBefore(app: PeerName, name: string, expected: Expected): Partial<Expected> {
  const isBroken = ['closing', 'resetting', 'dead'].includes(app);
  const { declared: _, ...known } = expected;
  return isBroken && name.endsWith('no own ALPN') ? known : expected;
}
