import { runnable } from './run.ts';
import { unpacked } from './unpacked.ts';

const program = unpacked('pure-ftpd', 'usr/sbin/pure-ftpd');

export default runnable({
  name: 'pure-ftpd',
  package: 'pure-ftpd',
  protocol: 'ftp',
  speaksFirst: 'server',
  version: /^Pure-FTPd/,
  user: 'root',
  program,
  command: ({ folder, address, port }) => [program, '-S', `${address},${port}`, '-H', '-E', '-g', `${folder}/pid`],
});
