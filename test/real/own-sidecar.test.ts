import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import type { Outlook } from '../../src/model/whereabouts.ts';
import { describeFinding } from './findings.ts';
import { NODE_ID, startSidecar } from './pod/sidecar.ts';
import { makeSpaces, POD_ADDRESS, SERVER_ADDRESS, type Spaces, type Where } from './pod/spaces.ts';
import type { Program } from './program.ts';
import { describeReal } from './requirements.ts';

const NODE = [process.execPath, '--import', 'tsx'];
const DEADAIR = [...NODE, fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))];
const SERVERS = [...NODE, fileURLToPath(new URL('./pod/servers.child.ts', import.meta.url))];
const HOLD = [process.execPath, '-e', `require('node:net').connect(3307, '${SERVER_ADDRESS}')`];

const server = (port: number): string => `${SERVER_ADDRESS}:${port}`;

let spaces: Spaces;
let programs: Pick<Program, 'stop'>[] = [];

/** A pod with that sidecar, if any, and servers: at 3310 stands a sidecar of the server's. */
const setUp = async (sidecar: 'counting' | 'not counting'): Promise<void> => {
  spaces = makeSpaces();
  programs = [
    await startServers('world', SERVER_ADDRESS, '3307,3308,3311,8080,2525', '3310'),
    await startServers('pod', '0.0.0.0', '3307', ''),
    await startSidecar(spaces, sidecar === 'counting'),
  ];
};

const tearDown = async (): Promise<void> => {
  for (const program of programs) await program.stop();
  spaces.remove();
};

const startServers = (where: Where, address: string, greeting: string, waiting: string): Promise<Program> =>
  spaces.start(where, [...SERVERS, address, greeting, waiting], () => spaces.isListening(where, 3_307));

const probe = async (where: Where, ...targets: string[]): Promise<Report> => {
  const { stdout } = await spaces.run(where, [...DEADAIR, ...targets, '--format', 'json', '--patience', '2500ms']);
  return JSON.parse(stdout) as Report;
};

const whereami = async (where: Where, ...words: string[]): Promise<Outlook> =>
  JSON.parse((await spaces.run(where, [...DEADAIR, 'whereami', ...words, '--format', 'json'])).stdout) as Outlook;

const NEEDS = ['envoy', 'nftables', 'namespaces'] as const;

