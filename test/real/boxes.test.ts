import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probe } from '../../src/index.ts';
import type { Finding } from '../../src/model/finding.ts';
import { describeFinding } from './findings.ts';
import { PEER_NAMES, type PeerName } from './peers/peers.ts';
import { type Peers, startPeers } from './peers/start.ts';
import { type HaproxyBox, startHaproxy } from './proxies/haproxy.ts';
import { type NginxBox, startNginx } from './proxies/nginx.ts';
import type { ProxyProgram } from './proxies/proxy.ts';
import { startSslh } from './proxies/sslh.ts';
import { describeReal } from './requirements.ts';
import openssh from './servers/openssh.ts';

/** The verdict, or several where either is right; after `delayed` the detection timeout in milliseconds. */
type Row<Box> = readonly [box: Box, peer: PeerName, expected: string];

const HAPROXY: readonly Row<HaproxyBox>[] = [
  ['haproxy-inspect-5s', 'smtp', 'delayed 5000'],
  ['haproxy-inspect-5s', 'unknown', 'delayed 5000'],
  ['haproxy-inspect-5s', 'http', 'healthy'],
  ['haproxy-inspect-5s', 'redis', 'healthy'],
  ['haproxy-inspect-5s', 'silent', 'mute'],
  ['haproxy-inspect-2s', 'smtp', 'delayed 2000'],
  ['haproxy-inspect-2s', 'slow', 'delayed 2000'],
  ['haproxy-inspect-2s', 'http', 'healthy'],
  ['haproxy-inspect-2s', 'dead', 'closed'],
  // Our own ClientHello is let through, and frees the greeting.
  ['haproxy-only-tls', 'smtp', 'closed|stalled'],
  ['haproxy-only-tls', 'http', 'closed'],
];

const NGINX: readonly Row<NginxBox>[] = [
  ['nginx-preread-2s', 'smtp', 'stalled'],
  ['nginx-preread-2s', 'unknown', 'stalled'],
  ['nginx-preread-2s', 'slow', 'stalled'],
  ['nginx-preread-2s', 'http', 'healthy'],
  ['nginx-preread-2s', 'redis', 'healthy'],
  ['nginx-preread-2s', 'dead', 'closed'],
  ['nginx-preread-5s', 'smtp', 'stalled'],
  ['nginx-preread-30s', 'smtp', 'stalled'],
  ['nginx-preread-30s', 'http', 'healthy'],
  ['nginx-preread-30s', 'silent', 'mute'],
];

const LIFTED = { perHost: 256 };

const byPort = async (ports: readonly number[]): Promise<ReadonlyMap<number, Finding>> => {
  const report = await probe(
    ports.map((port) => `127.0.0.1:${port}`),
    LIFTED,
  );
  return new Map(report.findings.map((finding) => [finding.target.port, finding]));
};

/** Runs the program once, for all its rows, when the first of them is asked for. */
const measured = <Box extends string>(start: () => Promise<ProxyProgram<Box>>, rows: readonly Row<Box>[]) => {
  const run = async () => {
    const program = await start();
    const findings = await byPort(rows.map(([box, peer]) => program.port(box, peer)));
    await program.stop();
    return (box: Box, peer: PeerName) => findings.get(program.port(box, peer));
  };
  let running: ReturnType<typeof run> | undefined;
  return async (box: Box, peer: PeerName): Promise<Finding | undefined> => {
    running ??= run();
    return (await running)(box, peer);
  };
};

const expectVerdict = (finding: Finding | undefined, expected: string): void => {
  if (!finding) throw new Error('the report has no such finding');
  const [kinds = '', timeout] = expected.split(' ');
  expect(kinds.split('|'), describeFinding(finding)).toContain(finding.verdict.kind);
  if (timeout === undefined) return;
  const off = Math.abs((finding.timing.detectionTimeoutMs ?? 0) - Number(timeout));
  expect(off, describeFinding(finding)).toBeLessThanOrEqual(Number(timeout) / 10);
};

describe('proxies that sniff, and are no mesh', () => {
  let peers: Peers;
  const backends = () => Object.fromEntries(PEER_NAMES.map((name) => [name, peers.port(name)]));

  beforeAll(async () => {
    peers = await startPeers();
  });

  afterAll(() => peers?.stop());

  describeReal('haproxy', ['haproxy'], () => {
    const found = measured(() => startHaproxy(backends()), HAPROXY);

    it.each(HAPROXY)('%s, %s: %s', async (box, peer, expected) => expectVerdict(await found(box, peer), expected));
  });

  describeReal('nginx', ['nginx'], () => {
    const found = measured(() => startNginx(backends()), NGINX);

    it.each(NGINX)('%s, %s: %s', async (box, peer, expected) => expectVerdict(await found(box, peer), expected));
  });

  describeReal('sslh', ['sslh', 'openssh'], () => {
    it.each([2, 5])('with a timeout of %i s holds the greeting of a real sshd', async (timeoutS) => {
      const sshd = await openssh.start();
      const others = { tls: peers.port('http'), http: peers.port('http') };
      const sslh = await startSslh(timeoutS, { ssh: sshd.port, ...others });
      const findings = await byPort([sslh.port]);
      await sslh.stop();
      await sshd.stop();
      const finding = findings.get(sslh.port);
      expectVerdict(finding, `delayed ${timeoutS * 1_000}`);
      expect(finding?.protocol?.name).toBe('ssh');
    });

    it('in front of a web server alone hides nothing', async () => {
      const http = peers.port('http');
      const sslh = await startSslh(2, { ssh: http, tls: http, http });
      const findings = await byPort([sslh.port]);
      await sslh.stop();
      expectVerdict(findings.get(sslh.port), 'healthy');
    });
  });
});
