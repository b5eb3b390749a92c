import { runnable } from './run.ts';

export default runnable({
  name: 'clamd',
  package: 'clamav-daemon',
  protocol: 'clamd',
  speaksFirst: 'client',
  version: /^\d+\.\d+\.\d+/,
  program: '/usr/sbin/clamd',
  files: ({ folder, address, port }) => ({
    // One signature of nothing: it will not start without a database.
    'data/test.hdb': '00000000000000000000000000000000:1:Test\n',
    'clamd.conf': `Foreground yes\nTCPAddr ${address}\nTCPSocket ${port}\nDatabaseDirectory ${folder}/data\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/clamd', `--config-file=${folder}/clamd.conf`],
});
