import { runnable } from './run.ts';

/** TLS before a port where nobody is: the handshake comes first. */
export default runnable({
  name: 'stunnel',
  package: 'stunnel4',
  protocol: 'tls',
  speaksFirst: 'client',
  program: '/usr/bin/stunnel4',
  files: ({ folder, address, port }) => ({
    'stunnel.conf': `${[
      'foreground = yes',
      'pid =',
      '[tls]',
      `accept = ${address}:${port}`,
      'connect = 127.0.0.1:1',
      `key = ${folder}/key.pem`,
      `cert = ${folder}/cert.pem`,
    ].join('\n')}\n`,
  }),
  before: ({ folder }) => [
    [
      'openssl',
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-subj', '/CN=localhost', '-keyout', `${folder}/key.pem`, '-out', `${folder}/cert.pem`],
    ],
  ],
  command: ({ folder }) => ['/usr/bin/stunnel4', `${folder}/stunnel.conf`],
});
