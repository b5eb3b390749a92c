import { runnable } from './run.ts';
import { selfSigned } from './self-signed.ts';

/** HTTP/2 and nothing else, to those that offer it by ALPN. */
export default runnable({
  name: 'nghttpd-tls',
  package: 'nghttp2-server',
  protocol: 'tls',
  inside: 'http2',
  speaksFirst: 'client',
  program: '/usr/sbin/nghttpd',
  before: ({ folder }) => [selfSigned(folder)],
  command: ({ folder, address, port }) => [
    '/usr/sbin/nghttpd',
    ...['-a', address, '-d', folder, `${port}`, `${folder}/key.pem`, `${folder}/cert.pem`],
  ],
});
