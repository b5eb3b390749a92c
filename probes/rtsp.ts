import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'rtsp',
  title: 'RTSP',
  ports: [554, 8554],
  overTls: { names: ['rtsps'], ports: [322] },
  speaksFirst: 'client',
  source: 'RFC 2326 section 10.1: OPTIONS changes no state; from the document, no such server could be run',
  opening: 'OPTIONS * RTSP/1.0\r\nCSeq: 1\r\n\r\n',
  answers: [
    /^RTSP\/[12]\.0 [1-5]\d\d[^\r\n]{0,200}\r?\n(?:[^\r\n]{1,2048}\r?\n){0,40}?server: {0,4}(?<version>[\x20-\x7e]{1,100})/i,
    /^RTSP\/[12]\.0 [1-5]\d\d /,
  ],
  samples: {
    answers: [
      {
        bytes: 'RTSP/1.0 200 OK\r\nCSeq: 1\r\nPublic: DESCRIBE, SETUP, TEARDOWN, PLAY, PAUSE\r\n\r\n',
        source: 'RFC 2326 section 10.1',
      },
      {
        bytes:
          'RTSP/1.0 200 OK\r\nCSeq: 312\r\nDate: 23 Jan 1997 15:35:06 GMT\r\nServer: PhonyServer/1.0\r\nContent-Type: application/sdp\r\n',
        version: 'PhonyServer/1.0',
        source: 'RFC 2326, the form of section 10.2 with the header of 12.36',
      },
    ],
  },
} as const satisfies Probe;
