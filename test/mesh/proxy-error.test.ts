import { expect, it } from 'vitest';
import { proxyErrorIn } from '../../src/mesh/proxy-error.ts';

const reply = (status: string, ...lines: string[]): string => [`HTTP/1.1 ${status}`, ...lines, '', 'body'].join('\r\n');

it.each([
  [
    'the nudge taken for a request',
    reply('400 Bad Request', 'content-length: 11', 'server: istio-envoy', 'connection: close'),
    { status: 400, isIstio: true, body: 'body' },
  ],
  ['in capitals, and first', reply('426 Upgrade Required', 'Server: Istio-Envoy', 'x: y'), { status: 426 }],
  ['an Envoy that is not Istio', reply('404 Not Found', 'server: envoy'), { status: 404, isIstio: false }],
  ['a filter that asks for a token', reply('401 Unauthorized', 'server: istio-envoy'), { status: 401 }],
  ['a filter that counts', reply('429 Too Many Requests', 'server: istio-envoy'), { status: 429 }],
  ['to a client of HTTP/1.0', reply('503 x', 'server: envoy').replace('1.1', '1.0'), { status: 503 }],
  ['without a reason', 'HTTP/1.1 503\r\nserver: envoy\r\n\r\n', { status: 503, body: '' }],
  [
    'words about the server in the body only',
    `${reply('502 Bad Gateway', 'server: istio-envoy')}\r\nx-envoy-upstream-service-time: 1\r\n`,
    { status: 502 },
  ],
  [
    'the error of the next proxy, passed on by this one',
    `${reply('502 Bad Gateway', 'server: envoy', 'x-envoy-upstream-service-time: 1').slice(0, -4)}upstream connect error or disconnect/reset before headers. reset reason: protocol error`,
    { status: 502 },
  ],
  ['a long body, of which the start is kept', reply('503 x', 'server: envoy') + 'y'.repeat(4_000), { status: 503 }],
])('the proxy itself: %s', (_, bytes, expected) => {
  const error = proxyErrorIn(bytes);
  expect(error).toMatchObject(expected);
  expect(error?.body.length).toBeLessThanOrEqual(1_024);
});

it.each([
  ['nothing', ''],
  ['a greeting', '220 mail ESMTP\r\nserver: istio-envoy\r\n\r\n'],
  ['passed on', reply('404 Not Found', 'server: istio-envoy', 'x-envoy-upstream-service-time: 3')],
  [
    'passed on, words about the next proxy',
    `${reply('502 x', 'server: envoy', 'x-envoy-upstream-service-time: 3')} saw an upstream connect error or disconnect/reset before headers`,
  ],
  ['passed on, the telling line first', reply('503 x', 'X-Envoy-Upstream-Service-Time: 3', 'server: istio-envoy')],
  ['no error', reply('200 OK', 'server: istio-envoy')],
  ['a redirection', reply('301 Moved Permanently', 'server: istio-envoy')],
  ['a status that is none', reply('4000 x', 'server: envoy')],
  ['another server', reply('400 Bad Request', 'server: nginx')],
  ['one that only begins so', reply('400 Bad Request', 'server: envoy-like')],
  ['the name in the body', `${reply('400 Bad Request', 'server: nginx')}\r\nserver: istio-envoy\r\n\r\n`],
  ['a head without an end', 'HTTP/1.1 404 Not Found\r\nserver: istio-envoy\r\n'],
  ['a head with an end too far', reply('404 x', 'server: istio-envoy', `x: ${'y'.repeat(2_048)}`)],
])('not the proxy itself: %s', (_, bytes) => {
  expect(proxyErrorIn(bytes)).toBeNull();
});