describeReal('a pod with a real Envoy beside the prober', NEEDS, () => {
  beforeAll(() => setUp('counting'));
  afterAll(tearDown);

  describe('deadair probe', () => {
    let report: Report;
    let findings: ReadonlyMap<string, Finding>;
    beforeAll(async () => {
      const targets = [3_307, 3_308, 3_309, 3_310, 3_311, 8_080, 8_081, 2_525, 2_526].map(server);
      report = await probe('pod', ...targets, '127.0.0.1:3307', `${POD_ADDRESS}:3307`);
      findings = new Map(report.findings.map((finding) => [finding.target.input, finding]));
    });

    const findingOf = (target: string): Finding => {
      const finding = findings.get(target);
      if (!finding) throw new Error(`nothing was found of ${target}`);
      return finding;
    };

    it.each([
      ['a port that is not declared', server(3_307), 'stalled', 'own-sidecar', 'certain'],
      ['a port that HTTP services share', server(8_080), 'stalled', 'own-sidecar', 'certain'],
      ['a port of a mesh that gives up', server(3_311), 'delayed', 'own-sidecar', 'certain'],
      ['a dead server', server(3_309), 'intercepted', 'own-sidecar', 'likely'],
      ['a dead server that no listener knows', server(2_526), 'intercepted', 'own-sidecar', 'likely'],
      ['an HTTP service without a pod', server(8_081), 'intercepted', 'own-sidecar', 'likely'],
      ['an excluded port, and a sidecar there', server(3_310), 'stalled', 'sniffing-proxy', 'certain'],
      ['a declared port', server(3_308), 'server-first', undefined, undefined],
      ['a port that no listener knows', server(2_525), 'server-first', undefined, undefined],
      ['loopback', '127.0.0.1:3307', 'server-first', undefined, undefined],
      ["the pod's own address", `${POD_ADDRESS}:3307`, 'server-first', undefined, undefined],
    ])('%s', (_, target, verdict, cause, confidence) => {
      const finding = findingOf(target);
      const seen = [finding.verdict.kind, finding.cause?.kind, finding.cause?.confidence];
      expect(seen, describeFinding(finding)).toEqual([verdict, cause, confidence]);
    });

    it('names the proxy, and what the client can change', () => {
      expect(report.vantage.proxy).toEqual({ mesh: 'istio', name: NODE_ID });
      const { cause, verdict, fixes } = findingOf(server(3_307));
      expect(cause?.identity).toBe(NODE_ID);
      expect(verdict.sentence).toContain("the prober's own sidecar waits before it dials");
      expect(fixes.map(({ id }) => id)).toEqual([
        'service-entry',
        'exclude-outbound',
        'declare-tcp',
        'dial-the-service',
      ]);
      expect(fixes[0]?.title).toMatch(/^client in the mesh, server outside: /);
    });

    it('asks nobody beside us where it is to identify nobody', async () => {
      const { findings: again, vantage } = await probe('pod', server(3_307), '--no-identify');
      expect(again.map(({ verdict, cause }) => [verdict.kind, cause?.kind])).toEqual([['stalled', 'sniffing-proxy']]);
      expect(vantage).not.toHaveProperty('proxy');
    });

    it('says from outside the pod that the server is well', async () => {
      const { findings: direct } = await probe('world', server(3_307));
      expect(direct.map(({ verdict }) => verdict.kind)).toEqual(['server-first']);
    });
  });

  describe('deadair whereami', () => {
    it('names the mesh, the proxy and the inspectors', async () => {
      const { whereabouts, waysOut, baseline } = await whereami('pod', server(3_307), server(8_080), server(3_311));
      expect(whereabouts).toMatchObject({ mesh: 'istio', confidence: 'certain', proxy: NODE_ID });
      expect(whereabouts.seen.map(({ port }) => port)).toEqual([15_021, 15_000]);
      const until = { timeoutMs: 0, onTimeout: 'continue' };
      expect(waysOut.map((way) => way.kind === 'told' && way.path)).toEqual([
        { ...until, listener: `${SERVER_ADDRESS}_3307`, inspectors: ['http'] },
        { ...until, listener: '0.0.0.0_8080', inspectors: ['tls', 'http'] },
        { ...until, listener: `${SERVER_ADDRESS}_3311`, inspectors: ['http'], timeoutMs: 1_000 },
      ]);
      expect(baseline).toEqual(['127.0.0.1', POD_ADDRESS]);
    });

    it.each([
      ['pod', 'istio', 'accepted'],
      ['world', null, 'failed'],
    ] as const)('in the %s is in %s, and a connection to nobody is %s', async (where, mesh, outcome) => {
      const { whereabouts, dial } = await whereami(where, '--dial');
      expect([whereabouts.mesh, dial?.outcome]).toEqual([mesh, outcome]);
    });

    it('counts a connection that waits', async () => {
      expect((await whereami('pod', '--stuck')).stuck).toEqual({ listeners: [] });
      const isHeld = async () => (await whereami('pod', '--stuck')).stuck?.listeners?.length === 1;
      const holder = await spaces.start('pod', HOLD, isHeld);
      const { stuck } = await whereami('pod', '--stuck');
      await holder.stop();
      expect(stuck).toEqual({ listeners: [{ listener: `${SERVER_ADDRESS}_3307`, connections: 1 }] });
    });
  });
});

describeReal('a pod whose Envoy counts as little as Istio has it', NEEDS, () => {
  beforeAll(() => setUp('not counting'));
  afterAll(tearDown);

  it('says how to let it count', async () => {
    expect((await whereami('pod', '--stuck')).stuck).toEqual({ listeners: null });
    const { stdout } = await spaces.run('pod', [...DEADAIR, 'whereami', '--stuck']);
    expect(stdout).toContain('sidecar.istio.io/statsInclusionSuffixes');
  });
});
