import type { Probe } from '../src/model/probe.ts';

// All that gmond knows as one XML document, and then the end.
export default {
  name: 'ganglia',
  title: 'Ganglia gmond',
  ports: [8649, 8651],
  speaksFirst: 'server',
  source:
    'Ganglia, gmond.conf(5), tcp_accept_channel: the state is sent to whoever connects; measured with gmond 3.7.2',
  greetings: [
    /^<\?xml [^>]{0,100}\?>\s{0,4}<!DOCTYPE GANGLIA_XML [\s\S]{0,4000}?<GANGLIA_XML VERSION="(?<version>[\w.]{1,20})"/,
    /^<\?xml [^>]{0,100}\?>\s{0,4}<!DOCTYPE GANGLIA_XML /,
  ],
  harm: 'Nothing; a large cluster answers with megabytes.',
  samples: {
    greetings: [
      {
        bytes:
          '<?xml version="1.0" encoding="ISO-8859-1" standalone="yes"?>\n<!DOCTYPE GANGLIA_XML [\n   <!ELEMENT GANGLIA_XML (GRID|CLUSTER|HOST)*>\n      <!ATTLIST GANGLIA_XML VERSION CDATA #REQUIRED>\n]>\n<GANGLIA_XML VERSION="3.7.2" SOURCE="gmond">\n',
        version: '3.7.2',
        source: 'gmond 3.7.2, the document type shortened',
      },
    ],
  },
} as const satisfies Probe;
