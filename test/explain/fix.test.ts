import { describe, expect, it } from 'vitest';
import { fixesFor } from '../../src/explain/fix.ts';
import { MESHES } from '../../src/mesh/index.ts';
import { OFFERS } from '../../src/mesh/offers.ts';
import type { Cause } from '../../src/model/finding.ts';
import type { Scenario } from '../../src/model/options.ts';
import { type Judgement, SEVERITY } from '../../src/model/verdict.ts';
import { handshake } from '../mesh/handshakes.ts';
import { everyFix } from './every-fix.ts';
import { measured, SIDECAR, SOMEBODY } from './measurements.ts';

const ids = (scenario: Scenario, parts: Parameters<typeof measured>[0] = {}): string[] =>
  fixesFor(measured(parts), { scenario }).map(({ id }) => id);

const OWN_NAME = 'sidecar~10.0.0.2~prober-0.default~default.svc.cluster.local';

const istio = (posture: Cause['posture'], declared: Cause['declared']): Cause => ({ ...SIDECAR, posture, declared });

describe('an Istio sidecar', () => {
  it.each<[string, Scenario, Cause, string | undefined, string[]]>([
    [
      'permissive, undeclared',
      'server-in-mesh',
      istio('permissive', 'auto'),
      undefined,
      ['declare-tcp-and-disable-mtls', 'exclude-inbound-port', 'enter-by-gateway', 'mesh-the-client'],
    ],
    [
      'permissive, taken for HTTP',
      'server-in-mesh',
      istio('permissive', 'http'),
      undefined,
      ['declare-tcp-and-disable-mtls', 'exclude-inbound-port', 'enter-by-gateway', 'mesh-the-client'],
    ],
    [
      'permissive, declared already',
      'server-in-mesh',
      istio('permissive', 'tcp'),
      undefined,
      ['disable-mtls-on-port', 'exclude-inbound-port', 'enter-by-gateway', 'mesh-the-client'],
    ],
    [
      'strict',
      'server-in-mesh',
      istio('strict', 'auto'),
      undefined,
      ['declare-tcp-and-disable-mtls', 'exclude-inbound-port', 'enter-by-gateway', 'mesh-the-client'],
    ],
    ['both inside, undeclared', 'both-in-mesh', istio('permissive', 'auto'), undefined, ['declare-tcp']],
    ['both inside, declared', 'both-in-mesh', istio('permissive', 'tcp'), undefined, ['send-mtls']],
    [
      'both inside, by address',
      'both-in-mesh',
      istio('permissive', 'tcp'),
      '10.0.0.7',
      ['send-mtls', 'dial-the-service'],
    ],
    [
      'server outside, a name',
      'client-in-mesh',
      SOMEBODY,
      'db.example.com',
      ['service-entry', 'service-entry-with-dns-capture', 'exclude-outbound'],
    ],
    ['server outside, an address', 'client-in-mesh', SOMEBODY, '203.0.113.7', ['service-entry', 'exclude-outbound']],
    ['server outside, a Service', 'client-in-mesh', SOMEBODY, undefined, ['declare-tcp-outside', 'exclude-outbound']],
    [
      'its own sidecar, scenario unknown',
      'auto',
      { ...SOMEBODY, kind: 'own-sidecar' },
      'db.example.com',
      ['service-entry', 'service-entry-with-dns-capture', 'exclude-outbound', 'declare-tcp'],
    ],
  ])('%s', (_, scenario, cause, host, expected) => {
    expect(ids(scenario, { cause, ...(host && { host }) })).toEqual(expected);
  });

  it('holds its own client, and shows itself at the server: both are in the mesh', () => {
    const cause: Cause = { ...SOMEBODY, kind: 'own-sidecar', identity: OWN_NAME };
    const transcripts = [handshake(OFFERS[0], { alpn: 'istio-peer-exchange' })];
    expect(ids('auto', { cause, transcripts, host: '203.0.113.7' })).toEqual([
      'declare-tcp',
      'dial-the-service',
      'service-entry',
      'exclude-outbound',
    ]);
  });

  it('that takes no mutual TLS needs the declaration only', () => {
    const transcripts = [handshake(OFFERS[0], 'app-words')];
    expect(ids('server-in-mesh', { cause: SOMEBODY, transcripts })).toEqual([
      'declare-tcp-only',
      'exclude-inbound-port',
    ]);
  });

  it('is offered TLS only for protocols that have it from the first byte', () => {
    const smtp = { protocol: { name: 'smtp', version: null, speaksFirst: 'server' } } as const;
    expect(ids('server-in-mesh', smtp)).toContain('implicit-tls');
    expect(ids('server-in-mesh')).not.toContain('implicit-tls');
  });
});

