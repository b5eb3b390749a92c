import type { Bytes } from '../model/bytes.ts';
import { isToken } from './http-bytes.ts';

/** What a proxy makes of a client's first bytes; `wait` wants more of them, `broken` closes the connection. */
export type Decision = 'wait' | 'tls' | 'http' | 'raw' | 'broken';

export type Inspector = keyof typeof INSPECTORS;

/** The longest TLS record that BoringSSL accepts: SSL3_RT_MAX_PLAIN_LENGTH and its overhead. */
const LONGEST_RECORD = 16_704;

/** Bytes of a record's header, and with the header of a handshake message behind it. */
const RECORD_HEADER = 5;
const HANDSHAKE_HEADER = 9;

const HTTP2_PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

/** The methods of Node's former http_parser, which Envoy had up to 1.38; a byte that no method has here decides at once. */
const LEGACY_METHODS =
  'GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH COPY LOCK MKCOL MOVE PROPFIND PROPPATCH SEARCH UNLOCK BIND REBIND UNBIND ACL REPORT MKACTIVITY CHECKOUT MERGE M-SEARCH NOTIFY SUBSCRIBE UNSUBSCRIBE PURGE MKCALENDAR LINK UNLINK SOURCE'.split(
    ' ',
  );

/** How each known inspector decides. Measured byte for byte with Envoy 1.40, HAProxy 2.6, nginx 1.22, sslh 1.20; Linkerd from its source. */
export const INSPECTORS = {
  'envoy-tls': envoyTls,
  'envoy-http': (bytes) => envoyHttp(bytes, isTokenWord),
  'envoy-http-legacy': (bytes) => envoyHttp(bytes, isLegacyWord),
  haproxy,
  nginx,
  sslh,
  linkerd,
} satisfies Record<string, (bytes: Bytes) => Decision>;

/** Shows the bytes to one inspector after the other: what one calls raw is for the next to judge. */
export function inspect(inspectors: readonly Inspector[], bytes: Bytes): Decision {
  for (const name of inspectors) {
    const decision = INSPECTORS[name](bytes);
    if (decision !== 'raw') return decision;
  }
  return 'raw';
}

/** tls_inspector lets BoringSSL look at a whole record header: five bytes, of which the second is the version. */
function envoyTls(bytes: Bytes): Decision {
  if (bytes.length < RECORD_HEADER) return 'wait';
  if (bytes.charCodeAt(1) !== 3 || recordLength(bytes) > LONGEST_RECORD) return 'raw';
  const record = wholeRecord(bytes);
  if (record === null) return 'wait';
  if (record.startsWith('\x15')) return afterAlert(record, bytes.slice(record.length));
  return isHello(record) ? 'tls' : 'raw';
}

/** A warning is read over, the end of TLS ends the connection, and a fatal alert is no hello (RFC 8446 section 6). */
function afterAlert(alert: Bytes, rest: Bytes): Decision {
  if (alert.charCodeAt(5) !== 1) return 'raw';
  return alert.charCodeAt(6) === 0 ? 'broken' : envoyTls(rest);
}

/** ssl_preread looks at the header first, and then waits for the whole record. */
function nginx(bytes: Bytes): Decision {
  if (bytes.length < RECORD_HEADER) return 'wait';
  if (!bytes.startsWith('\x16\x03')) return 'raw';
  const record = wholeRecord(bytes);
  if (record === null) return 'wait';
  return isHello(record) ? 'tls' : 'raw';
}

/** req.ssl_hello_type: the first byte decides, unless it is a type of TLS record; those want a whole handshake message. */
function haproxy(bytes: Bytes): Decision {
  if (bytes === '') return 'wait';
  if (!/^[\x14-\x17\xff]/.test(bytes)) return 'raw';
  if (bytes.length < HANDSHAKE_HEADER) return 'wait';
  if (bytes.charCodeAt(1) < 3 || recordLength(bytes) < 4) return 'raw';
  const messageLength = bytes.charCodeAt(6) * 65_536 + bytes.charCodeAt(7) * 256 + bytes.charCodeAt(8);
  if (bytes.length < HANDSHAKE_HEADER + messageLength) return 'wait';
  return bytes.charCodeAt(5) === 1 ? 'tls' : 'raw';
}

function wholeRecord(bytes: Bytes): Bytes | null {
  const end = RECORD_HEADER + recordLength(bytes);
  return bytes.length < end ? null : bytes.slice(0, end);
}

function isHello(record: Bytes): boolean {
  return record.startsWith('\x16') && record.charCodeAt(RECORD_HEADER) === 1;
}

function recordLength(bytes: Bytes): number {
  return bytes.charCodeAt(3) * 256 + bytes.charCodeAt(4);
}

/** http_inspector wants a first line, unless the bytes cannot become one. HTTP/1.0 is none of Istio's: raw. */
function envoyHttp(bytes: Bytes, couldBeMethod: (word: Bytes, whole: boolean) => boolean): Decision {
  if (bytes === '') return 'wait';
  if (bytes.startsWith(HTTP2_PREFACE)) return 'http';
  if (HTTP2_PREFACE.startsWith(bytes)) return 'wait';
  const [line = '', ...more] = bytes.split('\n');
  const [method = '', ...others] = line.split(' ');
  if (!couldBeMethod(method, others.length > 0)) return 'raw';
  if (more.length === 0) return 'wait';
  return /^[^ ]+ [^ ]+ HTTP\/1\.1\r?$/.test(line) ? 'http' : 'raw';
}

/** Balsa, with custom methods allowed: any token, so that letters without a newline wait. */
function isTokenWord(word: Bytes): boolean {
  return isToken(word.replace(/\r$/, ''));
}

function isLegacyWord(word: Bytes, whole: boolean): boolean {
  return whole ? LEGACY_METHODS.includes(word) : LEGACY_METHODS.some((method) => method.startsWith(word));
}

/** The forking build, told of SSH and HTTP, has read seven bytes before it says that neither matches. */
function sslh(bytes: Bytes): Decision {
  if (/^(?:GET|HEAD|POST|PUT|DELETE|OPTIONS|CONNECT|TRACE) /.test(bytes)) return 'http';
  return bytes.length < 7 ? 'wait' : 'raw';
}

/** One read decides: not TLS by its first byte, and HTTP only where fourteen bytes of it have come. */
function linkerd(bytes: Bytes): Decision {
  if (bytes === '') return 'wait';
  if (bytes.startsWith('\x16')) return nginx(bytes);
  if (bytes.length < 14) return 'raw';
  if (HTTP2_PREFACE.startsWith(bytes.slice(0, 14))) return 'http';
  const [line = '', ...more] = bytes.split('\n');
  const whole = more.length > 0;
  if (!isToken(line.split(' ')[0] ?? '')) return 'raw';
  return !whole || / HTTP\/1\.[01]\r?$/.test(line) ? 'http' : 'raw';
}
