import type { Probe } from '../src/model/probe.ts';

// 00 S P 00, the type of the socket in two bytes, and two of zero.
export default {
  name: 'nanomsg',
  title: 'nanomsg or NNG',
  ports: [],
  speaksFirst: 'server',
  source: 'RFC draft sp-tcp-mapping-01: both peers send eight bytes at once; measured with nanomsg 1.1.5',
  greetings: [/^\0SP\0\0[\x10-\x8f]\0\0/],
  harm: 'Nothing: a peer that sends anything else is dropped.',
  samples: { greetings: [{ bytes: '\0SP\0\x001\0\0', source: 'nanomsg 1.1.5, a REP socket' }] },
} as const satisfies Probe;
