import { runnable } from './run.ts';

export default runnable({
  name: 'firebird',
  package: 'firebird3.0-server',
  protocol: 'firebird',
  speaksFirst: 'client',
  program: '/usr/sbin/firebird',
  // It takes its address only from a configuration beside its own root.
  files: ({ folder, address, port }) => ({
    'firebird.conf': `RemoteBindAddress = ${address}\nRemoteServicePort = ${port}\nIpcName = ${folder}\n`,
    'security.keep': '',
  }),
  environment: ({ folder }) => ({
    FIREBIRD: folder,
    FIREBIRD_LOCK: folder,
    FIREBIRD_TMP: folder,
    FIREBIRD_LOG: folder,
  }),
  command: () => ['/usr/sbin/firebird'],
});
