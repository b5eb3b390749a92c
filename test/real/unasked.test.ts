import { afterAll, beforeAll, expect, it } from 'vitest';
import { probe } from '../../src/index.ts';
import type { Finding } from '../../src/model/finding.ts';
import { makeCertificate } from './envoy/certificates.ts';
import { listenerOf } from './envoy/listener.ts';
import { SHAPES, type ShapeName } from './envoy/shapes.ts';
import { describeFinding } from './findings.ts';
import { clusterOf, type Proxies, socket, startListeners } from './fixes/paths.ts';
import type { PeerName } from './peers/peers.ts';
import { type Peers, startPeers } from './peers/start.ts';
import { freePort } from './program.ts';
import { type Recorder, startRecorder } from './recorder.ts';
import { describeReal } from './requirements.ts';

type Way = ShapeName | 'direct';

/** Nobody holds anything back: whoever speaks first is heard at once. */
const OPEN: readonly Way[] = ['direct', 'disable-tcp'];
/** Sidecars that wait, which a client-first server never notices: it does not see the silent connection either. */
const SNIFFING: readonly Way[] = ['permissive-auto', 'permissive-tcp', 'disable-auto', 'outbound-auto'];

/** What frees an answer, and for HTTP a request that asks which server it is. */
const CLIENT_FIRST: readonly (readonly [peer: PeerName, spoken: number])[] = [
  ['http', 2],
  ['redis', 1],
  ['constant', 1],
  ['hesitant', 1],
];

/** The way, the server, the verdict, and how many connections the server itself may see. */
type Cell = readonly [way: Way, peer: PeerName, verdict: string, most: number];

const CELLS: readonly Cell[] = [
  ...OPEN.flatMap((way): Cell[] => [
    // One, unless this machine was so late that a greeting had to be looked at again.
    [way, 'smtp', 'server-first', 3],
    [way, 'unknown', 'server-first', 3],
    // Until it has greeted, it may be anything: it is asked in HTTP and in TLS too, and watched once more.
    [way, 'slow', 'slow', 8],
    ...CLIENT_FIRST.map(([peer, spoken]): Cell => [way, peer, 'healthy', 1 + spoken]),
  ]),
  ...SNIFFING.flatMap((way) => CLIENT_FIRST.map(([peer, spoken]): Cell => [way, peer, 'healthy', spoken])),
];

/** Who is asked once something stalls: a server that its proxy keeps from seeing Istio's names, and those that see them. */
const STALLED: readonly (readonly [way: Way, peer: PeerName, seen: string])[] = [
  ['disable-auto', 'smtp', "Istio's names"],
  ['outbound-auto', 'smtp', "Istio's names"],
  ['permissive-auto', 'smtp', 'a bare handshake'],
];

const keyOf = (way: Way, peer: PeerName): string => `${way}--${peer}`;

describeReal(
  'a server in front of which nothing stalls is not asked whose sidecar it has',
  ['envoy', 'openssl'],
  () => {
    const recorders = new Map<string, Recorder>();
    const ports = new Map<string, number>();
    const findings = new Map<string, Finding>();
    let peers: Peers;
    let proxies: Proxies;

    const place = async (way: Way, peer: PeerName, certificate: ReturnType<typeof makeCertificate>) => {
      const key = keyOf(way, peer);
      const recorder = await startRecorder(peers.port(peer));
      recorders.set(key, recorder);
      ports.set(key, way === 'direct' ? recorder.port : await freePort());
      if (way === 'direct') return [];
      const listener = { ...listenerOf(key, key, SHAPES[way], certificate), address: socket(ports.get(key) ?? 0) };
      return [{ listener, cluster: clusterOf(key, recorder.port) }];
    };

    beforeAll(async () => {
      peers = await startPeers();
      const certificate = makeCertificate();
      const cells = [...CELLS, ...STALLED];
      const placed = (await Promise.all(cells.map(([way, peer]) => place(way, peer, certificate)))).flat();
      proxies = await startListeners(
        placed.map(({ listener }) => listener),
        placed.map(({ cluster }) => cluster),
      );
      const report = await probe(
        [...ports.values()].map((port) => `127.0.0.1:${port}`),
        { perHost: 64, concurrency: 8 },
      );
      for (const [key, port] of ports) {
        const finding = report.findings.find(({ target }) => target.port === port);
        if (finding) findings.set(key, finding);
      }
    }, 90_000);

    afterAll(async () => {
      await proxies?.stop();
      await peers?.stop();
      for (const recorder of recorders.values()) await recorder.stop();
    });

    const logOf = (way: Way, peer: PeerName): readonly string[] => recorders.get(keyOf(way, peer))?.connections() ?? [];

    /** What the proxy's own TLS has seen: handshakes that it ended itself never reach the server. */
    const handshakesAt = async (way: Way, peer: PeerName): Promise<number> => {
      const stats = await proxies.admin.listenerStats(keyOf(way, peer));
      const ended = ['ssl.handshake', 'ssl.connection_error', 'ssl.fail_verify_no_cert'];
      return ended.reduce((sum, name) => sum + (stats[name] ?? 0), 0);
    };

    it.each(CELLS)('%s, %s: %s, and the server saw %d connections at most', async (way, peer, verdict, most) => {
      const finding = findings.get(keyOf(way, peer)) as Finding;
      expect(finding.verdict.kind, describeFinding(finding)).toBe(verdict);
      const log = logOf(way, peer);
      expect(log.filter((bytes) => bytes.includes('istio'))).toEqual([]);
      if (way !== 'direct') expect(await handshakesAt(way, peer)).toBe(0);
      const isSniffing = SNIFFING.includes(way);
      const arrived = finding.transcripts.filter(
        ({ events }) => !isSniffing || events.some(({ kind }) => kind === 'sent'),
      );
      expect(log, describeFinding(finding)).toHaveLength(arrived.length);
      expect(log.length).toBeLessThanOrEqual(most);
    });

    it.each(STALLED)('and it would show: %s, %s stalls, and the server saw %s', async (way, peer, seen) => {
      const finding = findings.get(keyOf(way, peer)) as Finding;
      expect(finding.verdict.kind, describeFinding(finding)).toBe('stalled');
      const hellos = logOf(way, peer).filter((bytes) => bytes.startsWith('\x16\x03'));
      expect(hellos.length).toBeGreaterThan(0);
      expect(hellos.some((bytes) => bytes.includes('istio-peer-exchange'))).toBe(seen === "Istio's names");
      expect((await handshakesAt(way, peer)) > 0).toBe(way.startsWith('permissive'));
    });
  },
);
