import type { Bytes } from '../model/bytes.ts';
import { MYSQL } from './mysql-packets.ts';
import type { Piece, Reply, Server } from './peer.ts';

/** Servers as they were met, byte for byte; the program and version are in the greeting. */
export const smtp: Server = greeting('220 mail.example ESMTP Postfix\r\n', {
  kind: 'lines',
  answers: [
    { hear: /^QUIT/i, reply: { say: '221 2.0.0 Bye\r\n', close: 'fin' } },
    { hear: /^(?:EHLO|HELO) /i, reply: { say: '250 mail.example\r\n' } },
    { hear: /^NOOP/i, reply: { say: '250 2.0.0 Ok\r\n' } },
  ],
  otherwise: { say: '502 5.5.2 Error: command not recognized\r\n' },
});

/** Says what it is, and closes on a first line that is not an SSH identification (RFC 4253 section 4.2). */
export const ssh: Server = greeting('SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n', {
  kind: 'lines',
  answers: [{ hear: /^SSH-/, reply: {} }],
  otherwise: { say: 'Invalid SSH identification string.\r\n', close: 'fin' },
});

/** As vsftpd: it answers each line, and never twice to one. */
export const ftp: Server = greeting('220 (vsFTPd 3.0.3)\r\n', {
  kind: 'lines',
  answers: [{ hear: /^QUIT/i, reply: { say: '221 Goodbye.\r\n', close: 'fin' } }],
  otherwise: { say: '530 Please login with USER and PASS.\r\n' },
});

/** Its greeting begins like an answer of Redis, and has more words. */
export const pop3: Server = greeting('+OK Dovecot (Debian) ready.\r\n', {
  kind: 'lines',
  answers: [{ hear: /^QUIT/i, reply: { say: '+OK Logging out\r\n', close: 'fin' } }],
  otherwise: { say: '-ERR Unknown command.\r\n' },
});

/** Its greeting comes with the capabilities. */
export const imap: Server = greeting(
  '* OK [CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE LITERAL+ STARTTLS AUTH=PLAIN] Dovecot (Debian) ready.\r\n',
  {
    kind: 'lines',
    answers: [
      { hear: /^\S+ LOGOUT/i, reply: { say: '* BYE Logging out\r\na OK Logout completed.\r\n', close: 'fin' } },
    ],
    otherwise: { say: '* BAD Error in IMAP command received by server.\r\n' },
  },
);

/** A finished login is turned down in words; anything else is an aborted handshake that counts against the client. */
export const mysql: Server = {
  ...greeting(MYSQL.greeting, {
    kind: 'frames',
    header: MYSQL.header,
    answer: { say: MYSQL.denied, close: 'fin' },
    broken: { say: MYSQL.outOfOrder, close: 'reset' },
  }),
  salt: MYSQL.salt,
};

/** The same server, which has had enough of this client from the start. */
export const mysqlBlocked: Server = blocking(mysql, 0);

/** Client-first. It stays silent for an unfinished line, and for an empty one. */
export const redis: Server = {
  kind: 'server',
  talk: {
    kind: 'lines',
    answers: [
      { hear: /^\s*$/, reply: {} },
      { hear: /^PING/i, reply: { say: '+PONG\r\n' } },
      { hear: /^QUIT/i, reply: { say: '+OK\r\n', close: 'fin' } },
    ],
    otherwise: { say: "-ERR unknown command 'x', with args beginning with: \r\n" },
  },
};

/** Client-first; like nginx it turns down at once what cannot begin a request. */
export const http: Server = {
  kind: 'server',
  talk: {
    kind: 'http',
    answer: 'HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nok\n',
  },
};

/** Client-first and binary: waits until as many bytes have come as the first four say, and closes on nonsense. */
export const mongodb: Server = {
  kind: 'server',
  talk: {
    kind: 'frames',
    header: {
      bytes: 16,
      lengthAt: 0,
      lengthBytes: 4,
      endian: 'little',
      counts: 'all',
      repeats: { from: 4, to: 8, length: 4 },
      longest: 48_000_000,
    },
    answer: { say: `&\0\0\0\x07\0\0\0....\xdd\x07${'\0'.repeat(7)}\x11\0\0\0\x01ok\0${'\0'.repeat(6)}\xf0\x3f\0` },
    broken: { close: 'fin' },
  },
};

