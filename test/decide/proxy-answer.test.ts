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

const passedOn = (body: string) =>
  proxyAnswer(503, body).replace('server:', 'x-envoy-upstream-service-time: 3\r\nserver:');

test('the words of the server itself, whatever they are about', () => {
  expect(proxyAnswerIn(passedOn('there is no healthy upstream for my cache'))).toBeNull();
  expect(proxyAnswerIn(PROXY_400.replace('istio-envoy', 'nginx'))).toBeNull();
});

test('what the next proxy says of its server', () => {
  expect(proxyAnswerIn(passedOn(`${RESET} protocol error`))).toMatchObject({ upstream: 'not-http' });
  expect(proxyAnswerIn(passedOn('no healthy upstream'))).toMatchObject({ upstream: 'unreachable' });
});
