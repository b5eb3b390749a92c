import type { Probe } from '../src/model/probe.ts';

// The signature: ff, eight bytes of length, 7f. Both peers send it at once; the rest follows when the other's has come.
export default {
  name: 'zmtp',
  title: 'ZeroMQ (ZMTP)',
  ports: [4505, 4506, 5555, 5556],
  speaksFirst: 'server',
  source: 'RFC 23/ZMTP 3.0: each peer sends its signature as soon as it is connected; measured with libzmq 4.3.4',
  greetings: [/^\xff\0{7}[\s\S]\x7f/],
  harm: 'Nothing: libzmq drops a peer that does not greet, and tells only a monitor socket.',
  samples: {
    greetings: [{ bytes: '\xff\0\0\0\0\0\0\0\x01\x7f', source: 'libzmq 4.3.4 by pyzmq 24.0.1' }],
  },
} as const satisfies Probe;
