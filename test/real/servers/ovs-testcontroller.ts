import { runnable } from './run.ts';

export default runnable({
  name: 'ovs-testcontroller',
  package: 'openvswitch-testcontroller',
  protocol: 'openflow',
  speaksFirst: 'server',
  program: '/usr/bin/ovs-testcontroller',
  environment: ({ folder }) => ({ OVS_RUNDIR: folder }),
  command: ({ folder, address, port }) => [
    '/usr/bin/ovs-testcontroller',
    ...['-v', `ptcp:${port}:${address}`, `--unixctl=${folder}/ctl`, '--no-chdir'],
  ],
});
