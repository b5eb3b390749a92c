import { runnable } from './run.ts';

export default runnable({
  name: 'cups',
  package: 'cups-daemon',
  protocol: 'http',
  speaksFirst: 'client',
  version: /^CUPS\/2\./,
  program: '/usr/sbin/cupsd',
  files: ({ folder, address, port }) => ({
    'tmp/.keep': '',
    'cupsd.conf': `Listen ${address}:${port}\nServerName localhost\nServerTokens Full\nWebInterface No\n`,
    'cups-files.conf': `${[
      `ServerRoot ${folder}`,
      ...['CacheDir', 'StateDir', 'RequestRoot'].map((name) => `${name} ${folder}/${name}`),
      ...['AccessLog', 'ErrorLog', 'PageLog'].map((name) => `${name} stderr`),
      `TempDir ${folder}/tmp`,
      'User nobody',
      'Group nogroup',
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/cupsd', '-f', '-c', `${folder}/cupsd.conf`, '-s', `${folder}/cups-files.conf`],
});
