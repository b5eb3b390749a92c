import { expect, it } from 'vitest';
import { plainWordsOf } from '../../src/mesh/plain-words.ts';
import { handshake, nudged } from './handshakes.ts';

const head = (status: string, ...lines: string[]): string => [`HTTP/1.1 ${status}`, ...lines, '', 'body'].join('\r\n');

it.each([
  ['nothing', '', 'nothing'],
  ['a greeting', '220 hi\r\n', 'words'],
  ['an error of the sidecar', head('400 Bad Request', 'content-length: 4', 'server: istio-envoy'), 'istio-http-error'],
  ['an error of another Envoy', head('400 Bad Request', 'server: envoy'), 'words'],
  ['an answer it passed on', head('404 Not Found', 'server: istio-envoy', 'x-envoy-upstream-service-time: 3'), 'words'],
])('%s', (_, bytes, words) => {
  expect(plainWordsOf([nudged(bytes)])).toBe(words);
});

it('words weigh more than an error, and handshakes weigh nothing', () => {
  const error = nudged(head('400 Bad Request', 'server: istio-envoy'));
  expect(plainWordsOf([error, nudged('220 hi\r\n')])).toBe('words');
  expect(plainWordsOf([error, handshake([], 'app-words')])).toBe('istio-http-error');
});

it.each([
  ['mysql', 'words'],
  ['tls', 'nothing'],
])('what a question in %s gets: %s', (protocol, words) => {
  const step = { kind: 'ask', protocol, afterMs: 0, waitMs: 400 } as const;
  expect(plainWordsOf([{ ...nudged('J\0\0\0\x0a8.0.36'), step }])).toBe(words);
});