/** Client-first and binary: a startup packet it cannot read makes PostgreSQL close without a word. */
export const postgres: Server = {
  kind: 'server',
  talk: {
    kind: 'frames',
    header: { bytes: 4, lengthAt: 0, lengthBytes: 4, endian: 'big', counts: 'all', longest: 10_000 },
    answer: { say: 'N' },
    broken: { close: 'fin' },
  },
};

/** Says back what it hears, the nudge included (RFC 862). */
export const echo: Server = { kind: 'server', talk: { kind: 'echo' } };
/** Reads everything and never says a word. */
export const mute: Server = { kind: 'server', talk: { kind: 'mute' } };
/** Closes as soon as it has accepted. */
export const closing: Server = { kind: 'server', close: 'fin', talk: { kind: 'mute' } };
/** Closes at once, with a reset. */
export const resetting: Server = { kind: 'server', close: 'reset', talk: { kind: 'mute' } };

/** A server that greets with these bytes. */
export function greeting(bytes: Bytes, talk: Server['talk'] = { kind: 'mute' }): Server {
  return { kind: 'server', greeting: [{ afterMs: 0, bytes }], talk };
}

/** The same server, all in TLS, with a certificate for this name. */
export function overTls(server: Server, subject: string, speaks: readonly string[] = []): Server {
  const certificate = { subject, issuer: subject, uris: [], validTo: '2040-01-01T00:00:00.000Z', daysLeft: 4_000 };
  return { ...server, tls: { speaks, certificate } };
}

/** The same server, busy for a while before it looks at a connection. */
export function slow(server: Server, delayMs: number): Server {
  return { ...server, delayMs };
}

/** The same server, slow for its first client only. */
export function slowOnce(server: Server, delayMs: number): Server {
  return { ...server, delayMs, delayedOnce: true };
}

/** The same server, whose greeting comes byte by byte. */
export function dripping(server: Server, everyMs: number): Server {
  const whole = (server.greeting ?? []).map(({ bytes }) => bytes).join('');
  const pieces: readonly Piece[] = [...whole].map((bytes, index) => ({ afterMs: index === 0 ? 0 : everyMs, bytes }));
  return { ...server, greeting: pieces };
}

/** Greets with an error and hangs up, without reading. */
export function turningAway(bytes: Bytes): Server {
  return { ...greeting(bytes), close: 'fin' };
}

/** What sshd says when too many clients have not logged in yet (sshd_config, MaxStartups). */
export const sshTooMany: Server = turningAway('Exceeded MaxStartups\r\n');

/** What Postfix says to one client too many. */
export const smtpTooMany: Server = turningAway('421 4.7.0 mail.example Error: too many connections\r\n');

/** Postfix's postscreen: half a greeting at once, the rest after a while, and no mercy for who speaks in between. */
export function postscreen(waitMs: number): Server {
  return {
    ...smtp,
    greeting: [
      { afterMs: 0, bytes: '220-mail.example ESMTP\r\n' },
      { afterMs: waitMs, bytes: '220 mail.example ESMTP Postfix\r\n' },
    ],
    early: { say: '521 5.5.1 Protocol error\r\n', close: 'fin' },
  };
}

/** Sends the same bytes for ever. */
export function flooding(bytes: Bytes, everyMs: number): Server {
  return { kind: 'server', flood: { bytes, everyMs }, talk: { kind: 'mute' } };
}

/** The Exim way: whoever speaks before the greeting is turned away. */
export function scolding(server: Server, delayMs: number, early: Reply): Server {
  return { ...server, delayMs, early };
}

/** The same MySQL server, which blocks a client after so many connections (max_connect_errors). */
export function blocking(server: Server, afterConnections: number): Server {
  return { ...server, blocks: { afterConnections, reply: { say: MYSQL.blocked, close: 'fin' } } };
}
