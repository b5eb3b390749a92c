import type { Probe } from '../src/model/probe.ts';

// Every message of the server is a letter and a length, save the answer to SSLRequest, which is one letter.
export default {
  name: 'postgresql',
  title: 'PostgreSQL',
  ports: [5432, 5433, 6432, 26257],
  speaksFirst: 'client',
  source:
    'PostgreSQL protocol 3.0, "Message Flow" and "SSL Session Encryption"; measured with PostgreSQL 15.18 and PgBouncer 1.18.0',
  // SSLRequest: answered before anybody has said who they are.
  opening: '\0\0\0\x08\x04\xd2\x16/',
  answers: [
    /^[SN]$/,
    // ErrorResponse: fields of a letter and a text, the first of them S, the severity, which may be translated.
    /^E\0\0[\0-\x0f][\0-\xff]S[^\0]{4,40}\0/,
    // The same to a client of protocol 2 or less: a bare line.
    /^E(?:FATAL|ERROR|PANIC): {1,4}[\x20-\x7e]/,
  ],
  // Written to the socket as it is accepted, before the client's first word; too many clients is told only after a login.
  refusals: [/^Ecould not fork new process for connection: /],
  samples: {
    answers: [
      { bytes: 'N', source: 'PostgreSQL 15.18 of Debian 12 without TLS, to SSLRequest' },
      { bytes: 'S', source: 'PostgreSQL protocol 3.0, "SSL Session Encryption": a server with TLS' },
      {
        bytes: 'E\0\0\0=SFATAL\0C08P01\0Mclient sent partial pkt in startup phase\0\0',
        source: 'PgBouncer 1.18.0 of Debian 12, to the quiet nudge',
      },
      {
        bytes: 'EFATAL:  unsupported frontend protocol 1.0: server supports 3.0 to 3.0\n\0',
        source: 'PostgreSQL 15.18 of Debian 12, to a startup packet of protocol 1.0',
      },
    ],
    refusals: [
      {
        bytes: 'Ecould not fork new process for connection: Resource temporarily unavailable\n\0',
        source: 'PostgreSQL 15, report_fork_failure_to_client in postmaster.c',
      },
    ],
  },
} as const satisfies Probe;
