import { describe, expect, it } from 'vitest';
import { LANDMARKS, readWhereabouts } from '../../src/mesh/whereami.ts';
import type { Landmark, LandmarkAnswer } from '../../src/model/whereabouts.ts';

const [AGENT, ISTIO_ENVOY, LINKERD, KUMA, CONSUL] = LANDMARKS;
const envoy = (id: string): string => JSON.stringify({ version: 'x/1.40.0', state: 'LIVE', node: { id } });
const SIDECAR = 'sidecar~10.0.0.7~mysql-0.db~db.svc.cluster.local';
const answer = (landmark: Landmark, body: string, status = 200): LandmarkAnswer => ({ landmark, status, body });

describe('readWhereabouts', () => {
  it.each<[string, LandmarkAnswer[], string | null, string, string | null]>([
    ['an Istio sidecar', [answer(AGENT, ''), answer(ISTIO_ENVOY, envoy(SIDECAR))], 'istio', 'certain', SIDECAR],
    ['its agent alone', [answer(AGENT, '')], 'istio', 'likely', null],
    [
      'a proxy that is not ready yet',
      [answer(AGENT, 'no', 503), answer(ISTIO_ENVOY, envoy(SIDECAR))],
      'istio',
      'certain',
      SIDECAR,
    ],
    ['a Linkerd proxy', [answer(LINKERD, 'ready\n')], 'linkerd', 'likely', null],
    ['a Kuma data plane', [answer(KUMA, envoy('default.mysql-0.db'))], 'kuma', 'certain', 'default.mysql-0.db'],
    ['a Consul proxy', [answer(CONSUL, envoy('mysql-sidecar-proxy'))], 'consul', 'certain', 'mysql-sidecar-proxy'],
    ['nobody', [], null, 'possible', null],
    [
      'another server on that port',
      [answer(AGENT, `<html>${'x'.repeat(100)}</html>`), answer(ISTIO_ENVOY, '{}')],
      null,
      'possible',
      null,
    ],
    ['an Envoy of nobody there', [answer(ISTIO_ENVOY, envoy('my-edge'))], null, 'possible', null],
    ['a name that is none', [answer(KUMA, envoy('a\u001b[31m'))], null, 'possible', null],
    ['no JSON', [answer(CONSUL, 'server_info')], null, 'possible', null],
  ])('%s', (_, answers, mesh, confidence, proxy) => {
    expect(readWhereabouts(answers)).toMatchObject({ mesh, confidence, proxy });
  });

  it('tells what it rests on', () => {
    expect(readWhereabouts([answer(AGENT, ''), answer(LINKERD, 'ready')]).seen).toEqual([AGENT]);
  });
});

it('asks for nothing that changes anything', () => {
  for (const { path } of LANDMARKS) expect(path).toMatch(/^\/(?:healthz\/)?(?:ready|server_info)$/);
});
