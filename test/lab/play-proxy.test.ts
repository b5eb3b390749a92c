import { describe, expect, it } from 'vitest';
import { clientHello } from '../../src/lab/client-hello.ts';
import type { Peer } from '../../src/lab/peer.ts';
import { haproxy, istio, nginx, plainProxy, sslh } from '../../src/lab/proxies.ts';
import { closing, greeting, mysql, resetting, slow, smtp, ssh } from '../../src/lab/servers.ts';
import { FIN, type Lines, NUDGE, tell } from './story.ts';

const DEAD: Peer = { kind: 'refused' };
const HOLE: Peer = { kind: 'black-holed' };
const GREETING = '"220 mail.example ESMTP Postfix\\r\\n"';
const sidecar = (app: Peer, timeoutMs?: number): Peer =>
  istio(app, { mtls: 'permissive', declared: 'auto', ...(timeoutMs === undefined ? {} : { timeoutMs }) });
const strict = (app: Peer): Peer => istio(app, { mtls: 'strict', declared: 'tcp' });
const blunder = { ...greeting('hello\r\n', { kind: 'hangs-up', atBytes: 1, how: 'reset' }) } as const;

/** What a client hears that says these lines: a story a row, each as it was measured with the real proxy. */
const STORIES: readonly (readonly [string, Peer, Lines, string])[] = [
  ['a sniffer that waits for ever', sidecar(smtp), {}, 'silence'],
  ['four bytes free nothing', sidecar(smtp), { 0: '\r\n\r\n' }, 'silence'],
  ['five bytes, one at a time', sidecar(smtp), { 0: ' ', 50: ' ', 100: ' ', 150: ' ', 200: ' ' }, `${GREETING}@200`],
  ['the nudge frees the greeting', sidecar(smtp), { 1500: NUDGE }, `${GREETING}@1500`],
  ['a slow server behind a sniffer: the gate test', sidecar(slow(smtp, 300)), { 1500: NUDGE }, `${GREETING}@1800`],
  ['a timeout lets go', sidecar(smtp, 5_000), {}, `${GREETING}@5000`],
  ['a timeout that comes after the nudge', sidecar(smtp, 5_000), { 100: NUDGE }, `${GREETING}@100`],
  ['a timeout that closes', nginx(smtp, 2_000), {}, 'fin@2000'],
  ['a client that ends before the decision', sidecar(smtp), { 100: FIN }, 'silence'],
  ['two sniffers, one behind the other', haproxy(sidecar(smtp, 1_000), 500), {}, `${GREETING}@1500`],
  ['a dead app, silently', sidecar(DEAD), {}, 'silence'],
  ['a dead app, spoken to', sidecar(DEAD), { 100: NUDGE }, 'ECONNRESET@100'],
  ['a dead app, after the timeout', sidecar(DEAD, 1_000), {}, 'fin@1000'],
  ['a dead app, no inspector', plainProxy(DEAD), {}, 'fin@0'],
  ['a black hole, spoken to', sidecar(HOLE), { 100: NUDGE }, 'fin@10100'],
  ['an app out of reach', plainProxy({ kind: 'unreachable', code: 'EHOSTUNREACH' }), {}, 'fin@0'],
  ['an app that closes', sidecar(closing, 1_000), {}, 'fin@1000'],
  ['an app that resets', sidecar(resetting, 1_000), {}, 'ECONNRESET@1000'],
  ['strict, silently', strict(mysql), {}, 'silence'],
  ['strict, four bytes', strict(mysql), { 0: '\0\0\0\0' }, 'silence'],
  ['strict, spoken to', strict(mysql), { 0: NUDGE }, 'ECONNRESET@0'],
  [
    'a hello reaches the app as bytes',
    sidecar(ssh),
    { 0: clientHello([]) },
    '"SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\\r\\n"@0',
  ],
  ['the end of TLS', sidecar(smtp), { 0: '\x15\x03\x01\0\x02\x01\0' }, 'ECONNRESET@0'],
  [
    'sslh sends the silent elsewhere',
    sslh(smtp, ssh, 2_000),
    {},
    '"SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\\r\\n"@2000',
  ],
  [
    'a greeting that its own reset overtakes',
    { ...plainProxy(blunder), losesOnReset: true },
    { 0: 'x' },
    'ECONNRESET@0',
  ],
  ['the same, if it does not', plainProxy(blunder), { 0: 'x' }, '"hello\\r\\n"@0 ECONNRESET@0'],
  [
    'a proxy that may lose bytes, and a server that behaves',
    { ...plainProxy(smtp), losesOnReset: true },
    {},
    `${GREETING}@6`,
  ],
];

describe('playProxy', () => {
  it.each(STORIES)('%s', async (_name, peer, lines, story) => {
    expect(await tell(peer, lines)).toBe(story);
  });
});
