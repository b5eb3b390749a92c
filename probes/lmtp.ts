import type { Probe } from '../src/model/probe.ts';

// LMTP greets as SMTP does. Only the name of the program or the word LMTP tells; Dovecot greets alike for its submission service.
export default {
  name: 'lmtp',
  title: 'LMTP',
  ports: [24, 2003],
  speaksFirst: 'server',
  source: 'RFC 2033 section 4.1: as SMTP; measured with Dovecot 2.3.19',
  greetings: [
    /^220[ -][^\r\n]{0,255}?\bLMTP\b/,
    /^220 \S{1,255} (?<version>Dovecot)(?: \([\w -]{1,40}\))? ready\.\r?\n/,
  ],
  unfinished: /^(?!(?:[^\n]*\n){0,100}220(?: [^\n]*)?\r?\n)220/,
  goodbye: [{ hear: /^220/, say: 'QUIT\r\n' }],
  harm: 'Nothing but two lines in the log.',
  samples: {
    greetings: [
      { bytes: '220 vm Dovecot (Debian) ready.\r\n', version: 'Dovecot', source: 'Dovecot 2.3.19, lmtp' },
      { bytes: '220 foo.edu LMTP server ready\r\n', source: 'RFC 2033 section 4.2, example' },
    ],
  },
} as const satisfies Probe;
