import { describe, expect, it } from 'vitest';
import { clientHello, parseOffer } from '../../src/lab/client-hello.ts';
import { inspect } from '../../src/lab/inspectors.ts';

describe('clientHello and parseOffer', () => {
  it.each([[[]], [['h2']], [['istio-http/1.1', 'istio-peer-exchange', 'h2']], [['x'.repeat(255), 'y']]])(
    '%j',
    (offer) => {
      const hello = clientHello(offer);
      expect(parseOffer(hello)).toEqual(offer);
      expect(hello.charCodeAt(3) * 256 + hello.charCodeAt(4)).toBe(hello.length - 5);
      expect(inspect(['envoy-tls'], hello)).toBe('tls');
    },
  );
});

/** Random, session id, two ciphers, one compression method, and then the extensions of a real client: SNI before ALPN. */
const REAL = `\x16\x03\x01\0\x74\x01\0\0\x70\x03\x03${'r'.repeat(32)}\x20${'s'.repeat(32)}\0\x04\x13\x01\x13\x02\x01\0\0\x23${'\0\0\0\x0e\0\x0c\0\0\x09localhost'}${'\0\x10\0\x0b\0\x09\x08http/1.1'}\0\x17\0\0`;

describe('parseOffer', () => {
  it.each([
    ['a hello with other extensions', REAL, ['http/1.1']],
    ['a hello that is cut off', REAL.slice(0, 90), []],
    ['no bytes', '', []],
    ['a greeting', '220 mail.example ESMTP\r\n', []],
    ['extensions of no length', `${REAL.slice(0, 86)}${'\0'.repeat(40)}`, []],
  ])('%s', (_name, hello, offer) => {
    expect(parseOffer(hello)).toEqual(offer);
  });
});
