import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { probe } from '../../src/index.ts';
import type { Finding } from '../../src/model/finding.ts';
import { SHAPES } from './envoy/shapes.ts';
import { type Envoy, startEnvoy } from './envoy/start.ts';
import { describeFinding } from './findings.ts';
import { describeReal } from './requirements.ts';
import { REAL_SERVERS } from './servers/index.ts';
import type { RealServer, Running } from './servers/real-server.ts';

const WAYS = ['direct', 'permissive-auto'] as const;
type Way = (typeof WAYS)[number];

/** Verdicts that put it down to a proxy: never where there is none, however little is known of the server. */
const OF_PROXIES = ['stalled', 'delayed', 'mtls-required', 'intercepted'];

/** Enough for two cores, and for the memory of one machine. */
const AT_ONCE = 16;
const PATIENCE_MS = 3_000;

const FIRST: { readonly [W in Way]: { readonly [S in RealServer['speaksFirst']]: string } } = {
  direct: { server: 'server-first', client: 'healthy' },
  'permissive-auto': { server: 'stalled', client: 'healthy' },
};

/** Those that greet late, so that the server is called slow; two verdicts where either is right. */
const LATE: Readonly<Record<string, string>> = {
  exim: 'slow',
  sendmail: 'slow',
  proftpd: 'server-first|slow',
  x11vnc: 'server-first|slow',
};

/** What the catalogue calls it where it is inside TLS; null where nobody has made up a name. */
const nameOverTls = ({ inside }: RealServer): string | null => {
  const probe = PROBES.find(({ name }) => name === inside);
  return probe && 'overTls' in probe ? probe.overTls.names[0] : null;
};

/** How a user would write it: by the name of the protocol, as on its usual port. */
const schemeOf = (server: RealServer): string => nameOverTls(server) ?? server.protocol;

const nameOf = (server: RealServer): string =>
  nameOverTls(server) ?? (server.inside ? `${server.inside}/tls` : server.protocol);

const SERVERS: readonly RealServer[] = Object.values(REAL_SERVERS).filter((server) => server.available());
const BATCHES = Array.from({ length: Math.ceil(SERVERS.length / AT_ONCE) }, (_, index) =>
  SERVERS.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
);

/** What turns us away for a nudge tells no version, and a sidecar signs what web servers say in the clear with a name of its own. */
const isTold = (way: Way, { verdict, protocol }: Finding): boolean =>
  verdict.confidence === 'certain' && !(way !== 'direct' && protocol?.name === 'http');

describeReal('every real server, direct and behind a PERMISSIVE sidecar', ['envoy', 'openssl'], () => {
  describe.each(BATCHES.map((servers, index) => ({ index, servers })))('batch $index', ({ servers }) => {
    const running = new Map<string, Running>();
    const findings = new Map<string, Finding>();
    let envoy: Envoy | undefined;

    const portOf = (way: Way, { name }: RealServer): number =>
      way === 'direct' ? (running.get(name)?.port ?? 0) : (envoy?.port(way, name) ?? 0);

    const measure = async (way: Way, isNamed: boolean): Promise<void> => {
      const scheme = (server: RealServer) => (isNamed ? `${schemeOf(server)}://` : '');
      const targets = servers.map((server) => `${scheme(server)}127.0.0.1:${portOf(way, server)}`);
      const report = await probe(targets, { perHost: 4 * AT_ONCE, patienceMs: PATIENCE_MS });
      for (const finding of report.findings) findings.set(`${way} ${isNamed} ${finding.target.port}`, finding);
    };

    const findingOf = (way: Way, isNamed: boolean, server: RealServer): Finding => {
      const finding = findings.get(`${way} ${isNamed} ${portOf(way, server)}`);
      if (!finding) throw new Error('the report has no such finding');
      return finding;
    };

    beforeAll(async () => {
      await Promise.all(servers.map(async (server) => running.set(server.name, await server.start())));
      const backends = Object.fromEntries(servers.map(({ name }) => [name, running.get(name)?.port ?? 0]));
      // From 127.0.0.1: some take nobody else.
      const shapes = { 'permissive-auto': SHAPES['permissive-auto'] };
      envoy = await startEnvoy(shapes, backends, { sourceAddress: '127.0.0.1' });
      for (const way of WAYS) await measure(way, true);
      await measure('direct', false);
    }, 150_000);

    afterAll(async () => {
      await envoy?.stop();
      await Promise.all([...running.values()].map(({ stop }) => stop()));
    }, 30_000);

    it.each(WAYS.flatMap((way) => servers.map((server) => [way, server.name, server] as const)))(
      '%s, %s: the verdict, the name and the version',
      (way, name, server) => {
        const finding = findingOf(way, true, server);
        const late = way === 'direct' ? LATE[name] : undefined;
        const expected = late ?? FIRST[way][server.speaksFirst];
        expect(expected.split('|'), describeFinding(finding)).toContain(finding.verdict.kind);
        expect(finding.protocol?.name, describeFinding(finding)).toBe(nameOf(server));
        if (server.version && isTold(way, finding))
          expect(finding.protocol?.version ?? '', describeFinding(finding)).toMatch(server.version);
      },
    );

    for (const server of servers)
      it(`direct, ${server.name}, of which nothing is said: no proxy is blamed`, () => {
        const finding = findingOf('direct', false, server);
        expect(OF_PROXIES, describeFinding(finding)).not.toContain(finding.verdict.kind);
      });
  });
});
