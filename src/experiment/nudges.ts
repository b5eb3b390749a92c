import type { Bytes } from '../model/bytes.ts';
import type { NudgeName } from '../model/transcript.ts';

/**
 * The quiet nudge: bytes that make every inspector decide (not TLS, not HTTP) and yet are incomplete for every server, so that the
 * server goes on as if it had heard nothing and its greeting arrives whole.
 *
 * - A space begins no HTTP method: Envoy's HTTP inspector decides at once, with either parser, and needs no end of line.
 * - The second and third byte are no TLS version: the TLS inspectors of Envoy and nginx decide at the fifth byte, sslh at the seventh.
 * - To MySQL it is the head of a 2 MB packet with the right sequence number; to a line protocol it is a line without an end; sshd
 *   minds NULs, so there is none.
 *
 * Measured with Envoy 1.40 in front of MariaDB and OpenSSH: the greeting came every time, where `QUIT\r\n`, line ends or NULs lost it
 * in up to half of the tries (the server reads junk, closes, and the reset overtakes its own greeting). test/real/nudge.test.ts repeats it.
 */
export const QUIET_NUDGE: Bytes = '\x20\x20\x20\x01\x20\x20\x20\x20';

/** What each nudge sends. All but the quiet one serve to tell a greeting that nobody knows from an answer. */
export const NUDGES: { readonly [N in NudgeName]: Bytes } = {
  quiet: QUIET_NUDGE,
  /** The same to inspectors and servers, other bytes: a greeting does not change, an answer may. */
  'quiet-tabs': '\x09\x09\x09\x01\x09\x09\x09\x09',
  /** For proxies that want more than eight bytes. */
  'quiet-long': QUIET_NUDGE + '\x20'.repeat(40),
  /** An HTTP inspector waits after a letter, a TLS inspector after the first byte of a TLS record: a server with no proxy before it waits after neither. */
  'one-letter': 'A',
  'one-tls-byte': '\x16',
};

/** Wakes servers that read lines and had none yet: two empty ones, so that an answer to each shows twice. */
export const BLANK_LINE: Bytes = '\r\n\r\n';
