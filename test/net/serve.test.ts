import { afterAll, describe, expect, it } from 'vitest';
import { flooding, overTls, smtp } from '../../src/lab/servers.ts';
import { nodeWorld } from '../../src/net/node.ts';
import { serve } from '../../src/net/serve.ts';
import { record } from './recorder.ts';

const world = nodeWorld();
afterAll(() => world.close());

describe('serve', () => {
  it('takes the port it is given, and says when it is taken', async () => {
    const first = await serve(smtp);
    await expect(serve(smtp, { port: first.port })).rejects.toHaveProperty('code', 'EADDRINUSE');
    await first.close();
    const second = await serve(smtp, { port: first.port });
    expect(second.port).toBe(first.port);
    await second.close();
  });

  it('listens on the address it is given', async () => {
    const served = await serve(smtp, { address: '127.0.0.3' });
    const seen = record(world, served);
    await seen.until('received');
    seen.wire.destroy();
    await served.close();
    expect(served.address).toBe('127.0.0.3');
  });

  it('ends its connections when it is closed', async () => {
    const served = await serve(smtp);
    const seen = record(world, served);
    await seen.until('received');
    await served.close();
    await seen.until('ended');
    const late = record(world, served);
    await late.until('failed');
    seen.wire.destroy();
    expect(late.events[0]).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('floods as long as it is listened to, and no longer', async () => {
    const served = await serve(flooding('x'.repeat(10_000), 0));
    const seen = record(world, served);
    let count = 0;
    while (count < 100_000) {
      await new Promise(setImmediate);
      count = seen.events.reduce((sum, event) => sum + (event.kind === 'received' ? event.bytes.length : 0), 0);
    }
    seen.wire.destroy();
    await served.close();
    expect(seen.kinds().slice(0, 2)).toEqual(['opened', 'received']);
  });

  it('of a refused peer listens to nobody', async () => {
    const served = await serve({ kind: 'refused' });
    const seen = record(world, served);
    await seen.until('failed');
    await served.close();
    expect(seen.events).toEqual([{ kind: 'failed', code: 'ECONNREFUSED', syscall: 'connect', local: false }]);
  });

  it('gives a server that is all in TLS a real one', async () => {
    const served = await serve(overTls(smtp, 'mail.example', ['h2']));
    const seen = record(world, { ...served, tls: { offer: ['h2'] } });
    await seen.until('received');
    seen.wire.destroy();
    await served.close();
    expect(seen.kinds()).toEqual(['opened', 'secured', 'received']);
    expect(seen.events[1]).toMatchObject({ alpn: 'h2', certificate: { subject: 'mail.example' } });
    expect(seen.events[2]).toMatchObject({ bytes: '220 mail.example ESMTP Postfix\r\n' });
  });
});
