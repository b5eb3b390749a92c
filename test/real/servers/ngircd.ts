import { runnable } from './run.ts';

export default runnable({
  name: 'ngircd',
  package: 'ngircd',
  protocol: 'irc',
  speaksFirst: 'client',
  program: '/usr/sbin/ngircd',
  files: ({ address, port }) => ({
    'ngircd.conf': `[Global]\nName = irc.example.org\nInfo = test\nListen = ${address}\nPorts = ${port}\nServerUID = 65534\nServerGID = 65534\n[Options]\nDNS = no\nIdent = no\nPAM = no\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/ngircd', '-n', '-f', `${folder}/ngircd.conf`],
});
