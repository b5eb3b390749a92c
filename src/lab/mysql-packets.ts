import type { Bytes } from '../model/bytes.ts';
import type { FrameHeader, Salt } from './peer.ts';

/** Version, thread, salt, capabilities, character set, status, capabilities, salt, plugin (protocol 10). */
const GREETING: Bytes = packet(
  0,
  `\x0a8.0.36\0\x0c\0\0\0${'s'.repeat(8)}\0\xff\xff\xff\x02\0\xff\xdf\x15${'\0'.repeat(10)}${'s'.repeat(12)}\0caching_sha2_password\0`,
);

const SALT: readonly Salt[] = [8, 12].map((length) => ({ at: GREETING.indexOf(`${'s'.repeat(length)}\0`), length }));

/** The client's first packet is number 1; any other number is out of order. */
const HEADER: FrameHeader = {
  bytes: 4,
  lengthAt: 0,
  lengthBytes: 3,
  endian: 'little',
  counts: 'body',
  mustBe: { at: 3, byte: 1 },
  longest: 0xff_ff_ff + 4,
};

/** What MySQL 8.0 says, packet by packet. Errors 1045, 1129 and 1156; 1129 comes before the protocol is agreed, without SQL state. */
export const MYSQL = {
  greeting: GREETING,
  salt: SALT,
  header: HEADER,
  denied: packet(2, "\xff\x15\x04#28000Access denied for user 'deadair'@'127.0.0.1' (using password: NO)"),
  outOfOrder: packet(1, '\xff\x84\x04#08S01Got packets out of order'),
  blocked: packet(
    0,
    "\xff\x69\x04Host '127.0.0.6' is blocked because of many connection errors; unblock with 'mysqladmin flush-hosts'",
  ),
} as const;

function packet(sequence: number, body: Bytes): Bytes {
  return String.fromCharCode(body.length & 255, (body.length >> 8) & 255, body.length >> 16, sequence) + body;
}
