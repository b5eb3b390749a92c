import { expect, test } from 'vitest';
import { proxyAnswerIn } from '../../src/decide/proxy-answer.ts';
import { PROXY_400, proxyAnswer } from './write.ts';

const RESET = 'upstream connect error or disconnect/reset before headers. reset reason:';

test.each([
  ['the nudge taken for a request', PROXY_400, { status: 400, isIstio: true, upstream: 'untold' }],
  ['a server that speaks no HTTP', proxyAnswer(502, `${RESET} protocol error`), { status: 502, upstream: 'not-http' }],
  [
    'nobody there',
    proxyAnswer(
      503,
      `${RESET} remote connection failure, transport failure reason: delayed connect error: Connection refused`,
    ),
    { status: 503, upstream: 'unreachable' },
  ],
  ['no endpoint', proxyAnswer(503, 'no healthy upstream'), { status: 503, upstream: 'unreachable' }],
  ['a server that closes', proxyAnswer(503, `${RESET} connection termination`), { status: 503, upstream: 'hung-up' }],
  ['a server that is silent', proxyAnswer(504, 'upstream request timeout'), { status: 504, upstream: 'silent' }],
  ['an Envoy that is not Istio', PROXY_400.replace('istio-envoy', 'envoy'), { isIstio: false }],
])('the proxy itself: %s', (_name, bytes, expected) => {
  expect(proxyAnswerIn(bytes)).toMatchObject(expected);
});

test.each([
  [
    'an answer passed on from the application',
    proxyAnswer(503, 'busy').replace('server:', 'x-envoy-upstream-service-time: 3\r\nserver:'),
  ],
  ['a page', proxyAnswer(200, 'hello')],
  ['another server', PROXY_400.replace('istio-envoy', 'nginx')],
  ['no HTTP at all', '220 mail ESMTP\r\nserver: istio-envoy\r\n'],
])('not the proxy itself: %s', (_name, bytes) => {
  expect(proxyAnswerIn(bytes)).toBeNull();
});
