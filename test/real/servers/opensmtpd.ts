import { runnable } from './run.ts';
import { unpacked } from './unpacked.ts';

const program = unpacked('opensmtpd', 'usr/sbin/smtpd');

export default runnable({
  name: 'opensmtpd',
  package: 'opensmtpd',
  protocol: 'smtp',
  speaksFirst: 'server',
  version: /^OpenSMTPD$/,
  user: 'root',
  program,
  files: ({ address, port }) => ({
    'smtpd.conf': `listen on ${address} port ${port}\naction "drop" maildir "/nonexistent"\nmatch from local for local action "drop"\n`,
  }),
  command: ({ folder }) => [program, '-d', '-f', `${folder}/smtpd.conf`],
});
