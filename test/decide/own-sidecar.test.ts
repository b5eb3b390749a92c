import { describe, expect, it } from 'vitest';
import { bypasses, mayBeOwn, type OwnView, withOwnSidecar } from '../../src/decide/own-sidecar.ts';
import type { Cause } from '../../src/model/finding.ts';
import type { Judgement } from '../../src/model/verdict.ts';
import type { OwnPath } from '../../src/model/whereabouts.ts';
import { measured, SIDECAR, SOMEBODY } from '../explain/measurements.ts';

const NAME = 'sidecar~10.0.0.2~prober-0.default~default.svc.cluster.local';
const SNIFFS: OwnPath = { listener: '10.0.0.7_3307', inspectors: ['http'], timeoutMs: 0, onTimeout: 'continue' };
const PASSES: OwnPath = { ...SNIFFS, inspectors: [] };
const UNSEEN: OwnPath = { ...PASSES, listener: null };
const until = (timeoutMs: number, onTimeout: OwnPath['onTimeout'] = 'continue'): OwnPath => ({
  ...SNIFFS,
  timeoutMs,
  onTimeout,
});

const view = (path: OwnPath, passage: OwnView['passage'] = 'proxied'): OwnView => ({
  path,
  passage,
  proxy: {
    whereabouts: { mesh: 'istio', confidence: 'certain', proxy: NAME, seen: [] },
    pathTo: () => path,
    ownAddresses: ['10.0.0.2'],
  },
});

const stalled = (silenceEndedBy: 'silence' | 'fin' = 'silence', silentMs = 6_000): Judgement => ({
  kind: 'stalled',
  confidence: 'certain',
  silentMs,
  silenceEndedBy,
  freedMs: 1,
});
const delayed = (detectionTimeoutMs: number): Judgement => ({
  kind: 'delayed',
  confidence: 'certain',
  detectionTimeoutMs,
  silentMs: detectionTimeoutMs + 1,
  nudgedMs: 1,
});
const closed = (nudged: boolean, afterMs = 1): Judgement => ({
  kind: 'closed',
  confidence: 'likely',
  how: 'fin',
  afterMs,
  nudged,
});
const intercepted: Judgement = { kind: 'intercepted', confidence: 'certain', by: 'sidecar', proxyStatus: 503 };
const misdeclared: Judgement = {
  kind: 'misdeclared',
  confidence: 'certain',
  expected: 'http',
  actual: null,
  proxyStatus: 400,
};
const signed: Cause = { ...SIDECAR, identity: null };

