import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'managesieve',
  title: 'ManageSieve',
  ports: [4190, 2000],
  speaksFirst: 'server',
  source:
    'RFC 5804 section 1.7: the server begins with its capabilities and OK; measured with Dovecot Pigeonhole 0.5.19',
  greetings: [
    /^"IMPLEMENTATION" "(?<version>[^"\r\n]{1,100})"\r?\n/i,
    /^"[A-Z0-9-]{1,40}"(?: "[^"\r\n]{0,500}")?\r?\n/,
  ],
  refusals: [/^(?:NO|BYE)(?: \([^)\r\n]{1,60}\))? "/],
  unfinished: /^(?!(?:[^\n]*\n){0,40}(?:OK|NO|BYE)[ \r\n])"/,
  goodbye: [{ hear: /^"/, say: 'LOGOUT\r\n' }],
  harm: 'Nothing but a line in the log.',
  samples: {
    greetings: [
      {
        bytes:
          '"IMPLEMENTATION" "Dovecot (Debian) Pigeonhole"\r\n"SIEVE" "fileinto reject envelope encoded-character vacation"\r\n"NOTIFY" "mailto"\r\n"SASL" "PLAIN"\r\n"VERSION" "1.0"\r\nOK "Dovecot (Debian) ready."\r\n',
        version: 'Dovecot (Debian) Pigeonhole',
        source: 'Dovecot Pigeonhole 0.5.19, the list of extensions shortened',
      },
    ],
    refusals: [
      {
        bytes: 'BYE "Too many invalid MANAGESIEVE commands."\r\n',
        source: 'Dovecot Pigeonhole 0.5.19, its words for turning away',
      },
    ],
  },
} as const satisfies Probe;
