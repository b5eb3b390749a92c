import { runnable } from './run.ts';

export default runnable({
  name: 'apache',
  package: 'apache2-bin',
  protocol: 'http',
  speaksFirst: 'client',
  version: /^Apache\/2\.4\./,
  program: '/usr/sbin/apache2',
  files: ({ folder, address, port }) => ({
    'apache.conf': `${[
      ...['mpm_event', 'authz_core'].map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
      `ServerRoot ${folder}`,
      'ServerName localhost',
      `Listen ${address}:${port}`,
      `PidFile ${folder}/pid`,
      `DefaultRuntimeDir ${folder}`,
      `DocumentRoot ${folder}`,
      'ErrorLog error.log',
    ].join('\n')}\n`,
  }),
  logs: ['error.log'],
  command: ({ folder }) => ['/usr/sbin/apache2', '-f', `${folder}/apache.conf`, '-DFOREGROUND'],
});
