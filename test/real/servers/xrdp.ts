import { runnable } from './run.ts';

export default runnable({
  name: 'xrdp',
  package: 'xrdp',
  protocol: 'rdp',
  speaksFirst: 'client',
  user: 'root',
  program: '/usr/sbin/xrdp',
  files: ({ folder, address, port }) => ({
    'xrdp.ini': `${[
      '[Globals]',
      `port=tcp://${address}:${port}`,
      'fork=false',
      'security_layer=rdp',
      'crypt_level=high',
      `[Logging]\nLogFile=${folder}/xrdp.log\nLogLevel=INFO\nEnableConsole=true`,
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/xrdp', '--nodaemon', '--config', `${folder}/xrdp.ini`],
});
