import { runnable } from './run.ts';

export default runnable({
  name: 'kamailio',
  package: 'kamailio',
  protocol: 'sip',
  speaksFirst: 'client',
  version: /^kamailio \(5\./,
  program: '/usr/sbin/kamailio',
  files: () => ({
    'kamailio.cfg': 'children=1\ntcp_children=1\nloadmodule "sl.so"\nrequest_route { sl_send_reply("200", "OK"); }\n',
  }),
  command: ({ folder, address, port }) => [
    '/usr/sbin/kamailio',
    ...['-DD', '-E', '-f', `${folder}/kamailio.cfg`, '-l', `tcp:${address}:${port}`, '-Y', folder, '-m', '16'],
  ],
});
