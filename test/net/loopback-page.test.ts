import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { loopbackPage } from '../../src/net/loopback-page.ts';
import { listen } from './listen.ts';

const BOUNDS = { bytesMax: 1_000, waitMs: 5_000 };

const requests: string[] = [];
const pages = createServer((request, response) => {
  requests.push(`${request.method} ${request.url}`);
  if (request.url === '/moved') response.writeHead(302, { location: '/there' }).end('elsewhere');
  else if (request.url === '/never') response.write('x');
  else if (request.url === '/pieces') {
    response.write('a'.repeat(600));
    response.end('é');
  } else response.end('x'.repeat(2_000));
});

const open = () => listen((socket) => pages.emit('connection', socket));

describe('loopbackPage', () => {
  it.each<[string, Awaited<ReturnType<typeof loopbackPage>>]>([
    ['/pieces', { status: 200, body: `${'a'.repeat(600)}é` }],
    ['/moved', { status: 302, body: 'elsewhere' }],
  ])('%s is taken as it is', async (path, page) => {
    expect(await loopbackPage((await open()).port, path, BOUNDS)).toEqual(page);
  });

  it('takes no more than it was told to', async () => {
    expect(await loopbackPage((await open()).port, '/long', BOUNDS)).toBeNull();
  });

  it('waits no longer than it was told to', async () => {
    expect(await loopbackPage((await open()).port, '/never', { ...BOUNDS, waitMs: 50 })).toBeNull();
  });

  it('makes nothing of a server that speaks something else, or of none', async () => {
    const babbler = await listen((socket) => socket.end('220 mail.example ESMTP\r\n'));
    expect(await loopbackPage(babbler.port, '/ready', BOUNDS)).toBeNull();
    expect(await loopbackPage(1, '/ready', BOUNDS)).toBeNull();
  });

  it('only ever gets', () => {
    expect(requests.length).toBeGreaterThan(0);
    for (const request of requests) expect(request).toMatch(/^GET \//);
    expect(requests).not.toContain('GET /there');
  });
});
