import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'xmpp',
  title: 'XMPP (Jabber)',
  ports: [5222, 5269, 5298],
  overTls: { names: ['xmpps'], ports: [5223] },
  speaksFirst: 'client',
  source: 'RFC 6120 section 4.2: the initiating entity opens the stream; measured with Prosody 0.12.3',
  opening:
    "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='localhost' version='1.0'>",
  answers: [/^(?:<\?xml version=[\x27"]1\.0[\x27"][^>]{0,60}\?>\s{0,4})?<stream:(?:stream|error|features)[\s>]/],
  goodbye: [{ hear: /^<(?![\s\S]{0,4000}<\/stream:stream>)/, say: '</stream:stream>' }],
  samples: {
    answers: [
      {
        bytes:
          "<?xml version='1.0'?><stream:stream xmlns='jabber:client' id='33575e98-2820-40d0-9031-fa2d5a65d32b' xml:lang='en' xmlns:stream='http://etherx.jabber.org/streams' version='1.0' from='localhost'>",
        source: 'Prosody 0.12.3 of Debian 12 (the first write)',
      },
      {
        bytes:
          "<?xml version='1.0'?><stream:stream xmlns='jabber:client' id='' xml:lang='en' xmlns:stream='http://etherx.jabber.org/streams'><stream:error><not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>",
        source: 'Prosody 0.12.3 of Debian 12, to the quiet nudge',
      },
    ],
  },
} as const satisfies Probe;