describe('withOwnSidecar', () => {
  it.each<[string, Judgement, Cause | null, OwnView, Cause['confidence'] | null]>([
    ['it waits without end', stalled(), SOMEBODY, view(SNIFFS), 'certain'],
    ['the same, and nobody knows whether we pass it', stalled(), SOMEBODY, view(SNIFFS, 'unknown'), 'likely'],
    ['the same, but we do not pass it', stalled(), SOMEBODY, view(SNIFFS, 'direct'), null],
    ['a sidecar at the server has shown itself as well', stalled(), SIDECAR, view(SNIFFS), 'certain'],
    ['it waits for longer than we did', stalled(), SOMEBODY, view(until(15_000)), 'certain'],
    ['it would have let go before', stalled(), SOMEBODY, view(until(1_000)), null],
    ['it waits for nothing', stalled(), SOMEBODY, view(PASSES), null],
    ['it has closed when its time was up', stalled('fin', 15_003), SOMEBODY, view(until(15_000, 'close')), 'certain'],
    ['somebody else has closed', stalled('fin', 10_003), SOMEBODY, view(until(15_000, 'close')), null],
    ['it never closes', stalled('fin', 15_003), SOMEBODY, view(SNIFFS), null],
    ['it lets go then', delayed(4_998), SOMEBODY, view(until(5_000)), 'certain'],
    ['it lets go half-way', delayed(10_004), SOMEBODY, view(until(5_000)), 'possible'],
    ['it would still wait', delayed(1_001), SOMEBODY, view(until(5_000)), null],
    ['it would wait without end', delayed(1_001), SOMEBODY, view(SNIFFS), null],
    ['it would close', delayed(5_000), SOMEBODY, view(until(5_000, 'close')), null],
    ['an HTTP error of a plain Envoy', misdeclared, SOMEBODY, view(PASSES), 'likely'],
    ["an HTTP error of Istio's at the server", misdeclared, signed, view(PASSES), null],
    ['an HTTP error, and it passes everything on', misdeclared, SOMEBODY, view(UNSEEN), null],
    ["a server's sidecar accepts for nobody", intercepted, signed, view(SNIFFS), null],
    ["the server's sidecar had shown itself", closed(true), SIDECAR, view(SNIFFS), null],
    ['the server closes, past our proxy', closed(false), null, view(PASSES, 'direct'), null],
    ['nobody knows who took it', closed(false), null, view(UNSEEN, 'unknown'), null],
    ['it closes when its time is up', closed(false, 15_002), null, view(until(15_000, 'close')), 'likely'],
    [
      'a server that is well',
      { kind: 'server-first', confidence: 'certain', firstByteMs: 1 },
      null,
      view(SNIFFS),
      null,
    ],
  ])('%s', (_, judgement, cause, own, confidence) => {
    const before = measured({ judgement, cause });
    const after = withOwnSidecar(before, own);
    expect(after.judgement).toEqual(judgement);
    if (confidence === null) expect(after).toBe(before);
    else expect(after.cause).toMatchObject({ kind: 'own-sidecar', posture: 'unknown', identity: NAME, confidence });
  });

  it.each<[string, Judgement, Cause | null, OwnView, string]>([
    ['it answers 503 itself', intercepted, SOMEBODY, view(PASSES), 'likely'],
    ['it closes after words', closed(true), null, view(SNIFFS), 'likely'],
    ['it closes at once', closed(false), null, view(PASSES), 'likely'],
    ['it has no listener, but it took the connection', closed(false), null, view(UNSEEN), 'likely'],
    ['its listener has the address, and no more is known', closed(true), null, view(PASSES, 'unknown'), 'possible'],
  ])('accepts for a server that is not there: %s', (_, judgement, cause, own, confidence) => {
    const after = withOwnSidecar(measured({ judgement, cause }), own);
    expect(after.judgement).toMatchObject({ kind: 'intercepted', by: 'own-sidecar', confidence });
    expect(after.cause).toMatchObject({ kind: 'own-sidecar', identity: NAME });
  });

  it('keeps what was read of the port behind it', () => {
    const after = withOwnSidecar(measured({ cause: { ...SIDECAR, declared: 'tcp' } }), view(SNIFFS));
    expect(after.cause?.declared).toBe('tcp');
  });
});

it.each<[Judgement, boolean]>([
  [stalled(), true],
  [delayed(5_000), true],
  [closed(false), true],
  [intercepted, true],
  [misdeclared, true],
  [{ ...misdeclared, proxyStatus: null } as Judgement, false],
  [{ kind: 'mute', confidence: 'likely', silentMs: 1 }, false],
  [{ kind: 'refused', confidence: 'certain', by: 'network', said: null }, false],
  [{ kind: 'server-first', confidence: 'certain', firstByteMs: 1 }, false],
])('of %j our own proxy may be the cause: %s', (judgement, may) => {
  expect(mayBeOwn(measured({ judgement }))).toBe(may);
});

it.each([
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['10.0.0.2', true],
  ['10.0.0.7', false],
  ['12.7.0.1', false],
  ['fd00::1', false],
])('%s bypasses it: %s', (address, bypassed) => {
  expect(bypasses(address, ['10.0.0.2'])).toBe(bypassed);
});
