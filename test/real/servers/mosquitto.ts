import { runnable } from './run.ts';

export default runnable({
  name: 'mosquitto',
  package: 'mosquitto',
  protocol: 'mqtt',
  speaksFirst: 'client',
  program: '/usr/sbin/mosquitto',
  files: ({ address, port }) => ({
    'mosquitto.conf': `listener ${port} ${address}\nallow_anonymous true\npersistence false\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/mosquitto', '-c', `${folder}/mosquitto.conf`],
});
