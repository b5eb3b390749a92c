import { describe, expect, it } from 'vitest';
import { readIdentity } from '../../src/mesh/identify.ts';
import { OFFERS } from '../../src/mesh/offers.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { CONSUL_PROXY, handshake, KUMA_DATAPLANE, type Met, nudged, SPIRE } from './handshakes.ts';

const [ANY, TCP, NONE, KUMA] = OFFERS;
const PEER: Met = { alpn: 'istio-peer-exchange' };
const H2: Met = { alpn: 'h2' };
const BARE: Met = { alpn: null };

/** What each offer met: all of Istio's, Istio's for TCP, none, Kuma's. */
type Row = readonly [any: Met | null, tcp: Met | null, none: Met | null, kuma?: Met];

function legs([any, tcp, none, kuma]: Row): Transcript[] {
  const met = [
    [ANY, any],
    [TCP, tcp],
    [NONE, none],
    [KUMA, kuma ?? null],
  ] as const;
  return met.flatMap(([offer, what]) => (what === null ? [] : [handshake(offer, what)]));
}

describe("Istio's evidence table, as measured with Envoy 1.40", () => {
  it.each<[string, Row, string, string, string]>([
    ['strict auto', [H2, PEER, BARE], 'strict', 'auto', 'certain'],
    ['strict tcp', [PEER, PEER, BARE], 'strict', 'tcp', 'certain'],
    ['strict tcp, the second offer saved', [PEER, null, BARE], 'strict', 'tcp', 'certain'],
    ['strict http', [H2, H2, BARE], 'strict', 'http', 'likely'],
    ['permissive auto, plain server', [H2, PEER, 'app-words'], 'permissive', 'auto', 'certain'],
    ['permissive auto, TLS server', [H2, PEER, 'app-certificate'], 'permissive', 'auto', 'certain'],
    ['permissive auto, server that waits on', [H2, PEER, 'silence'], 'permissive', 'auto', 'certain'],
    ['permissive auto, TLS server that alerts', [H2, PEER, 'alert'], 'permissive', 'auto', 'certain'],
    [
      'permissive auto, server with a SPIRE certificate',
      [H2, PEER, 'spire-certificate'],
      'permissive',
      'auto',
      'certain',
    ],
    ['permissive tcp', [PEER, PEER, 'app-words'], 'permissive', 'tcp', 'certain'],
    ['permissive http', [H2, H2, 'reset'], 'permissive', 'http', 'likely'],
    ['access denied, permissive auto, reset', [H2, PEER, 'reset'], 'permissive', 'auto', 'likely'],
    ['access denied, permissive auto, fin', [H2, PEER, 'fin'], 'permissive', 'auto', 'likely'],
    ['dead server, permissive tcp', [PEER, null, 'reset'], 'permissive', 'tcp', 'likely'],
    ['not asked without ALPN', [H2, PEER, null], 'unknown', 'auto', 'certain'],
    ['second offer only', ['reset', PEER, BARE], 'strict', 'unknown', 'certain'],
    [
      'no alert, server in a black hole',
      [{ alpn: 'istio-peer-exchange', end: 'nothing' }, null, BARE],
      'strict',
      'tcp',
      'certain',
    ],
    ['certificate and fin', [{ alpn: 'istio-peer-exchange', end: 'fin' }, null, BARE], 'strict', 'tcp', 'certain'],
    ['certificate and reset', [{ alpn: 'istio-peer-exchange', end: 'reset' }, null, BARE], 'strict', 'tcp', 'certain'],
    [
      'TLS 1.2, ALPN seen',
      [{ alpn: 'istio-peer-exchange', tls: 'TLSv1.2' }, null, { alpn: null, tls: 'TLSv1.2' }],
      'strict',
      'tcp',
      'certain',
    ],
    [
      'TLS 1.2, ALPN not seen',
      [{ alpn: null, tls: 'TLSv1.2' }, null, { alpn: null, tls: 'TLSv1.2' }],
      'strict',
      'unknown',
      'likely',
    ],
  ])('%s', (_, row, posture, declared, confidence) => {
    expect(readIdentity(legs(row))).toEqual({
      mesh: 'istio',
      posture,
      declared,
      identity: 'spiffe://cluster.local/ns/db/sa/mysql',
      confidence,
    });
  });
});

