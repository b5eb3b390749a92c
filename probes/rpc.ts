import type { Probe } from '../src/model/probe.ts';

// A record mark (80 and a length), the number of the call, 1 (a reply), 0 accepted or 1 denied.
export default {
  name: 'rpc',
  title: 'ONC RPC (NFS, portmapper)',
  ports: [111, 2049, 20048],
  speaksFirst: 'client',
  source: 'RFC 5531 sections 9 and 11: the caller begins; a NULL call does nothing; measured with rpcbind 1.2.6',
  // Call de ad: the NULL procedure of the portmapper.
  opening: '\x80\0\0(\0\0\xde\xad\0\0\0\0\0\0\0\x02\0\x01\x86\xa0\0\0\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0',
  answers: [/^\x80\0\0[\0-\xff]\0\0\xde\xad\0\0\0\x01\0\0\0[\0\x01]/],
  samples: {
    answers: [
      {
        bytes: '\x80\0\0\x18\0\0\xde\xad\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0',
        source: 'rpcbind 1.2.6 of Debian 12',
      },
      {
        bytes: '\x80\0\0\x18\0\0\xde\xad\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01',
        source: 'rpcbind 1.2.6 of Debian 12, to a call of a program it does not have, as NFS answers to this one',
      },
    ],
  },
} as const satisfies Probe;
