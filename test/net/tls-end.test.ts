import { connect } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { istio } from '../../src/lab/proxies.ts';
import { mysql, overTls, smtp } from '../../src/lab/servers.ts';
import { nodeWorld } from '../../src/net/node.ts';
import { serve } from '../../src/net/serve.ts';
import { record } from './recorder.ts';

const world = nodeWorld();
afterAll(() => world.close());

const REFUSED = { kind: 'refused' } as const;
const IDENTITY = 'spiffe://cluster.local/ns/db/sa/mysql';
const ISTIO = ['istio-http/1.1', 'istio-peer-exchange', 'h2'];
const strict = (app: Parameters<typeof istio>[0]) =>
  istio(app, { mtls: 'strict', declared: 'tcp', identity: IDENTITY });

it.each([
  ['turns away who has no certificate', strict(mysql), ISTIO, 'istio-peer-exchange', /CERTIFICATE_REQUIRED$/],
  ['whatever it is offered', strict(mysql), [], null, /CERTIFICATE_REQUIRED$/],
  ['is reset when the server behind it is gone', strict(REFUSED), ISTIO, 'istio-peer-exchange', /^ECONNRESET$/],
])('a sidecar of the lab %s', async (_name, peer, offer, alpn, code) => {
  const served = await serve(peer);
  const seen = record(world, { ...served, tls: { offer } });
  await seen.until('failed');
  await served.close();
  expect(seen.kinds()).toEqual(['opened', 'secured', 'failed']);
  expect(seen.events[1]).toMatchObject({ alpn, certificate: { uris: [IDENTITY] } });
  expect(seen.events[2]).toMatchObject({ code: expect.stringMatching(code) });
});

it('a server in TLS is spoken to, and ends the conversation', async () => {
  const served = await serve(overTls(smtp, 'mail.example'));
  const seen = record(world, { ...served, tls: { offer: [] } });
  await seen.until('received');
  seen.wire.send('QUIT\r\n');
  await seen.until('ended');
  await served.close();
  const said = seen.events.flatMap((event) => (event.kind === 'received' ? [event.bytes] : []));
  expect(said.join('')).toBe('220 mail.example ESMTP Postfix\r\n221 2.0.0 Bye\r\n');
});

it('what only begins like TLS is reset', async () => {
  const served = await serve(overTls(smtp, 'mail.example'));
  const seen = record(world, served, ({ kind }, wire) => {
    if (kind === 'opened') wire.send('\x16\x03\x01\0\x06\x01\0\0\x02\x03\x03');
  });
  await seen.until('failed');
  await served.close();
  expect(seen.events[1]).toMatchObject({ kind: 'failed', code: 'ECONNRESET' });
});

it('a client that is gone before TLS is loaded does no harm', async () => {
  const served = await serve(overTls(smtp, 'mail.example'));
  const socket = connect(served.port, served.address);
  socket.end('\x16\x03\x01\0\x06\x01\0\0\x02\x03\x03');
  await new Promise((resolve) => socket.once('close', resolve).on('error', () => {}));
  const seen = record(world, { ...served, tls: { offer: [] } });
  await seen.until('received');
  seen.wire.destroy();
  await served.close();
  expect(seen.kinds()).toEqual(['opened', 'secured', 'received']);
});