describe("a mesh without Istio's ALPN (PILOT_DISABLE_MX_ALPN)", () => {
  it.each<[string, Row, string, string]>([
    ['the server heard the bare handshake', [H2, H2, 'app-words'], '', 'unknown'],
    ['the server heard it and waits', [H2, H2, 'silence'], '', 'unknown'],
    ['reset, and the nudge freed a greeting', [H2, H2, 'reset'], '220 hi\r\n', 'unknown'],
    ['reset, and the nudge drew an HTTP error of the sidecar', [H2, H2, 'reset'], ISTIO_400(), 'http'],
    ['second offer not made', [H2, null, 'app-words'], '', 'unknown'],
  ])('%s', (_, row, plain, declared) => {
    expect(readIdentity([nudged(plain), ...legs(row)])).toMatchObject({
      mesh: 'istio',
      posture: 'permissive',
      declared,
    });
  });
});

describe('resets', () => {
  const resets = [handshake(ANY, 'reset'), handshake(ANY, 'reset'), handshake(ANY, 'reset')];

  it('prove nothing by themselves', () => {
    expect(readIdentity([...resets, handshake(TCP, 'reset'), handshake(NONE, 'reset')])).toBeNull();
  });

  it('do not outweigh a certificate with the same offer, whichever came first', () => {
    const certified = handshake(ANY, PEER);
    for (const legs of [
      [handshake(ANY, 'reset'), certified],
      [certified, handshake(ANY, 'reset')],
    ]) {
      expect(readIdentity(legs)).toMatchObject({ mesh: 'istio', declared: 'tcp' });
    }
  });

  it('without ALPN never make a port strict', () => {
    const legs = [handshake(ANY, PEER), ...[1, 2, 3].map(() => handshake(NONE, 'reset'))];
    expect(readIdentity(legs)?.posture).toBe('permissive');
  });

  it('without ALPN do not hide the certificate of a strict port in front of a dead server', () => {
    const legs = [handshake(ANY, PEER), handshake(NONE, 'reset'), handshake(NONE, BARE)];
    expect(readIdentity(legs)?.posture).toBe('strict');
  });
});

describe('no mesh', () => {
  it.each<[string, Row]>([
    ['plain server', ['app-words', null, null, 'app-words']],
    ['TLS server', ['app-certificate', null, null, 'app-certificate']],
    ['TLS server that alerts', ['alert', null, null, 'alert']],
    ['server that waits on', ['silence', null, null, 'silence']],
    ['server with a SPIRE certificate, no ALPN', ['spire-certificate', null, 'spire-certificate', 'spire-certificate']],
  ])('%s', (_, row) => {
    expect(readIdentity(legs(row))).toEqual({
      mesh: null,
      posture: 'none',
      declared: 'unknown',
      identity: null,
      confidence: 'certain',
    });
  });

  it.each<[string, Transcript[]]>([
    ['nothing was asked', []],
    ['only plain words', [nudged('220 hi\r\n')]],
    ['refused', [handshake(ANY, 'refused')]],
    ['closed each time', [handshake(ANY, 'fin'), handshake(KUMA, 'fin')]],
  ])('and nothing learned: %s', (_, transcripts) => {
    expect(readIdentity(transcripts)).toBeNull();
  });
});

describe('a server with its own SPIFFE certificate and h2', () => {
  const grpc: Met = { alpn: 'h2', of: SPIRE };
  const bare: Met = { alpn: null, of: SPIRE };

  it('is no sidecar when it answers plain bytes', () => {
    expect(readIdentity([nudged('\x15\x03\x01\x00\x02\x02\x46'), ...legs([grpc, grpc, bare])])?.mesh).toBeNull();
  });

  it('may be one when it does not, and the confidence says so', () => {
    expect(readIdentity([nudged(''), ...legs([grpc, grpc, bare])])).toMatchObject({
      posture: 'strict',
      confidence: 'possible',
    });
  });
});

describe('other meshes', () => {
  const kuma: Met = { alpn: 'kuma', of: KUMA_DATAPLANE };
  const kumaBare: Met = { alpn: null, of: KUMA_DATAPLANE };
  const consul: Met = { alpn: null, of: CONSUL_PROXY };

  it.each<[string, Row, string, string]>([
    ['Kuma permissive', ['app-words', null, null, kuma], 'kuma', 'permissive'],
    ['Kuma permissive, closed before', ['fin', null, 'app-words', kuma], 'kuma', 'permissive'],
    ['Kuma strict', [kumaBare, null, kumaBare], 'kuma', 'strict'],
    ['Kuma, not asked without ALPN', ['reset', null, null, kuma], 'kuma', 'unknown'],
    ['Consul', [consul, null, consul], 'consul', 'strict'],
  ])('%s', (_, row, mesh, posture) => {
    expect(readIdentity(legs(row))).toMatchObject({ mesh, posture, declared: 'unknown', confidence: 'certain' });
  });
});

function ISTIO_400(): string {
  return 'HTTP/1.1 400 Bad Request\r\ncontent-length: 11\r\ncontent-type: text/plain\r\nserver: istio-envoy\r\n\r\nBad Request';
}
