import { runnable } from './run.ts';
import { selfSigned } from './self-signed.ts';

export default runnable({
  name: 'mosquitto-tls',
  package: 'mosquitto',
  protocol: 'tls',
  inside: 'mqtt',
  speaksFirst: 'client',
  program: '/usr/sbin/mosquitto',
  files: ({ folder, address, port }) => ({
    'mosquitto.conf': `${[
      `listener ${port} ${address}`,
      `certfile ${folder}/cert.pem`,
      `keyfile ${folder}/key.pem`,
      'allow_anonymous true',
      'persistence false',
    ].join('\n')}\n`,
  }),
  before: ({ folder }) => [selfSigned(folder)],
  command: ({ folder }) => ['/usr/sbin/mosquitto', '-c', `${folder}/mosquitto.conf`],
});
