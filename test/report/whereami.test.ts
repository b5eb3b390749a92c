import { describe, expect, it } from 'vitest';
import type { Outlook, OwnPath, WayOut } from '../../src/model/whereabouts.ts';
import { whereami } from '../../src/report/whereami.ts';

const NOWHERE: Outlook = {
  whereabouts: { mesh: null, confidence: 'possible', proxy: null, seen: [] },
  waysOut: [],
  dial: null,
  stuck: null,
  baseline: ['127.0.0.1', '10.0.0.2'],
};
const IN_ISTIO: Outlook = {
  ...NOWHERE,
  whereabouts: {
    mesh: 'istio',
    confidence: 'certain',
    proxy: 'sidecar~10.0.0.2~prober-0.default~default.svc.cluster.local',
    seen: [{ mesh: 'istio', port: 15_000, path: '/server_info' }],
  },
};
const WAITS: OwnPath = { listener: '10.0.0.7_3307', inspectors: ['http'], timeoutMs: 0, onTimeout: 'continue' };

const told = (path: Partial<OwnPath>): WayOut => ({
  host: 'db',
  port: 3_307,
  kind: 'told',
  address: '10.0.0.7',
  path: { ...WAITS, ...path },
});
const dial = (outcome: 'accepted' | 'failed' | 'no-answer'): Outlook['dial'] => ({
  address: '192.0.2.1',
  port: 9,
  outcome,
  code: outcome === 'failed' ? 'ENETUNREACH' : null,
});

/** The words, whatever the lines. */
const words = (outlook: Outlook): string => whereami(outlook, 80).replaceAll(/\s+/g, ' ');

describe('whereami', () => {
  it.each<[string, Outlook, string]>([
    ['a mesh', IN_ISTIO, 'In a mesh: istio (certain) proxy sidecar~10.0.0.2~prober-0.default'],
    ['what told so', IN_ISTIO, 'told by 127.0.0.1:15000/server_info'],
    ['no mesh', NOWHERE, 'No proxy was found beside us. That is no proof'],
    ['the baseline', NOWHERE, 'Connections to 127.0.0.1, 10.0.0.2 bypass a proxy'],
    [
      'a wait without end',
      { ...IN_ISTIO, waysOut: [told({})] },
      "db:3307 (10.0.0.7) WAITS for the client's first bytes, for ever (http inspector, listener 10.0.0.7_3307)",
    ],
    [
      'a wait that ends',
      { ...IN_ISTIO, waysOut: [told({ inspectors: ['tls', 'http'], timeoutMs: 5_000 })] },
      'for 5.0 s, then passes it on (tls and http inspectors',
    ],
    [
      'a wait that is ended',
      { ...IN_ISTIO, waysOut: [told({ timeoutMs: 15_000, onTimeout: 'close' })] },
      'then closes it',
    ],
    ['no wait', { ...IN_ISTIO, waysOut: [told({ inspectors: [] })] }, 'passes it on at once (listener 10.0.0.7_3307)'],
    ['nobody', { ...IN_ISTIO, waysOut: [told({ inspectors: [], listener: null })] }, '(no listener has this address)'],
    ['what is left out', { ...IN_ISTIO, waysOut: [told({})] }, 'excludeOutboundPorts'],
    [
      'this machine',
      { ...IN_ISTIO, waysOut: [{ host: '::1', port: 25, kind: 'bypassed', address: '::1' }] },
      '[::1]:25 it stays on this machine, and bypasses the proxy',
    ],
    [
      'a proxy that does not tell',
      { ...IN_ISTIO, waysOut: [{ host: 'db', port: 25, kind: 'untold', address: '10.0.0.7' }] },
      'db:25 (10.0.0.7) not known: this proxy does not tell',
    ],
    [
      'no proxy that could tell',
      { ...NOWHERE, waysOut: [{ host: 'db', port: 25, kind: 'untold', address: '10.0.0.7' }] },
      'no proxy was found',
    ],
    [
      'a name without address',
      { ...NOWHERE, waysOut: [{ host: 'db', port: 25, kind: 'unresolved', code: 'ENOTFOUND' }] },
      'db:25 the name does not resolve (ENOTFOUND)',
    ],
    [
      'a dial in vain',
      { ...IN_ISTIO, dial: dial('failed') },
      '192.0.2.1:9, an address that nobody has (RFC 5737), was failed (ENETUNREACH)',
    ],
    ['a dial that nobody answers', { ...IN_ISTIO, dial: dial('no-answer') }, 'not answered, as it must be'],
    ['a dial that is accepted', { ...IN_ISTIO, dial: dial('accepted') }, 'accepted: our own proxy accepts for servers'],
    ['accepted by nobody known', { ...NOWHERE, dial: dial('accepted') }, 'accepted: something on the way out of here'],
    ['none that wait', { ...IN_ISTIO, stuck: { listeners: [] } }, 'just now none'],
    [
      'some that wait',
      { ...IN_ISTIO, stuck: { listeners: [{ listener: '0.0.0.0_80', connections: 2 }] } },
      'just now 2 in listener 0.0.0.0_80',
    ],
    ['how to count them', { ...IN_ISTIO, stuck: { listeners: null } }, 'sidecar.istio.io/statsInclusionSuffixes'],
    ['nobody who could count', { ...NOWHERE, stuck: { listeners: null } }, 'No Envoy was found beside us.'],
  ])('says %s', (_, outlook, part) => {
    expect(words(outlook)).toContain(part);
  });

  it('fits into its width, and is plain ASCII whatever a listener is called', () => {
    const evil = told({ listener: `\u001b[31m${'x'.repeat(100)}\u00e9` });
    const text = whereami({ ...IN_ISTIO, waysOut: [evil], dial: dial('accepted'), stuck: { listeners: null } }, 80);
    expect(text).toMatch(/^[\x20-\x7e\n]+$/);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});
