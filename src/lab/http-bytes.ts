import type { Bytes } from '../model/bytes.ts';

/** Whether all of these may be in a method (RFC 9110 section 5.6.2, tchar). */
export function isToken(bytes: Bytes): boolean {
  return /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(bytes);
}

/** Where the headers are over; -1 while they are not. */
export function headersEnd(request: Bytes): number {
  const end = /\n\r?\n/.exec(request);
  return end === null ? -1 : end.index + end[0].length;
}

/**
 * What Envoy's HTTP server makes of a request: white space or a control character where the method should begin is turned down at
 * once, all else with its first line. HTTP/1.0 is not served (measured with Envoy 1.40).
 */
export function judgeRequest(request: Bytes): 'wait' | 'whole' | 'bad' | 'old' {
  if (request === '') return 'wait';
  if (/^[\x00-\x20]/.test(request)) return 'bad';
  const lineEnd = request.indexOf('\n');
  if (lineEnd === -1) return 'wait';
  const [method = '', target = '', version = '', ...more] = request.slice(0, lineEnd).replace(/\r$/, '').split(' ');
  if (!isToken(method) || target === '' || more.length > 0 || !/^HTTP\/1\.[01]$/.test(version)) return 'bad';
  if (headersEnd(request) === -1) return 'wait';
  return version === 'HTTP/1.0' ? 'old' : 'whole';
}
