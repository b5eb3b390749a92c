import type { Cause } from '../../src/model/finding.ts';
import { IDENTITY } from './envoy/certificates.ts';
import { SHAPES, type Shape, type ShapeName } from './envoy/shapes.ts';
import { PEER_NAMES, type PeerName } from './peers/peers.ts';

/** A verdict's kind, or several where either is right; `delayed` with its detection timeout in milliseconds. */
type Cell = string;
type Row = Readonly<Record<PeerName, Cell>>;

const row = (...cells: readonly Cell[]): Row =>
  Object.fromEntries(PEER_NAMES.map((peer, index) => [peer, cells[index] ?? ''])) as Row;

const GONE = 'closed|intercepted';

/** What deadair must say, by how the connection is treated (row) and what the application is (column). */
// biome-ignore format: one line a row, the columns under each other
const ROWS = {
  //                   smtp                unknown             slow                 http        redis           constant        hesitant        binary          silent          closing    resetting  dead
  direct:          row('server-first',     'server-first',     'slow',              'healthy',  'healthy',      'healthy',      'healthy',      'mute',         'mute',         'closed',  'closed',  'refused'),
  uninspected:     row('server-first',     'server-first',     'slow',              'healthy',  'healthy',      'healthy',      'healthy',      'mute',         'mute',         'closed',  'closed',  'closed'),
  heldForEver:     row('stalled',          'stalled',          'stalled',           'healthy',  'healthy',      'healthy',      'healthy',      'mute',         'mute',         GONE,      GONE,      GONE),
  heldFor100ms:    row('delayed 100',      'delayed 100',      'delayed 100|slow',  'healthy',  'healthy',      'healthy',      'healthy',      'mute',         'mute',         GONE,      GONE,      GONE),
  heldFor1s:       row('delayed 1000',     'delayed 1000',     'delayed 1000',      'healthy',  'healthy',      'healthy',      'healthy',      'mute',         'mute',         GONE,      GONE,      GONE),
  // The slow server greets 3 s after the proxy let go: later than the patience of 6 s.
  heldFor5s:       row('delayed 5000',     'delayed 5000',     'stalled',           'healthy',  'healthy',      'healthy',      'healthy',      'mute',         'mute',         GONE,      GONE,      GONE),
  heldThenClosed:  row('stalled',          'stalled',          'stalled',           'healthy',  'healthy',      'healthy',      'healthy',      'mute|closed',  'mute|closed',  GONE,      GONE,      GONE),
  mutualTlsOnly:   row(...PEER_NAMES.map(() => 'mtls-required')),
  takenForHttp:    row('misdeclared',      'misdeclared',      'misdeclared',       'healthy',  'misdeclared',  'misdeclared',  'misdeclared',  'mute',         'mute',         GONE,      GONE,      'intercepted'),
  // The greeting of a fast server can leak out before the denial; one that nobody knows then passes for an answer.
  denied:          row(`${GONE}|stalled`,  `${GONE}|stalled|healthy`,  GONE,                GONE,       GONE,           GONE,           GONE,           GONE,           GONE,           GONE,      GONE,      GONE),
} as const satisfies Record<string, Row>;

type RowName = keyof typeof ROWS;

const ROW_OF: { readonly [S in ShapeName]: RowName } = {
  'permissive-auto': 'heldForEver',
  'permissive-auto-100ms': 'heldFor100ms',
  'permissive-auto-1s': 'heldFor1s',
  'permissive-auto-5s': 'heldFor5s',
  'permissive-auto-1s-close': 'heldThenClosed',
  'permissive-auto-5s-close': 'heldThenClosed',
  'permissive-auto-15s-close': 'heldForEver',
  'permissive-tcp': 'heldForEver',
  'permissive-tcp-100ms': 'heldFor100ms',
  'permissive-tcp-1s': 'heldFor1s',
  'permissive-tcp-5s': 'heldFor5s',
  'permissive-http': 'takenForHttp',
  'permissive-http-1s': 'takenForHttp',
  'permissive-auto-deny': 'denied',
  'strict-auto': 'mutualTlsOnly',
  'strict-tcp': 'mutualTlsOnly',
  'strict-http': 'mutualTlsOnly',
  'strict-tcp-1s': 'mutualTlsOnly',
  'strict-tcp-5s': 'mutualTlsOnly',
  'disable-tcp': 'uninspected',
  'disable-http': 'takenForHttp',
  'disable-auto': 'heldForEver',
  'disable-auto-1s': 'heldFor1s',
  'disable-auto-5s': 'heldFor5s',
  'disable-auto-1s-close': 'heldThenClosed',
  'outbound-auto': 'heldForEver',
  'outbound-auto-5s': 'heldFor5s',
};

