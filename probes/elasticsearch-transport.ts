import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'elasticsearch-transport',
  title: 'Elasticsearch or OpenSearch (transport)',
  ports: [9300, 9301],
  speaksFirst: 'client',
  source: 'Elasticsearch TcpTransport.readHeaderBuffer and its test of HTTP-like requests; no such server could be run',
  // Every message begins with ES; to what looks like HTTP, and only to that, it answers in words.
  opening: 'GET / HTTP/1.0\r\n\r\n',
  answers: [/^This is not an HTTP port/, /^ES[\0\xff]{2}[\0-\xff]{2}/],
  harm: 'The question is a warning in the log.',
  samples: {
    answers: [{ bytes: 'This is not an HTTP port', source: 'Elasticsearch, TcpTransport: to an HTTP request' }],
  },
} as const satisfies Probe;