describe('where nobody said who is where', () => {
  it('each fix of a proven sidecar says for whom it is', () => {
    const titles = fixesFor(measured(), { scenario: 'auto' }).map(({ id, title }) => [id, title.split(': ', 1)[0]]);
    expect(titles[0]).toEqual(['declare-tcp-and-disable-mtls', 'client outside the mesh, server inside']);
    expect(titles.at(-1)).toEqual(['declare-tcp', 'client and server in the mesh']);
  });

  it('and no mesh has shown itself, each says so', () => {
    const fixes = fixesFor(measured({ cause: SOMEBODY }), { scenario: 'auto' });
    expect(fixes.length).toBeGreaterThan(0);
    for (const { title } of fixes) expect(title).toMatch(/^if it is Istio, client /);
  });

  it('nothing is put before the title when all is known', () => {
    for (const { title } of fixesFor(measured(), { scenario: 'server-in-mesh' }))
      expect(title).not.toMatch(/^(if|client)/);
  });
});

describe('other meshes', () => {
  it.each<[string, Cause['kind'], Scenario, string[]]>([
    ['Linkerd', 'linkerd-proxy', 'both-in-mesh', ['linkerd-opaque-port']],
    [
      'Linkerd',
      'linkerd-proxy',
      'server-in-mesh',
      ['linkerd-opaque-port', 'linkerd-opaque-server', 'linkerd-skip-inbound-port'],
    ],
    ['Linkerd', 'linkerd-proxy', 'client-in-mesh', ['linkerd-skip-outbound-port']],
    ['Kuma', 'kuma-dataplane', 'server-in-mesh', ['kuma-exclude-inbound-port', 'kuma-mesh-the-client']],
  ])('%s: %s, %s', (_, kind, scenario, expected) => {
    expect(ids(scenario, { cause: { ...SOMEBODY, kind } })).toEqual(expected);
  });

  it('a delay of 10 s is taken for Linkerd, likely', () => {
    const judgement: Judgement = {
      kind: 'delayed',
      confidence: 'certain',
      detectionTimeoutMs: 10_004,
      silentMs: 10_006,
      nudgedMs: 2,
    };
    const fixes = fixesFor(measured({ cause: SOMEBODY, judgement }), { scenario: 'both-in-mesh' });
    expect(fixes.map(({ title }) => title)).toEqual([
      'if it is Linkerd: make the port opaque, on the Service and on the pods',
    ]);
  });
});

describe('each recipe', () => {
  const all = MESHES.flatMap(({ recipes }) => recipes.map(({ id }) => id));

  it('comes out somewhere', () => {
    const reached = new Set(everyFix().map(({ fix }) => fix.id));
    expect(all.filter((id) => !reached.has(id))).toEqual([]);
  });

  it('has an id of its own', () => {
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('verdicts that no mesh can turn', () => {
  const turned = ['stalled', 'delayed', 'mtls-required', 'misdeclared'];

  it.each(Object.keys(SEVERITY).filter((kind) => !turned.includes(kind)))('%s has no fix', (kind) => {
    expect(ids('auto', { judgement: { kind } as Judgement })).toEqual([]);
  });

  it('nor has a server that is to blame itself', () => {
    expect(ids('auto', { cause: { ...SOMEBODY, kind: 'server' } })).toEqual([]);
    expect(ids('auto', { cause: null })).toEqual([]);
  });
});
