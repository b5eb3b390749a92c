import { runnable } from './run.ts';

/** Without a target it closes every connection: so the portal is opened only after one is made. */
export default runnable({
  name: 'tgt',
  package: 'tgt',
  protocol: 'iscsi',
  speaksFirst: 'client',
  user: 'root',
  program: '/usr/sbin/tgtd',
  environment: ({ folder }) => ({ TGT_IPC_SOCKET: `${folder}/ipc` }),
  command: ({ address, port }) => [
    '/bin/sh',
    '-c',
    `tgtd -f --iscsi portal=${address}:${port - 1} &
    until tgtadm --lld iscsi --mode target --op new --tid 1 -T iqn.2000-01.test:disk; do sleep 0.05; done
    tgtadm --lld iscsi --mode portal --op new --param portal=${address}:${port}
    wait`,
  ],
});
