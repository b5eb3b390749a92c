import { runnable } from './run.ts';

export default runnable({
  name: 'pyftpdlib',
  package: 'python3-pyftpdlib',
  protocol: 'ftp',
  speaksFirst: 'server',
  version: /^pyftpdlib 1\.5/,
  program: '/usr/lib/python3/dist-packages/pyftpdlib/__main__.py',
  command: ({ folder, address, port }) => [
    '/usr/bin/python3',
    ...['-m', 'pyftpdlib', '-i', address, '-p', `${port}`, '-d', folder],
  ],
});
