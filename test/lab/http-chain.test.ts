import { describe, expect, it } from 'vitest';
import type { Peer } from '../../src/lab/peer.ts';
import { istio, ownSidecar } from '../../src/lab/proxies.ts';
import { closing, http, mute, mysql, redis, resetting, slow } from '../../src/lab/servers.ts';
import { NUDGE, tell } from './story.ts';

const GET = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';
const declared = (app: Peer): Peer => istio(app, { mtls: 'disable', declared: 'http' });
const CLOSING = 'content-type: text/plain\\r\\nserver: istio-envoy\\r\\nconnection: close';
const BROKEN = 'disconnect/reset before headers. reset reason:';

describe("a proxy's own HTTP server", () => {
  it.each([
    [
      'nonsense',
      mysql,
      NUDGE,
      `"HTTP/1.1 400 Bad Request\\r\\ncontent-length: 11\\r\\n${CLOSING}\\r\\n\\r\\nBad Request"@0 fin@0`,
    ],
    [
      'an old request',
      http,
      'GET / HTTP/1.0\r\n\r\n',
      `"HTTP/1.1 426 Upgrade Required\\r\\ncontent-length: 16\\r\\n${CLOSING}\\r\\n\\r\\nUpgrade Required"@0 fin@0`,
    ],
    ['blank lines', http, '\r\n\r\n\r\n', 'silence'],
    ['half a request', http, 'GET / HTTP/1.1\r\n', 'silence'],
  ])('%s', async (_name, app, say, expected) => {
    expect(await tell(declared(app), { 0: say })).toBe(expected);
  });

  it.each<readonly [string, Peer, RegExp]>([
    ['a server of another protocol', mysql, new RegExp(`^"HTTP/1.1 502 .*${BROKEN} protocol error"@0$`)],
    ['one that answers in another', redis, new RegExp(`^"HTTP/1.1 502 .*${BROKEN} protocol error"@0$`)],
    ['one that closes', closing, new RegExp(`^"HTTP/1.1 503 .*${BROKEN} connection termination"@0$`)],
    ['one that resets', resetting, new RegExp(`^"HTTP/1.1 503 .*${BROKEN} connection termination"@0$`)],
    ['nobody', { kind: 'refused' }, new RegExp(`^"HTTP/1.1 503 .*${BROKEN} remote connection failure.*"@0$`)],
    ['a black hole', { kind: 'black-holed' }, new RegExp(`^"HTTP/1.1 503 .*${BROKEN} connection timeout"@10000$`)],
    ['one that says nothing', mute, /^"HTTP\/1.1 504 .*upstream request timeout"@15000$/],
    ['one that is slow', slow(http, 500), /^"HTTP\/1.1 200 OK.*"@500$/],
  ])('asked for %s', async (_name, app, expected) => {
    const told = await tell(declared(app), { 0: GET });
    expect(told).toMatch(expected);
    expect(told).toContain('\\r\\nserver: istio-envoy\\r\\n');
    expect(told.includes('x-envoy-upstream-service-time')).toBe(told.includes('200 OK'));
  });

  it("passes an HTTP app's answer on under its own name", async () => {
    expect(await tell(declared(http), { 0: GET })).toBe(
      '"HTTP/1.1 200 OK\\r\\nserver: istio-envoy\\r\\nx-envoy-upstream-service-time: 1\\r\\nContent-Type: text/plain\\r\\nContent-Length: 3\\r\\n\\r\\nok\\n"@0',
    );
  });

  it("keeps Envoy's name where it is the client's", async () => {
    expect(await tell(ownSidecar(mysql), { 0: GET })).toMatch(/502.*\\r\\nserver: envoy\\r\\n/);
  });

  it('reads a request that comes in pieces', async () => {
    const pieces = { 0: '\r\nGET /', 10: ' HTTP/1.1\r\nHost: x', 20: '\r\n\r\n' };
    expect(await tell(declared(http), pieces)).toMatch(/^"HTTP\/1.1 200 OK.*"@20$/);
  });
});
