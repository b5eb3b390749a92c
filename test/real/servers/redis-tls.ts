import { runnable } from './run.ts';
import { selfSigned } from './self-signed.ts';

export default runnable({
  name: 'redis-tls',
  package: 'redis-server',
  protocol: 'tls',
  inside: 'redis',
  speaksFirst: 'client',
  program: '/usr/bin/redis-server',
  before: ({ folder }) => [selfSigned(folder)],
  command: ({ folder, address, port }) => [
    '/usr/bin/redis-server',
    ...[
      '--port',
      '0',
      '--tls-port',
      `${port}`,
      '--bind',
      address,
      '--save',
      '',
      '--protected-mode',
      'no',
      '--dir',
      folder,
    ],
    ...['--tls-cert-file', `${folder}/cert.pem`, '--tls-key-file', `${folder}/key.pem`, '--tls-auth-clients', 'no'],
  ],
});