/** One allowed verdict. */
export interface Expected {
  readonly kind: string;
  readonly detectionTimeoutMs: number | null;
}

export const expectedVerdicts = (shape: ShapeName | 'direct', peer: PeerName): readonly Expected[] =>
  ROWS[shape === 'direct' ? 'direct' : ROW_OF[shape]][peer].split('|').map((cell) => {
    const [kind = '', timeoutMs] = cell.split(' ');
    return { kind, detectionTimeoutMs: timeoutMs === undefined ? null : Number(timeoutMs) };
  });

/** The protocol that must be named wherever the application's own bytes came through. */
export const PROTOCOLS: Readonly<Record<PeerName, string | null>> = {
  smtp: 'smtp',
  slow: 'smtp',
  http: 'http',
  redis: 'redis',
  unknown: null,
  constant: null,
  hesitant: null,
  binary: null,
  silent: null,
  closing: null,
  resetting: null,
  dead: null,
};

/** Verdicts that come with the words of the application. */
export const SPOKEN: ReadonlySet<string> = new Set(['server-first', 'healthy', 'stalled', 'delayed', 'slow']);

/** Nothing stalls, or the silence is the server's own: nobody is asked, and nobody is blamed. */
const UNASKED: ReadonlySet<string> = new Set(['server-first', 'healthy', 'mute', 'refused']);

const UNKNOWN = { posture: 'unknown', declared: 'unknown', identity: null } as const;

/** What may be said of who it was, and how it is set up: any of these, null where nobody may be blamed. */
export const expectedCauses = (
  name: ShapeName | 'direct',
  peer: PeerName,
  verdict: string,
): readonly (Partial<Cause> | null)[] => {
  if (verdict === 'slow') return [{ kind: 'server', ...UNKNOWN }];
  if (name === 'direct') return [null];
  const shape: Shape = SHAPES[name];
  // A proxy that takes the port for HTTP answers our nudge itself, and shows itself even where the server never says a word.
  if (UNASKED.has(verdict) && !(verdict === 'mute' && shape.declared === 'http')) return [null];
  if (shape.mode === 'disable') return withoutCertificate(shape, verdict);
  const shown = { kind: 'istio-sidecar', posture: shape.mode, declared: shape.declared, identity: IDENTITY } as const;
  // A reset by the server can overtake the certificate, three times in a row in one of a hundred.
  const isBroken = shape.mode === 'permissive' && BROKEN.has(peer);
  return isBroken ? [shown, { ...shown, declared: 'unknown' }, null] : [shown];
};

const BROKEN: ReadonlySet<PeerName> = new Set(['closing', 'resetting', 'dead']);

/** Without mutual TLS only its sniffing, its timeout or an HTTP error that it signs give a sidecar away. */
const withoutCertificate = (shape: Shape, verdict: string): readonly (Partial<Cause> | null)[] => {
  if (shape.declared === 'tcp') return [null];
  if (verdict === 'stalled') return [{ kind: 'sniffing-proxy', ...UNKNOWN }];
  // By the time alone, which others may have too.
  if (verdict === 'delayed') return [{ kind: 'istio-sidecar', confidence: 'possible', ...UNKNOWN }];
  const declared = shape.declared === 'http' ? 'http' : 'unknown';
  // A client's sidecar signs as any Envoy does.
  const signed = {
    kind: shape.direction === 'inbound' ? 'istio-sidecar' : 'sniffing-proxy',
    ...UNKNOWN,
    declared,
  } as const;
  return shape.onTimeout === 'close' ? [signed, null] : [signed];
};
